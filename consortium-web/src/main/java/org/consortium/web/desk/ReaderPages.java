package org.consortium.web.desk;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import org.consortium.core.Reason;
import org.consortium.core.card.CardRefusal;
import org.consortium.core.card.Reader;
import org.consortium.core.card.ReaderClass;
import org.consortium.core.member.Branch;
import org.consortium.core.member.Branches;
import org.consortium.core.member.MemberRefusal;
import org.consortium.core.member.OwnBranches;
import org.consortium.core.member.Staff;
import org.consortium.loans.card.CardDesk;
import org.consortium.loans.card.ReaderDesk;
import org.consortium.loans.card.ReaderSearch;
import org.consortium.loans.desk.Scan;
import org.consortium.web.site.Pager;
import org.consortium.web.site.Submissions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The readers of a library, for its own staff: finding one, registering one, and keeping right what is known of her. A reader
 * stands in addresses by her alias, which says nothing of her.
 */
@Controller
class ReaderPages {

    private static final int ROWS = 25;
    private static final int BLOCKED_DAYS = 30;

    /** Where on the forms a refusal is told. */
    static final Map<Reason, String> FIELDS = Map.of(
            CardRefusal.CARD_NUMBER_TAKEN, "number",
            CardRefusal.CARD_NUMBER_FORM, "number",
            CardRefusal.CARD_VALIDITY, "expires",
            CardRefusal.PIN_FORM, "pin",
            CardRefusal.BLOCK_UNTIL_PAST, "until",
            MemberRefusal.REASON_NEEDED, "reason");

    private final ReaderDesk readers;
    private final CardDesk cards;
    private final ReaderSearch search;
    private final ReaderSheets sheets;
    private final Branches branches;
    private final OwnBranches own;
    private final Submissions submissions;
    private final DeskWords words;

    ReaderPages(
            ReaderDesk readers,
            CardDesk cards,
            ReaderSearch search,
            ReaderSheets sheets,
            Branches branches,
            OwnBranches own,
            Submissions submissions,
            DeskWords words) {
        this.readers = readers;
        this.cards = cards;
        this.search = search;
        this.sheets = sheets;
        this.branches = branches;
        this.own = own;
        this.submissions = submissions;
        this.words = words;
    }

    @ModelAttribute("classes")
    ReaderClass[] classes() {
        return ReaderClass.values();
    }

    @ModelAttribute("pickups")
    List<Branch> pickups() {
        return branches.findAllByOrderByLibraryAscCodeAsc().stream()
                .filter(Branch::offersPickup)
                .toList();
    }

