package org.consortium.web.desk;

import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.consortium.core.Reason;
import org.consortium.core.Refusal;
import org.consortium.core.card.CardNumber;
import org.consortium.core.card.CardRefusal;
import org.consortium.core.loan.LoanRefusal;
import org.consortium.core.member.Branch;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Branches;
import org.consortium.core.member.Libraries;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.MemberRefusal;
import org.consortium.core.member.OwnBranches;
import org.consortium.core.member.Staff;
import org.consortium.core.union.Barcode;
import org.consortium.core.union.UnionRefusal;
import org.consortium.loans.desk.DeskReader;
import org.consortium.loans.desk.LoanDesk;
import org.consortium.loans.desk.Scan;
import org.consortium.loans.request.RequestScans;
import org.consortium.web.site.Refusals;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The desk: one box that knows a card from a book, for loans, returns and the moves of requests. */
@Controller
class CirculationPages {

    private static final String DESK = "redirect:/desk";

    private final LoanDesk loans;
    private final RequestScans scans;
    private final Libraries libraries;
    private final Branches branches;
    private final OwnBranches own;
    private final DeskWords words;
    private final Refusals refusals;

    CirculationPages(
            LoanDesk loans,
            RequestScans scans,
            Libraries libraries,
            Branches branches,
            OwnBranches own,
            DeskWords words,
            Refusals refusals) {
        this.loans = loans;
        this.scans = scans;
        this.libraries = libraries;
        this.branches = branches;
        this.own = own;
        this.words = words;
        this.refusals = refusals;
    }

    @ModelAttribute(Sitting.NAME)
    Sitting sitting(HttpSession session) {
        var sitting = (Sitting) session.getAttribute(Sitting.NAME);
        return sitting == null ? new Sitting() : sitting;
    }

    @GetMapping("/desk")
    String desk(@ModelAttribute(Sitting.NAME) Sitting sitting, Staff by, Model model) {
        var here = branch(sitting, by);
        model.addAttribute("branch", here);
        model.addAttribute("branches", own.open(by.library()));
        model.addAttribute("lines", sitting.lines());
        model.addAttribute("returnsOnly", sitting.isReturnsOnly());
        reader(sitting, here, by).ifPresent(reader -> show(reader, model));
        return "desk/desk";
    }

    private void show(DeskReader reader, Model model) {
        model.addAttribute("reader", reader);
        model.addAttribute(
                "why", reader.refusals().stream().map(refusals::sentence).toList());
    }

    private Optional<DeskReader> reader(Sitting sitting, Branch here, Staff by) {
        return sitting.card().map(card -> loans.reader(new CardNumber(card), here.code(), by));
    }

    @PostMapping("/desk/scans")
    String scan(
            @RequestParam(defaultValue = "") String scan,
            @RequestParam(defaultValue = "") String owner,
            @ModelAttribute(Sitting.NAME) Sitting sitting,
            Staff by,
            HttpSession session,
            RedirectAttributes after) {
        var here = branch(sitting, by).code();
        var read = Scan.read(scan);
        var to = DESK;
        if (read instanceof Scan.Command command) {
            to = obey(command, sitting, here, by, after);
        } else if (read instanceof Scan.OfCard of) {
            open(of.card(), sitting, here, by, after);
        } else if (read instanceof Scan.OfRequest of) {
            to = "redirect:/desk/requests/" + of.request();
        } else if (read instanceof Scan.OfCopy of) {
            pass(of.barcode(), owner, sitting, here, by, after);
        } else if (!scan.isBlank()) {
            after.addFlashAttribute("puzzled", words.word("desk.not-understood"));
        }
        session.setAttribute(Sitting.NAME, sitting);
        return to;
    }

    private String obey(Scan.Command command, Sitting sitting, BranchCode here, Staff by, RedirectAttributes after) {
        switch (command) {
            case RETURNS -> sitting.takeReturnsOnly(!sitting.isReturnsOnly());
            case NEXT_READER -> sitting.nextReader();
            case UNDO ->
                sitting.undoable()
                        .ifPresentOrElse(
                                line -> undo(line, sitting, here, by, after),
                                () -> after.addFlashAttribute(
                                        "refused", refusals.told(new Refusal(LoanRefusal.NOTHING_TO_UNDO))));
            case PRINT -> {
                return "redirect:/desk/receipt";
            }
        }
        return DESK;
    }

