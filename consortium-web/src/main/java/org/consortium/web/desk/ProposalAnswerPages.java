package org.consortium.web.desk;

import org.consortium.core.Reason;
import org.consortium.core.Refusal;
import org.consortium.core.member.Staff;
import org.consortium.core.union.RecordId;
import org.consortium.loans.proposal.ProposalDesk;
import org.consortium.loans.proposal.ProposalNumber;
import org.consortium.loans.proposal.ProposalState;
import org.consortium.loans.proposal.Proposals;
import org.consortium.web.site.Pager;
import org.consortium.web.site.Refusals;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What readers of a library propose to it, to be answered. */
@Controller
class ProposalAnswerPages {

    private static final int ROWS = 25;

    private final Proposals proposals;
    private final ProposalDesk desk;
    private final DeskWords words;
    private final Refusals refusals;

    ProposalAnswerPages(Proposals proposals, ProposalDesk desk, DeskWords words, Refusals refusals) {
        this.proposals = proposals;
        this.desk = desk;
        this.words = words;
        this.refusals = refusals;
    }

    @GetMapping("/desk/proposals")
    String list(
            @RequestParam(defaultValue = "false") boolean answered,
            @RequestParam(defaultValue = "0") int page,
            Staff by,
            Model model) {
        var rows = proposals.to(by.library(), !answered, Math.max(0, page), ROWS);
        model.addAttribute("rows", rows);
        model.addAttribute("answered", answered);
        model.addAttribute("pager", Pager.of(rows));
        return "desk/proposals";
    }

    /** @param record the record's number, or its address as it was copied */
    @PostMapping("/desk/proposals/{number}/answer")
    String answer(
            @PathVariable ProposalNumber number,
            @RequestParam(defaultValue = "OPEN") ProposalState answer,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String record,
            Staff by,
            RedirectAttributes after) {
        try {
            desk.answer(number, answer, text, recordIn(record), by);
            after.addFlashAttribute("said", words.word("proposals.said.answered", number));
        } catch (Refusal no) {
            if (no.reason().kind() == Reason.Kind.NOT_FOUND && record.isBlank()) {
                throw no;
            }
            after.addFlashAttribute("refused", refusals.told(no));
        }
        return "redirect:/desk/proposals";
    }

    private static RecordId recordIn(String typed) {
        var last = typed.strip().replaceFirst("[?#].*$", "").replaceFirst("^.*/", "");
        return last.isEmpty() ? null : new RecordId(last);
    }
}
