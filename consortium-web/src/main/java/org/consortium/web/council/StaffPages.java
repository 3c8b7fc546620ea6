package org.consortium.web.council;

import jakarta.servlet.http.HttpServletRequest;
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

    /** The council looks after everybody under its own address, a library's admin after her people under the desk's. */
    @ModelAttribute("base")
    String base(HttpServletRequest request) {
        return request.getServletPath().startsWith("/desk") ? "/desk/staff" : "/council/staff";
    }

    @ModelAttribute("allRoles")
    Role[] roles() {
        return Role.values();
    }

    @GetMapping({"/council/staff", "/desk/staff"})
    String list(Staff by, Model model) {
        model.addAttribute("people", desk.lookedAfterBy(by));
        model.addAttribute("tree", tree.rows());
        return "council/staff-list";
    }

    @GetMapping({"/council/staff/new", "/desk/staff/new"})
    String add(@RequestParam(defaultValue = "") String library, Staff by, Model model) {
        model.addAttribute(
                "form", StaffForm.empty(library.isBlank() ? by.library().value() : library));
        return form(model, null, by);
    }

    @PostMapping({"/council/staff", "/desk/staff"})
    String add(
            @Valid @ModelAttribute("form") StaffForm form,
            BindingResult binding,
            @ModelAttribute("base") String base,
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
            return form(model, null, by);
        }
        sayings.say(after, "council.staff.added", form.name());
        return "redirect:" + base;
    }

    @GetMapping({"/council/staff/{login}", "/desk/staff/{login}"})
    String show(@PathVariable String login, Staff by, Model model) {
        var staff = desk.required(login, by);
        model.addAttribute("form", StaffForm.of(staff));
        return form(model, staff, by);
    }

    @PostMapping({"/council/staff/{login}", "/desk/staff/{login}"})
    String edit(
            @PathVariable("login") String who,
            @Valid @ModelAttribute("form") StaffForm form,
            BindingResult binding,
            @ModelAttribute("base") String base,
            Staff by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var known = desk.required(who, by);
        var done = submissions.done(
                binding, response, () -> desk.edit(who, form.version(), form.name(), form.roles(), by));
        if (!done) {
            return form(model, known, by);
        }
        sayings.say(after, "council.staff.edited", form.name());
        return "redirect:" + base + "/" + known.login();
    }

    @PostMapping({"/council/staff/{login}/password", "/desk/staff/{login}/password"})
    String password(
            @PathVariable String login,
            @ModelAttribute("base") String base,
            @RequestParam String password,
            Staff by,
            RedirectAttributes after) {
        sayings.tellOrRefuse(
                after, () -> desk.resetPassword(login, password, by).name(), "council.staff.password-reset");
        return "redirect:" + base + "/" + desk.required(login, by).login();
    }

    @PostMapping({"/council/staff/{login}/retirement", "/desk/staff/{login}/retirement"})
    String retire(
            @PathVariable String login,
            @ModelAttribute("base") String base,
            @RequestParam Long version,
            Staff by,
            RedirectAttributes after) {
        sayings.tellOrRefuse(after, () -> desk.retire(login, version, by).name(), "council.staff.retired");
        return "redirect:" + base + "/" + desk.required(login, by).login();
    }

    @PostMapping({"/council/staff/{login}/reinstatement", "/desk/staff/{login}/reinstatement"})
    String reinstate(
            @PathVariable String login,
            @ModelAttribute("base") String base,
            @RequestParam Long version,
            Staff by,
            RedirectAttributes after) {
        sayings.tellOrRefuse(after, () -> desk.reinstate(login, version, by).name(), "council.staff.reinstated");
        return "redirect:" + base + "/" + desk.required(login, by).login();
    }

    private String form(Model model, Staff staff, Staff by) {
        model.addAttribute("staff", staff);
        model.addAttribute(
                "tree",
                tree.rows().stream()
                        .filter(row -> by.is(Role.COUNCIL_ADMIN)
                                || row.library().code().equals(by.library()))
                        .toList());
        return "council/staff";
    }
}
