package org.consortium.web.council;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Role;
import org.consortium.core.member.Staff;
import org.consortium.core.member.StaffDesk;
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

/** Who works where and may do what. */
@Controller
class StaffPages {

    private static final String LIST = "redirect:/council/staff";

    private final StaffDesk desk;
    private final LibraryTree tree;
    private final Submissions submissions;
    private final Sayings sayings;

    StaffPages(StaffDesk desk, LibraryTree tree, Submissions submissions, Sayings sayings) {
        this.desk = desk;
        this.tree = tree;
        this.submissions = submissions;
        this.sayings = sayings;
    }

    @ModelAttribute("allRoles")
    Role[] roles() {
        return Role.values();
    }

    @GetMapping("/council/staff")
    String list(Staff by, Model model) {
        model.addAttribute("people", desk.lookedAfterBy(by));
        model.addAttribute("tree", tree.rows());
        return "council/staff-list";
    }

    @GetMapping("/council/staff/new")
    String add(@RequestParam(defaultValue = "") String library, Model model) {
        model.addAttribute("form", StaffForm.empty(library));
        return form(model, null);
    }

    @PostMapping("/council/staff")
    String add(
            @Valid @ModelAttribute("form") StaffForm form,
            BindingResult binding,
            Staff by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var done = submissions.done(
                binding,
                response,
                () -> desk.add(
                        form.login(), form.name(), new LibraryCode(form.library()), form.roles(), form.password(), by));
        if (!done) {
            return form(model, null);
        }
        sayings.say(after, "council.staff.added", form.name());
        return LIST;
    }

    @GetMapping("/council/staff/{login}")
    String show(@PathVariable String login, Staff by, Model model) {
        var staff = desk.required(login, by);
        model.addAttribute("form", StaffForm.of(staff));
        return form(model, staff);
    }

    @PostMapping("/council/staff/{login}")
    String edit(
            @PathVariable("login") String who,
            @Valid @ModelAttribute("form") StaffForm form,
            BindingResult binding,
            Staff by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var known = desk.required(who, by);
        var done = submissions.done(
                binding, response, () -> desk.edit(who, form.version(), form.name(), form.roles(), by));
        if (!done) {
            return form(model, known);
        }
        sayings.say(after, "council.staff.edited", form.name());
        return LIST + "/" + known.login();
    }

    @PostMapping("/council/staff/{login}/password")
    String password(@PathVariable String login, @RequestParam String password, Staff by, RedirectAttributes after) {
        sayings.tellOrRefuse(
                after, () -> desk.resetPassword(login, password, by).name(), "council.staff.password-reset");
        return LIST + "/" + desk.required(login, by).login();
    }

    @PostMapping("/council/staff/{login}/retirement")
    String retire(@PathVariable String login, @RequestParam Long version, Staff by, RedirectAttributes after) {
        sayings.tellOrRefuse(after, () -> desk.retire(login, version, by).name(), "council.staff.retired");
        return LIST + "/" + desk.required(login, by).login();
    }

    @PostMapping("/council/staff/{login}/reinstatement")
    String reinstate(@PathVariable String login, @RequestParam Long version, Staff by, RedirectAttributes after) {
        sayings.tellOrRefuse(after, () -> desk.reinstate(login, version, by).name(), "council.staff.reinstated");
        return LIST + "/" + desk.required(login, by).login();
    }

    private String form(Model model, Staff staff) {
        model.addAttribute("staff", staff);
        model.addAttribute("tree", tree.rows());
        return "council/staff";
    }
}
