package org.consortium.web.desk;

import java.util.Optional;
import org.consortium.catalog.intake.IntakeRefusal;
import org.consortium.catalog.intake.RereadingDesk;
import org.consortium.core.Refusal;
import org.consortium.core.member.Libraries;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Staff;
import org.consortium.web.site.Refusals;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a library has sent is read again: by the library itself, or by the council for one or all. */
@Controller
class RereadingPages {

    private static final String OWN = "/desk/rereadings";
    private static final String ALL = "/council/rereadings";

    private final RereadingDesk desk;
    private final Libraries libraries;
    private final DeskWords words;
    private final Refusals refusals;

    RereadingPages(RereadingDesk desk, Libraries libraries, DeskWords words, Refusals refusals) {
        this.desk = desk;
        this.libraries = libraries;
        this.words = words;
        this.refusals = refusals;
    }

    @GetMapping(OWN)
    String own(@RequestParam(defaultValue = "false") boolean look, Staff by, Model model) {
        model.addAttribute("place", OWN);
        model.addAttribute("imports", "/desk/imports");
        if (look) {
            model.addAttribute("sample", desk.sample(by.library(), by));
        }
        return "desk/rereading";
    }

    @PostMapping(OWN)
    String startOwn(Staff by, RedirectAttributes after) {
        try {
            return "redirect:/desk/imports/" + desk.start(by.library(), by).number();
        } catch (Refusal no) {
            return refused(no, OWN, after);
        }
    }

    @GetMapping(ALL)
    String all(
            @RequestParam(defaultValue = "") String library,
            @RequestParam(defaultValue = "false") boolean look,
            Staff by,
            Model model) {
        model.addAttribute("place", ALL);
        model.addAttribute("imports", "/council/imports");
        model.addAttribute("members", libraries.inOrder());
        model.addAttribute("library", library);
        if (look) {
            chosen(library).ifPresent(code -> model.addAttribute("sample", desk.sample(code, by)));
        }
        return "desk/rereading";
    }

    /** Without a library all of them. */
    @PostMapping(ALL)
    String startAny(@RequestParam(defaultValue = "") String library, Staff by, RedirectAttributes after) {
        var chosen = chosen(library);
        if (chosen.isEmpty()) {
            var begun = desk.startAll(by);
            after.addFlashAttribute("said", words.word("council.rereadings.said", begun.size()));
            return "redirect:/council/imports";
        }
        try {
            return "redirect:/council/imports/" + desk.start(chosen.get(), by).number();
        } catch (Refusal no) {
            return refused(no, ALL, after);
        }
    }

    private static Optional<LibraryCode> chosen(String library) {
        return Optional.of(library).filter(code -> !code.isBlank()).map(LibraryCode::new);
    }

    private String refused(Refusal no, String place, RedirectAttributes after) {
        if (no.reason() != IntakeRefusal.REREADING_UNDER_WAY) {
            throw no;
        }
        after.addFlashAttribute("refused", refusals.told(no));
        return "redirect:" + place;
    }
}
