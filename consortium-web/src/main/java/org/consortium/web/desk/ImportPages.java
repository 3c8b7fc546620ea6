package org.consortium.web.desk;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.consortium.catalog.intake.IntakeDesk;
import org.consortium.catalog.intake.IntakeJob;
import org.consortium.catalog.intake.IntakeRefusal;
import org.consortium.catalog.intake.MemberStanding;
import org.consortium.catalog.marc.MarcFamily;
import org.consortium.catalog.marc.MarcOptions;
import org.consortium.core.Reason;
import org.consortium.core.Refusal;
import org.consortium.core.member.Branch;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.OwnBranches;
import org.consortium.core.member.Role;
import org.consortium.core.member.Staff;
import org.consortium.web.site.Pager;
import org.consortium.web.site.Refusals;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Imports of a library: a file of records comes in, its progress, what was doubtful and what could not be read. */
@Controller
class ImportPages {

    private static final String PLACE = "/desk/imports";
    private static final String LIST = "redirect:" + PLACE;
    private static final int JOBS = 20;
    private static final List<String> ENCODINGS =
            List.of("UTF-8", "GB18030", "MARC-8", "Big5", "ISO-5426", "windows-1252");

    private final IntakeDesk desk;
    private final ImportSheet sheet;
    private final MemberStanding standing;
    private final OwnBranches branches;
    private final DeskWords words;
    private final Refusals refusals;

    ImportPages(
            IntakeDesk desk,
            ImportSheet sheet,
            MemberStanding standing,
            OwnBranches branches,
            DeskWords words,
            Refusals refusals) {
        this.desk = desk;
        this.sheet = sheet;
        this.standing = standing;
        this.branches = branches;
        this.words = words;
        this.refusals = refusals;
    }

    @GetMapping("/desk/imports")
    String list(@RequestParam(defaultValue = "0") int page, Staff by, Model model) {
        var jobs = desk.jobs(of(by), Math.max(0, page), JOBS);
        model.addAttribute("jobs", jobs);
        model.addAttribute("pager", Pager.of(jobs));
        model.addAttribute("standing", standing.of(by.library()));
        model.addAttribute("mayHarvest", by.is(Role.LIBRARY_ADMIN));
        model.addAttribute("families", MarcFamily.values());
        model.addAttribute("encodings", ENCODINGS);
        model.addAttribute("branches", branches.open(by.library()));
        model.addAttribute("main", branches.main(by.library()).map(Branch::code).orElse(null));
        return "desk/imports";
    }

    @PostMapping("/desk/imports")
    String start(
            @RequestParam MultipartFile file,
            @RequestParam BranchCode branch,
            @RequestParam(required = false) MarcFamily family,
            @RequestParam(defaultValue = "") String encoding,
            Staff by,
            RedirectAttributes after)
            throws IOException {
        try (var content = file.getInputStream()) {
            var name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
            var options = new MarcOptions(family, encoding, 0);
            var job = desk.start(by.library(), branch, name, content, options, by);
            return LIST + "/" + job.number();
        } catch (Refusal no) {
            if (no.reason().kind() == Reason.Kind.NOT_FOUND) {
                throw no;
            }
            after.addFlashAttribute("refused", refusals.told(no));
            return LIST;
        }
    }

    @GetMapping("/desk/imports/{number}")
    String show(
            @PathVariable String number,
            @RequestParam(defaultValue = "warnings") String list,
            @RequestParam(defaultValue = "0") int page,
            Staff by,
            Model model) {
        if (desk.job(number, of(by)).state() == IntakeJob.State.MAPPING) {
            return LIST + "/" + number + "/columns";
        }
        sheet.show(number, of(by), list, page, model);
        model.addAttribute("place", PLACE);
        model.addAttribute("at", PLACE + "/" + number);
        return "desk/import";
    }

    /** Only how far it is, for a page that looks again every few seconds. */
    @GetMapping("/desk/imports/{number}/progress")
    String progress(@PathVariable String number, Staff by, Model model) {
        sheet.progress(number, of(by), model);
        model.addAttribute("at", PLACE + "/" + number);
        return "desk/_progress :: progress";
    }

    @PostMapping("/desk/imports/{number}/cancellation")
    String cancel(@PathVariable String number, Staff by, RedirectAttributes after) {
        try {
            desk.cancel(number, by);
            after.addFlashAttribute("said", words.word("imports.said.cancelled", number));
        } catch (Refusal no) {
            if (no.reason() != IntakeRefusal.IMPORT_OVER) {
                throw no;
            }
            after.addFlashAttribute("refused", refusals.told(no));
        }
        return LIST + "/" + number;
    }

    /** All records that could not be read, as they came, to mend and send again. */
    @GetMapping("/desk/imports/{number}/rejects")
    ResponseEntity<StreamingResponseBody> rejects(@PathVariable String number, Staff by) {
        return sheet.rejects(number, of(by));
    }

    private static Optional<LibraryCode> of(Staff by) {
        return Optional.of(by.library());
    }
}
