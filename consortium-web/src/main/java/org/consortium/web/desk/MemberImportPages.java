package org.consortium.web.desk;

import java.util.Optional;
import java.util.stream.Collectors;
import org.consortium.catalog.intake.IntakeDesk;
import org.consortium.catalog.intake.MemberStanding;
import org.consortium.core.member.Libraries;
import org.consortium.core.member.Library;
import org.consortium.core.member.LibraryCode;
import org.consortium.web.site.Pager;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The imports of all members as the council follows them: whose records come in, and whose are doubtful. */
@Controller
class MemberImportPages {

    private static final String PLACE = "/council/imports";
    private static final int JOBS = 50;

    private final IntakeDesk desk;
    private final ImportSheet sheet;
    private final MemberStanding standing;
    private final Libraries libraries;

    MemberImportPages(IntakeDesk desk, ImportSheet sheet, MemberStanding standing, Libraries libraries) {
        this.desk = desk;
        this.sheet = sheet;
        this.standing = standing;
        this.libraries = libraries;
    }

    @GetMapping("/council/imports")
    String list(
            @RequestParam(defaultValue = "") String library, @RequestParam(defaultValue = "0") int page, Model model) {
        var of = Optional.of(library).filter(code -> !code.isBlank()).map(LibraryCode::new);
        var jobs = desk.jobs(of, Math.max(0, page), JOBS);
        var members = libraries.inOrder();
        model.addAttribute("jobs", jobs);
        model.addAttribute("pager", Pager.of(jobs));
        model.addAttribute("members", members);
        model.addAttribute("library", library);
        of.map(standing::of).ifPresent(found -> model.addAttribute("standing", found));
        model.addAttribute("names", members.stream().collect(Collectors.toMap(Library::code, Library::name)));
        return "council/imports";
    }

    @GetMapping("/council/imports/{number}")
    String show(
            @PathVariable String number,
            @RequestParam(defaultValue = "warnings") String list,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        sheet.show(number, Optional.empty(), list, page, model);
        model.addAttribute("place", PLACE);
        model.addAttribute("at", PLACE + "/" + number);
        return "desk/import";
    }

    /** Only how far it is, for a page that looks again every few seconds. */
    @GetMapping("/council/imports/{number}/progress")
    String progress(@PathVariable String number, Model model) {
        sheet.progress(number, Optional.empty(), model);
        model.addAttribute("at", PLACE + "/" + number);
        return "desk/_progress :: progress";
    }

    @GetMapping("/council/imports/{number}/rejects")
    ResponseEntity<StreamingResponseBody> rejects(@PathVariable String number) {
        return sheet.rejects(number, Optional.empty());
    }
}
