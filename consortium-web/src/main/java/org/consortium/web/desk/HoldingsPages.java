package org.consortium.web.desk;

import org.consortium.core.member.Staff;
import org.consortium.web.site.Pager;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The copies of a library, by barcode, call number or title. */
@Controller
class HoldingsPages {

    private static final int COPIES = 25;

    private final OwnCopies copies;

    HoldingsPages(OwnCopies copies) {
        this.copies = copies;
    }

    @GetMapping("/desk/holdings")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            Staff by,
            Model model) {
        var found = copies.find(by.library(), q, Math.max(0, page), COPIES);
        model.addAttribute("copies", found);
        model.addAttribute("pager", Pager.of(found));
        model.addAttribute("q", q);
        return "desk/holdings";
    }
}
