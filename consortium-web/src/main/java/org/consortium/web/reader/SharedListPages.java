package org.consortium.web.reader;

import org.consortium.catalog.reading.ReadingList;
import org.consortium.catalog.reading.ReadingLists;
import org.consortium.core.Link;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A list as those see it who were given its link: what is in it, not whose it is. */
@Controller
class SharedListPages {

    private final ReadingLists lists;

    SharedListPages(ReadingLists lists) {
        this.lists = lists;
    }

    @GetMapping("/lists/{link}")
    String list(@PathVariable Link link, @RequestParam(defaultValue = "0") int page, Model model) {
        ListSheet.of(shared(link, model), page).into(model);
        model.addAttribute("link", link);
        return "reader/shared-list";
    }

    @GetMapping("/lists/{link}/sheet")
    String sheet(@PathVariable Link link, Model model) {
        var list = shared(link, model);
        model.addAttribute("list", list);
        model.addAttribute("citations", ListSheet.citations(lists.descriptions(list)));
        model.addAttribute("back", "/lists/" + link);
        return "reader/reading-list-sheet";
    }

    @GetMapping("/lists/{link}/records.{form}")
    ResponseEntity<String> file(@PathVariable Link link, @PathVariable String form) {
        var list = lists.shared(link);
        return CitationFile.ending(form).of(list.name(), lists.descriptions(list));
    }

    /** Search engines are to leave it alone: it was given to somebody, not to everybody. */
    private ReadingList shared(Link link, Model model) {
        model.addAttribute("unlisted", true);
        return lists.shared(link);
    }
}
