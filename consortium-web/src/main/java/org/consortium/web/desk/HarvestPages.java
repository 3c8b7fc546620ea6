package org.consortium.web.desk;

import java.util.Optional;
import java.util.stream.Collectors;
import org.consortium.catalog.harvest.HarvestDesk;
import org.consortium.catalog.marc.MarcFamily;
import org.consortium.core.Reason;
import org.consortium.core.Refusal;
import org.consortium.core.member.Branch;
import org.consortium.core.member.Libraries;
import org.consortium.core.member.Library;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.OwnBranches;
import org.consortium.core.member.Staff;
import org.consortium.web.site.Pager;
import org.consortium.web.site.Refusals;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a connected library's records are fetched from, set by its admin; the council reads all of them. */
@Controller
class HarvestPages {

    private static final String LIST = "redirect:/desk/harvests";
    private static final int RUNS = 20;

    private final HarvestDesk desk;
    private final OwnBranches branches;
    private final Libraries libraries;
    private final DeskWords words;
    private final Refusals refusals;

    HarvestPages(HarvestDesk desk, OwnBranches branches, Libraries libraries, DeskWords words, Refusals refusals) {
        this.desk = desk;
        this.branches = branches;
        this.libraries = libraries;
        this.words = words;
        this.refusals = refusals;
    }

    @GetMapping("/desk/harvests")
    String list(Staff by, Model model) {
        var harvests = desk.harvests(of(by));
        model.addAttribute("harvests", harvests);
        model.addAttribute("last", desk.last(harvests));
        form(HarvestForm.empty(), by, model);
        return "desk/harvests";
    }

    private void form(HarvestForm form, Staff by, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("families", MarcFamily.values());
        model.addAttribute("branches", branches.open(by.library()));
        var main = branches.main(by.library()).map(Branch::code).orElse(null);
        model.addAttribute("main", form.branch() == null ? main : form.branch());
    }

    @PostMapping("/desk/harvests")
    String add(@ModelAttribute HarvestForm form, Staff by, Model model) {
        try {
            return LIST + "/" + desk.add(form.asked(), by).code();
        } catch (Refusal no) {
            told(no, model);
            var page = list(by, model);
            form(form, by, model);
            return page;
        }
    }

    @GetMapping("/desk/harvests/{code}")
    String show(@PathVariable String code, @RequestParam(defaultValue = "0") int page, Staff by, Model model) {
        show(code, page, Optional.empty(), by, model);
        return "desk/harvest";
    }

    private void show(String code, int page, Optional<HarvestForm> typed, Staff by, Model model) {
        var harvest = desk.harvest(code, of(by));
        var runs = desk.runs(code, of(by), Math.max(0, page), RUNS);
        model.addAttribute("harvest", harvest);
        model.addAttribute("runs", runs);
        model.addAttribute("pager", Pager.of(runs));
        model.addAttribute("going", runs.items().stream().anyMatch(run -> !run.isOver()));
        form(typed.orElse(HarvestForm.of(harvest)), by, model);
    }

    @PostMapping("/desk/harvests/{code}")
    String change(
            @PathVariable String code,
            @ModelAttribute HarvestForm form,
            Staff by,
            Model model,
            RedirectAttributes after) {
        try {
            desk.change(code, form.asked(), form.isPaused(), by);
            after.addFlashAttribute("said", words.word("harvests.said.changed"));
            return LIST + "/" + code;
        } catch (Refusal no) {
            told(no, model);
            show(code, 0, Optional.of(form), by, model);
            return "desk/harvest";
        }
    }

    private void told(Refusal no, Model model) {
        if (no.reason().kind() == Reason.Kind.NOT_FOUND) {
            throw no;
        }
        model.addAttribute("refused", refusals.told(no));
    }

    /** Whether the server answers, and what it calls itself. */
    @PostMapping("/desk/harvests/{code}/greeting")
    String greet(@PathVariable String code, Staff by, RedirectAttributes after) {
        return done(code, after, () -> words.word("harvests.said.greeted", desk.greet(code, by)));
    }

    @PostMapping("/desk/harvests/{code}/runs")
    String fetch(
            @PathVariable String code,
            @RequestParam(defaultValue = "false") boolean everything,
            Staff by,
            RedirectAttributes after) {
        return done(code, after, () -> {
            desk.fetchNow(code, everything, by);
            return words.word("harvests.said.asked");
        });
    }

    @PostMapping("/desk/harvests/{code}/cancellation")
    String cancel(@PathVariable String code, Staff by, RedirectAttributes after) {
        return done(code, after, () -> {
            desk.cancel(code, by);
            return words.word("harvests.said.cancelled");
        });
    }

    private String done(String code, RedirectAttributes after, java.util.function.Supplier<String> deed) {
        try {
            after.addFlashAttribute("said", deed.get());
        } catch (Refusal no) {
            if (no.reason().kind() == Reason.Kind.NOT_FOUND) {
                throw no;
            }
            after.addFlashAttribute("refused", refusals.told(no));
        }
        return LIST + "/" + code;
    }

    @GetMapping("/council/harvests")
    String ofAll(Model model) {
        var harvests = desk.harvests(Optional.empty());
        model.addAttribute("harvests", harvests);
        model.addAttribute("last", desk.last(harvests));
        model.addAttribute(
                "names", libraries.inOrder().stream().collect(Collectors.toMap(Library::code, Library::name)));
        return "council/harvests";
    }

    private static Optional<LibraryCode> of(Staff by) {
        return Optional.of(by.library());
    }
}
