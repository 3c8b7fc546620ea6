package org.consortium.web.council;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.DayOfWeek;
import org.consortium.core.member.Branch;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Branches;
import org.consortium.core.member.Libraries;
import org.consortium.core.member.Library;
import org.consortium.core.member.LibraryCode;
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

/** The branches of a member library: address, opening hours, days closed, pickup. */
@Controller
class BranchPages {

    private static final String USUAL_ZONE = "Asia/Shanghai";

    private final MembershipDesk desk;
    private final Libraries libraries;
    private final Branches branches;
    private final Submissions submissions;
    private final Sayings sayings;

    BranchPages(MembershipDesk desk, Libraries libraries, Branches branches, Submissions submissions, Sayings sayings) {
        this.desk = desk;
        this.libraries = libraries;
        this.branches = branches;
        this.submissions = submissions;
        this.sayings = sayings;
    }

    @ModelAttribute("weekdays")
    DayOfWeek[] weekdays() {
        return DayOfWeek.values();
    }

    @GetMapping("/council/libraries/{library}/branches/new")
    String add(@PathVariable LibraryCode library, Model model) {
        var zone = branches.findByLibraryOrderByCode(library).stream()
                .map(branch -> branch.place().zone())
                .findFirst()
                .orElse(USUAL_ZONE);
        model.addAttribute("form", BranchForm.empty(zone));
        return form(model, libraries.required(library), null);
    }

    @PostMapping("/council/libraries/{library}/branches")
    String add(
            @PathVariable("library") LibraryCode of,
            @Valid @ModelAttribute("form") BranchForm form,
            BindingResult binding,
            Staff by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var library = libraries.required(of);
        var done = submissions.done(
                binding,
                response,
                () -> desk.addBranch(new BranchCode(form.code()), of, form.place(), form.calendar(), by));
        if (!done) {
            return form(model, library, null);
        }
        sayings.say(after, "council.branch.added", form.place().name());
        return "redirect:/council/libraries/" + of;
    }

    @GetMapping("/council/branches/{code}")
    String show(@PathVariable BranchCode code, Model model) {
        var branch = branches.withCalendar(code);
        model.addAttribute("form", BranchForm.of(branch));
        return form(model, libraries.required(branch.library()), branch);
    }

    @PostMapping("/council/branches/{code}")
    String edit(
            @PathVariable("code") BranchCode branch,
            @Valid @ModelAttribute("form") BranchForm form,
            BindingResult binding,
            Staff by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var known = branches.required(branch);
        var done = submissions.done(
                binding, response, () -> desk.editBranch(branch, form.version(), form.place(), form.calendar(), by));
        if (!done) {
            return form(model, libraries.required(known.library()), known);
        }
        sayings.say(after, "council.branch.edited", form.place().name());
        return "redirect:/council/branches/" + branch;
    }

    @PostMapping("/council/branches/{code}/closing")
    String close(@PathVariable BranchCode code, @RequestParam Long version, Staff by, RedirectAttributes after) {
        sayings.tellOrRefuse(after, () -> desk.closeBranch(code, version, by).name(), "council.branch.closed");
        return "redirect:/council/branches/" + code;
    }

    @PostMapping("/council/branches/{code}/reopening")
    String reopen(@PathVariable BranchCode code, @RequestParam Long version, Staff by, RedirectAttributes after) {
        sayings.tellOrRefuse(after, () -> desk.reopenBranch(code, version, by).name(), "council.branch.reopened");
        return "redirect:/council/branches/" + code;
    }

    private static String form(Model model, Library library, Branch branch) {
        model.addAttribute("library", library);
        model.addAttribute("branch", branch);
        return "council/branch";
    }
}
