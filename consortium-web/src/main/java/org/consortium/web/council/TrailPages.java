package org.consortium.web.council;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.consortium.core.Label;
import org.consortium.core.member.Libraries;
import org.consortium.core.member.Library;
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
            List.of("request", "loan", "copy", "record", "import", "reader", "library", "branch", "staff");

    private final Trail trail;
    private final Libraries libraries;

    TrailPages(Trail trail, Libraries libraries) {
        this.trail = trail;
        this.libraries = libraries;
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
        model.addAttribute(
                "names",
                members.stream()
                        .collect(Collectors.<Library, String, Label>toMap(
                                member -> member.code().value(), Library::name)));
        model.addAttribute("subjects", SUBJECTS);
        model.addAttribute("library", library);
        model.addAttribute("subject", subject);
        return "council/trail";
    }
}