    /** A card that is scanned opens its reader; other libraries' readers are not shown here, only served at the desk. */
    @GetMapping("/desk/readers")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            Staff by,
            Model model) {
        if (Scan.read(q) instanceof Scan.OfCard of) {
            var reader = cards.find(of.card());
            if (reader.filter(found -> found.homeLibrary().equals(by.library())).isPresent()) {
                return file(reader.get());
            }
            model.addAttribute(reader.isPresent() ? "elsewhere" : "unknown", of.card());
        }
        var found = search.find(by.library(), q, Math.max(0, page), ROWS);
        model.addAttribute("found", found);
        model.addAttribute("pager", Pager.of(found));
        model.addAttribute("today", cards.today(by.library()));
        model.addAttribute("q", q);
        return "desk/readers";
    }

    private static String file(Reader reader) {
        return "redirect:/desk/readers/" + reader.alias();
    }

    @GetMapping("/desk/readers/new")
    String ask(@RequestParam(defaultValue = "") String card, Staff by, Model model) {
        var usual = own.main(by.library())
                .filter(Branch::offersPickup)
                .map(branch -> branch.code().value());
        model.addAttribute(
                "form", NewReaderForm.empty(card.strip(), cards.usualExpiry(by.library()), usual.orElse("")));
        return "desk/reader-new";
    }

    @PostMapping("/desk/readers")
    String register(
            @Valid @ModelAttribute("form") NewReaderForm form,
            BindingResult binding,
            Staff by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var pin = form.leavesPinToChance() ? readers.freshPin() : form.pin();
        var done = submissions.done(
                binding, response, FIELDS, () -> readers.register(form.registration(pin), by.library(), by.actor()));
        if (!done) {
            return "desk/reader-new";
        }
        var reader = cards.find(CardForm.number(form.number())).orElseThrow();
        if (form.leavesPinToChance()) {
            return tellPin(reader, pin, by, model);
        }
        after.addFlashAttribute("said", words.word("readers.said.registered", reader.name()));
        return file(reader);
    }

    /** In the answer itself: the PIN is kept nowhere, not even for the next page. */
    private String tellPin(Reader reader, String pin, Staff by, Model model) {
        model.addAttribute("sheet", sheets.of(reader.alias(), by));
        model.addAttribute("pin", pin);
        return "desk/reader-pin";
    }

    @GetMapping("/desk/readers/{alias}")
    String show(@PathVariable String alias, Staff by, Model model) {
        return show(sheets.of(alias, by), model);
    }

    /** Forms that were sent stand there as they were filled in, the others empty. */
    String show(ReaderSheet sheet, Model model) {
        var expiry = cards.usualExpiry(sheet.reader().homeLibrary()).toString();
        var forms = Map.of(
                "form", ReaderForm.of(sheet.reader()),
                "fresh", new CardForm("", expiry),
                "block",
                        new BlockForm(
                                sheet.today().plusDays(BLOCKED_DAYS).toString(),
                                "",
                                sheet.reader().version()));
        forms.forEach((name, form) -> {
            if (!model.containsAttribute(name)) {
                model.addAttribute(name, form);
            }
        });
        model.addAttribute("sheet", sheet);
        model.addAttribute("reader", sheet.reader());
        model.addAttribute("expiry", expiry);
        return "desk/reader";
    }

    @PostMapping("/desk/readers/{alias}")
    String edit(
            @PathVariable String alias,
            @Valid @ModelAttribute("form") ReaderForm form,
            BindingResult binding,
            Staff by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var reader = readers.required(alias, by);
        var done = submissions.done(
                binding,
                response,
                () -> readers.edit(
                        reader.id(),
                        form.version(),
                        form.name(),
                        form.readerClass(),
                        form.phone(),
                        form.email(),
                        form.collectsAt(),
                        by.actor()));
        if (!done) {
            return show(sheets.of(alias, by), model);
        }
        after.addFlashAttribute("said", words.word("readers.said.edited", form.name()));
        return file(reader);
    }

    @PostMapping("/desk/readers/{alias}/pin")
    String resetPin(@PathVariable String alias, Staff by, Model model) {
        var reader = readers.required(alias, by);
        return tellPin(reader, readers.resetPin(reader.id(), by.actor()), by, model);
    }

    @PostMapping("/desk/readers/{alias}/block")
    String block(
            @PathVariable String alias,
            @Valid @ModelAttribute("block") BlockForm form,
            BindingResult binding,
            Staff by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var reader = readers.required(alias, by);
        var done = submissions.done(
                binding,
                response,
                FIELDS,
                () -> readers.block(reader.id(), form.version(), form.lastDay(), form.reason(), by.actor()));
        if (!done) {
            return show(sheets.of(alias, by), model);
        }
        after.addFlashAttribute("said", words.word("readers.said.blocked", reader.name()));
        return file(reader);
    }

    @PostMapping("/desk/readers/{alias}/unblocking")
    String unblock(
            @PathVariable String alias,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(required = false) Long version,
            Staff by,
            RedirectAttributes after) {
        var reader = readers.required(alias, by);
        words.tellOrRefuse(after, () -> {
            readers.unblock(reader.id(), version, why, by.actor());
            return words.word("readers.said.unblocked", reader.name());
        });
        return file(reader);
    }

    @PostMapping("/desk/readers/{alias}/undoing")
    String undo(@PathVariable String alias, Staff by, RedirectAttributes after) {
        var reader = readers.required(alias, by);
        var done = words.tellOrRefuse(after, () -> {
            readers.undoRegistration(reader.id(), by.actor());
            return words.word("readers.said.undone", reader.name());
        });
        return done ? "redirect:/desk/readers" : file(reader);
    }
}
