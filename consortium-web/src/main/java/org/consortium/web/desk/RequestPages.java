package org.consortium.web.desk;

import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.consortium.core.Reason;
import org.consortium.core.Refusal;
import org.consortium.core.ill.DeclineReason;
import org.consortium.core.ill.Request;
import org.consortium.core.ill.RequestNumber;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Branches;
import org.consortium.core.member.Staff;
import org.consortium.core.union.UnionRefusal;
import org.consortium.loans.desk.LoanDesk;
import org.consortium.loans.request.RequestDesk;
import org.consortium.loans.request.RequestSheets;
import org.consortium.loans.request.RequestWorklist;
import org.consortium.loans.request.RequestWorklist.Tab;
import org.consortium.web.site.Pager;
import org.consortium.web.site.Refusals;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Requests of a library: the work list with a tab for each thing to do, the sheet of each request, the slips. */
@Controller
class RequestPages {

    private static final int ROWS = 25;
    private static final String LIST = "redirect:/desk/requests";

    private final RequestDesk desk;
    private final LoanDesk loans;
    private final RequestWorklist worklist;
    private final RequestSheets sheets;
    private final Branches branches;
    private final DeskWords words;
    private final Refusals refusals;

    RequestPages(
            RequestDesk desk,
            LoanDesk loans,
            RequestWorklist worklist,
            RequestSheets sheets,
            Branches branches,
            DeskWords words,
            Refusals refusals) {
        this.desk = desk;
        this.loans = loans;
        this.worklist = worklist;
        this.sheets = sheets;
        this.branches = branches;
        this.words = words;
        this.refusals = refusals;
    }

    @GetMapping("/desk/requests")
    String list(
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            Staff by,
            Model model) {
        var counts = q.isBlank() ? worklist.counts(by.library()) : worklist.found(by.library(), q);
        var chosen = Arrays.stream(Tab.values())
                .filter(one -> one.code().equals(tab))
                .filter(one -> q.isBlank() || counts.get(one) > 0)
                .findFirst()
                .orElseGet(() -> firstWithWork(counts));
        var rows = worklist.rows(by.library(), chosen, q, Math.max(0, page), ROWS);
        model.addAttribute("tabs", Tab.values());
        model.addAttribute("counts", counts);
        model.addAttribute("tab", chosen);
        model.addAttribute("rows", rows);
        model.addAttribute("pager", Pager.of(rows));
        model.addAttribute("q", q);
        return "desk/requests";
    }

    private static Tab firstWithWork(Map<Tab, Integer> counts) {
        return Arrays.stream(Tab.values())
                .filter(tab -> counts.getOrDefault(tab, 0) > 0)
                .findFirst()
                .orElse(Tab.TO_ANSWER);
    }

    @GetMapping("/desk/requests/{number}")
    String show(@PathVariable RequestNumber number, Staff by, Model model) {
        var sheet = sheets.of(number, by);
        model.addAttribute("sheet", sheet);
        model.addAttribute("deeds", Deed.on(sheet));
        model.addAttribute("reasons", DeclineReason.values());
        return "desk/request";
    }

    @GetMapping("/desk/requests/{number}/slip")
    String slip(@PathVariable RequestNumber number, Staff by, Model model) {
        model.addAttribute("sheet", sheets.of(number, by));
        return "desk/slip";
    }

    @GetMapping("/desk/pick-list")
    String pickList(Staff by, Model model) {
        model.addAttribute("rows", worklist.pickList(by.library()));
        return "desk/pick-list";
    }

    @PostMapping("/desk/requests/{number}/{noun}")
    String does(
            @PathVariable RequestNumber number,
            @PathVariable String noun,
            @Valid @ModelAttribute DeedForm form,
            BindingResult binding,
            Staff by,
            RedirectAttributes after) {
        var deed = Deed.of(noun).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        tell(deed.noun(), binding, after, () -> deed.at(desk, number, form, by));
        return LIST + "/" + number;
    }

    /** The copy is handed to the reader it waits for. */
    @PostMapping("/desk/requests/{number}/loan")
    String lend(
            @PathVariable RequestNumber number,
            @RequestParam Long version,
            Staff by,
            HttpSession session,
            RedirectAttributes after) {
        try {
            var slip = loans.lend(number, version, branch(number, session, by), by);
            after.addFlashAttribute("said", words.word("requests.said.loan", slip.title()));
        } catch (Refusal no) {
            refuse(no, after);
        }
        return LIST + "/" + number;
    }

    /** Several requests at once: the shelves are walked once for all of them. */
    @PostMapping("/desk/accepted-requests")
    String acceptAll(
            @RequestParam(name = "number", required = false) List<String> numbers, Staff by, RedirectAttributes after) {
        var chosen = numbers == null ? List.<String>of() : numbers;
        int accepted = 0;
        for (var number : chosen) {
            try {
                desk.accept(new RequestNumber(number), null, by);
                accepted++;
            } catch (Refusal no) {
                refuse(no, after);
            }
        }
        if (accepted > 0) {
            after.addFlashAttribute("said", words.word("requests.said.accepted", accepted));
            return "redirect:/desk/pick-list";
        }
        if (chosen.isEmpty()) {
            after.addFlashAttribute("said", words.word("requests.said.none-chosen"));
        }
        return LIST;
    }

    private void tell(String noun, BindingResult binding, RedirectAttributes after, Supplier<Request> deed) {
        if (binding.hasErrors()) {
            after.addFlashAttribute("said", words.word("form.not-possible"));
            return;
        }
        try {
            var request = deed.get();
            after.addFlashAttribute("said", words.word("requests.said." + noun, request.number()));
        } catch (Refusal no) {
            refuse(no, after);
        } catch (IllegalArgumentException nonsense) {
            after.addFlashAttribute("refused", refusals.told(new Refusal(UnionRefusal.COPY_NOT_FOUND, "")));
        }
    }

    private void refuse(Refusal no, RedirectAttributes after) {
        if (no.reason().kind() == Reason.Kind.NOT_FOUND && no.reason() != UnionRefusal.COPY_NOT_FOUND) {
            throw no;
        }
        after.addFlashAttribute("refused", refusals.told(no));
    }

    /** Where the librarian stands, or else where the copy waits. */
    private BranchCode branch(RequestNumber number, HttpSession session, Staff by) {
        var sitting = (Sitting) session.getAttribute(Sitting.NAME);
        if (sitting != null && sitting.branch().isPresent()) {
            return branches.required(new BranchCode(sitting.branch().get()), by.library())
                    .code();
        }
        return desk.show(number, by).pickup();
    }
}
