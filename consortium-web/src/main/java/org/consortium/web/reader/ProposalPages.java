package org.consortium.web.reader;

import java.io.Serializable;
import org.consortium.core.card.Reader;
import org.consortium.core.member.Libraries;
import org.consortium.loans.proposal.ProposalDesk;
import org.consortium.loans.proposal.ProposalNumber;
import org.consortium.loans.proposal.Proposals;
import org.consortium.loans.proposal.Proposed;
import org.consortium.web.site.Telling;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a reader proposes to her library to buy, and what it says to it. */
@Controller
class ProposalPages {

    private static final String PROPOSALS = "redirect:/account/proposals";

    private final Proposals proposals;
    private final ProposalDesk desk;
    private final Libraries libraries;
    private final Telling telling;

    ProposalPages(Proposals proposals, ProposalDesk desk, Libraries libraries, Telling telling) {
        this.proposals = proposals;
        this.desk = desk;
        this.libraries = libraries;
        this.telling = telling;
    }

    /** What a form that was refused shows again. */
    record Form(String title, String author, String isbn, String reason) implements Serializable {}

    /** @param title what was searched for in vain, to begin with */
    @GetMapping("/account/proposals")
    String all(@RequestParam(defaultValue = "") String title, Reader reader, Model model) {
        model.addAttribute("proposals", proposals.of(reader.id()));
        model.addAttribute("home", libraries.required(reader.homeLibrary()));
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", new Form(title, "", "", ""));
        }
        return "reader/proposals";
    }

    @PostMapping("/account/proposals")
    String propose(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String author,
            @RequestParam(defaultValue = "") String isbn,
            @RequestParam(defaultValue = "") String reason,
            Reader reader,
            RedirectAttributes after) {
        var done = telling.tell(after, () -> {
            desk.propose(Proposed.of(title, author, isbn, reason), reader);
            return telling.word("proposals.said.made", title.strip());
        });
        if (!done) {
            after.addFlashAttribute("form", new Form(title, author, isbn, reason));
        }
        return PROPOSALS;
    }

    @PostMapping("/account/proposals/{number}/withdrawal")
    String withdraw(@PathVariable ProposalNumber number, Reader reader, RedirectAttributes after) {
        telling.tell(after, () -> {
            desk.withdraw(number, reader);
            return telling.word("proposals.said.withdrawn");
        });
        return PROPOSALS;
    }
}
