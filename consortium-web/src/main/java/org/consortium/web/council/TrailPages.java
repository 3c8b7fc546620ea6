package org.consortium.web.council;

import java.util.List;
import java.util.Optional;
import org.consortium.core.member.Libraries;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Trail;
import org.consortium.web.site.Pager;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who did what, when and why. */
@Controller
class TrailPages {

    private static final int LINES = 50;
    private static final List<String> SUBJECTS =
            List.of("request", "loan", "copy", "record", "import", "reader", "library", "branch", "staff", "index");

    private final Trail trail;
    private final Libraries libraries;
    private final TrailWords words;

    TrailPages(Trail trail, Libraries libraries, TrailWords words) {
        this.trail = trail;
        this.libraries = libraries;
        this.words = words;
    }

    @GetMapping("/council/trail")
    String trail(
            @RequestParam(defaultValue = "") String library,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var of = Optional.of(library).filter(code -> !code.isBlank()).map(LibraryCode::new);
        var kind = Optional.of(subject).filter(SUBJECTS::contains);
        var lines = trail.lines(of, kind, Math.max(0, page), LINES);
        var members = libraries.inOrder();
        model.addAttribute("lines", lines);
        model.addAttribute("pager", Pager.of(lines));
        model.addAttribute("members", members);
        var names = words.names();
        model.addAttribute("names", names);
        model.addAttribute(
                "remarks",
                words.remarks(lines.items().stream().map(Trail.Line::detail).toList(), names));
        model.addAttribute("subjects", SUBJECTS);
        model.addAttribute("library", library);
        model.addAttribute("subject", subject);
        return "council/trail";
    }
}
