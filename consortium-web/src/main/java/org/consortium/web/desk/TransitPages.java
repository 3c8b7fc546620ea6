package org.consortium.web.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Staff;
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

    TransitPages(TransitBoard board) {
        this.board = board;
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

    /** What was sent since a day: the van takes what has gathered since it last called. */
    @GetMapping("/desk/transits/{from}/{to}")
    String manifest(
            @PathVariable BranchCode from,
            @PathVariable BranchCode to,
            @RequestParam(defaultValue = "") String since,
            Staff by,
            Model model) {
        model.addAttribute("manifest", board.manifest(from, to, day(since), by.library()));
        return "desk/manifest";
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return typed.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeException nonsense) {
            return Optional.empty();
        }
    }
}
