package org.consortium.web.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Staff;
import org.consortium.loans.card.CardDesk;
import org.consortium.loans.transit.TransitBoard;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What is on its way to a library and from it, and the manifest for the van. */
@Controller
class TransitPages {

    private final TransitBoard board;
    private final CardDesk cards;

    TransitPages(TransitBoard board, CardDesk cards) {
        this.board = board;
        this.cards = cards;
    }

    @GetMapping("/desk/transits")
    String show(Staff by, Model model) {
        var arriving = board.arriving(by.library());
        model.addAttribute("arriving", arriving);
        model.addAttribute(
                "late", arriving.stream().filter(TransitBoard.Row::overdue).count());
        model.addAttribute("leaving", board.leaving(by.library()));
        return "desk/transits";
    }

    /** What was sent since a day, today where none is named: the van takes what has gathered since it last called. */
    @GetMapping("/desk/transits/{from}/{to}")
    String manifest(
            @PathVariable BranchCode from,
            @PathVariable BranchCode to,
            @RequestParam(defaultValue = "") String since,
            Staff by,
            Model model) {
        var day = day(since, cards.today(by.library()));
        model.addAttribute("manifest", board.manifest(from, to, day, by.library()));
        model.addAttribute("since", day);
        return "desk/manifest";
    }

    private static LocalDate day(String typed, LocalDate otherwise) {
        try {
            return typed.isBlank() ? otherwise : LocalDate.parse(typed.strip());
        } catch (DateTimeException nonsense) {
            return otherwise;
        }
    }
}