    private void open(CardNumber card, Sitting sitting, BranchCode here, Staff by, RedirectAttributes after) {
        try {
            loans.reader(card, here, by);
            sitting.serve(card.value());
        } catch (Refusal no) {
            after.addFlashAttribute("refused", refusals.told(no));
            if (no.reason() == CardRefusal.CARD_NOT_FOUND) {
                after.addFlashAttribute("unknownCard", card.value());
            }
        }
    }

    /** A book: lent to the reader at the desk; without one, the move its request waits for, or a return. */
    private void pass(
            Barcode copy, String owner, Sitting sitting, BranchCode here, Staff by, RedirectAttributes after) {
        var of = owner.isBlank() ? null : new LibraryCode(owner);
        try {
            var line = sitting.card().isPresent() && !sitting.isReturnsOnly()
                    ? lend(new CardNumber(sitting.card().get()), copy, of, here, by)
                    : takeIn(copy, of, here, by);
            sitting.add(line);
        } catch (Refusal no) {
            if (no.reason() == UnionRefusal.BARCODE_AT_SEVERAL_LIBRARIES) {
                after.addFlashAttribute("ambiguous", copy.value());
                after.addFlashAttribute("owners", owners(no));
            }
            sitting.add(words.stopped(no, copy.value()));
        }
    }

    /** The libraries that have a copy of the barcode: the refusal names them. */
    private LinkedHashMap<String, String> owners(Refusal no) {
        var owners = new LinkedHashMap<String, String>();
        for (var code : (List<?>) no.arguments().get(1)) {
            var library = libraries.required((LibraryCode) code);
            owners.put(library.code().value(), library.name().in(LocaleContextHolder.getLocale()));
        }
        return owners;
    }

    private DeskLine lend(CardNumber card, Barcode copy, LibraryCode owner, BranchCode here, Staff by) {
        try {
            return words.lent(loans.lend(card, copy, owner, here, by));
        } catch (Refusal no) {
            // she has it already and hands it over with the others: she wants to keep it longer
            if (no.reason() == LoanRefusal.COPY_LENT_TO_THIS_READER) {
                return words.renewed(loans.renew(card, copy, by));
            }
            throw no;
        }
    }

    private DeskLine takeIn(Barcode copy, LibraryCode owner, BranchCode here, Staff by) {
        var moved = scans.scan(copy, here, by);
        return moved.isPresent()
                ? words.moved(moved.get(), copy)
                : words.returned(loans.takeBack(copy, owner, here, by));
    }

    @PostMapping("/desk/branch")
    String standAt(
            @RequestParam BranchCode branch,
            @ModelAttribute(Sitting.NAME) Sitting sitting,
            Staff by,
            HttpSession session) {
        sitting.standAt(branches.required(branch, by.library()).code().value());
        session.setAttribute(Sitting.NAME, sitting);
        return DESK;
    }

    @PostMapping("/desk/undone-loans")
    String undo(
            @RequestParam Barcode copy,
            @ModelAttribute(Sitting.NAME) Sitting sitting,
            Staff by,
            HttpSession session,
            RedirectAttributes after) {
        var line = sitting.undoable(copy).orElseThrow(() -> new Refusal(LoanRefusal.LOAN_NOT_FOUND));
        undo(line, sitting, branch(sitting, by).code(), by, after);
        session.setAttribute(Sitting.NAME, sitting);
        return DESK;
    }

    private void undo(DeskLine line, Sitting sitting, BranchCode here, Staff by, RedirectAttributes after) {
        try {
            loans.undo(line.loan(), here, by);
            sitting.undone(line, words.undone(line));
        } catch (Refusal no) {
            if (no.reason().kind() == Reason.Kind.NOT_FOUND) {
                throw no;
            }
            after.addFlashAttribute("refused", refusals.told(no));
        }
    }

    @GetMapping("/desk/receipt")
    String receipt(@ModelAttribute(Sitting.NAME) Sitting sitting, Staff by, Model model) {
        var here = branch(sitting, by);
        model.addAttribute("branch", here);
        model.addAttribute("lines", sitting.lines());
        reader(sitting, here, by).ifPresent(reader -> show(reader, model));
        return "desk/receipt";
    }

    /** Where the librarian said she stands, in this session; until then the main branch. */
    private Branch branch(Sitting sitting, Staff by) {
        var here = sitting.branch()
                .flatMap(branches::findById)
                .filter(branch -> branch.library().equals(by.library()))
                .or(() -> own.main(by.library()))
                .orElseThrow(() -> new Refusal(MemberRefusal.BRANCH_NOT_FOUND, by.library()));
        sitting.standAt(here.code().value());
        return here;
    }
}
