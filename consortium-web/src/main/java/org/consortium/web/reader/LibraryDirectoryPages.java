package org.consortium.web.reader;

import java.time.DayOfWeek;
import org.consortium.catalog.search.Acquisitions;
import org.consortium.core.member.LibraryCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Which libraries there are, where they are, when they are open. */
@Controller
class LibraryDirectoryPages {

    private static final int NEW_BOOKS = 6;

    private final LibraryDirectory directory;
    private final Acquisitions acquisitions;

    LibraryDirectoryPages(LibraryDirectory directory, Acquisitions acquisitions) {
        this.directory = directory;
        this.acquisitions = acquisitions;
    }

    @GetMapping("/libraries")
    String all(Model model) {
        var entries = directory.all();
        model.addAttribute("entries", entries);
        model.addAttribute(
                "takingPart",
                entries.stream().filter(entry -> entry.library().takesPart()).count());
        return "reader/libraries";
    }

    @GetMapping("/libraries/{code}")
    String one(@PathVariable LibraryCode code, Model model) {
        model.addAttribute("entry", directory.of(code));
        model.addAttribute("weekdays", DayOfWeek.values());
        model.addAttribute(
                "arrivals",
                acquisitions
                        .came(new Acquisitions.Asked(code, null, "", ArrivalPages.USUAL_DAYS), 0, NEW_BOOKS)
                        .arrivals()
                        .items());
        return "reader/library";
    }
}
