package org.consortium.web.council;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import org.consortium.core.member.Branches;
import org.consortium.core.member.Libraries;
import org.consortium.core.member.Library;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.LibraryKind;
import org.consortium.core.member.MembershipDesk;
import org.consortium.core.member.Staff;
import org.consortium.web.site.Submissions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The council's list of member libraries: who they are, what changes, who is suspended. */
@Controller
class LibraryPages {

    private static final String LIST = "redirect:/council/libraries";

    private final MembershipDesk desk;
    private final Libraries libraries;
    private final Branches branches;
    private final LibraryTree tree;
    private final Submissions submissions;
    private final Sayings sayings;

    LibraryPages(
            MembershipDesk desk,
            Libraries libraries,
            Branches branches,
            LibraryTree tree,
            Submissions submissions,
            Sayings sayings) {
        this.desk = desk;
        this.libraries = libraries;
        this.branches = branches;
        this.tree = tree;
        this.submissions = submissions;
        this.sayings = sayings;
    }

    @ModelAttribute("kinds")
    LibraryKind[] kinds() {
        return LibraryKind.values();
    }

    @GetMapping("/council")
    String council() {
        return LIST;
    }

    @GetMapping("/council/libraries")
    String list(Model model) {
        model.addAttribute("tree", tree.rows());
        return "council/libraries";
    }

    @GetMapping("/council/libraries/new")
    String add(Model model) {
        model.addAttribute("form", LibraryForm.empty());
        return form(model, null);
    }

    @PostMapping("/council/libraries")
    String add(
            @Valid @ModelAttribute("form") LibraryForm form,
            BindingResult binding,
            Staff by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var done = submissions.done(
                binding,
                response,
                () -> desk.addLibrary(new LibraryCode(form.code()), form.under(), form.profile(), by));
        if (!done) {
            return form(model, null);
        }
        sayings.say(after, "council.library.added", form.profile().name());
        return LIST + "/" + new LibraryCode(form.code());
    }

    @GetMapping("/council/libraries/{code}")
    String show(@PathVariable LibraryCode code, Model model) {
        var library = libraries.required(code);
        model.addAttribute("form", LibraryForm.of(library));
        return form(model, library);
    }

    @PostMapping("/council/libraries/{code}")
    String edit(
            @PathVariable("code") LibraryCode library,
            @Valid @ModelAttribute("form") LibraryForm form,
            BindingResult binding,
            Staff by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var known = libraries.required(library);
        var done = submissions.done(
                binding, response, () -> desk.editLibrary(library, form.version(), form.under(), form.profile(), by));
        if (!done) {
            return form(model, known);
        }
        sayings.say(after, "council.library.edited", form.profile().name());
        return LIST + "/" + library;
    }

    @PostMapping("/council/libraries/{code}/suspension")
    String suspend(
            @PathVariable LibraryCode code,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Long version,
            Staff by,
            RedirectAttributes after) {
        sayings.tellOrRefuse(
                after, () -> desk.suspend(code, version, reason, by).name(), "council.library.suspended");
        return LIST + "/" + code;
    }

    @PostMapping("/council/libraries/{code}/readmission")
    String readmit(@PathVariable LibraryCode code, @RequestParam Long version, Staff by, RedirectAttributes after) {
        sayings.tellOrRefuse(after, () -> desk.readmit(code, version, by).name(), "council.library.readmitted");
        return LIST + "/" + code;
    }

    private String form(Model model, Library library) {
        model.addAttribute("library", library);
        model.addAttribute("tree", tree.rows());
        model.addAttribute("branches", library == null ? List.of() : branches.findByLibraryOrderByCode(library.code()));
        return "council/library";
    }
}
