package org.consortium.web.desk;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.function.Function;
import org.consortium.core.Refusal;
import org.consortium.core.card.CardNumber;
import org.consortium.core.card.CardRefusal;
import org.consortium.core.card.Reader;
import org.consortium.core.member.Libraries;
import org.consortium.core.member.Staff;
import org.consortium.loans.card.CardDesk;
import org.consortium.loans.card.ReaderDesk;
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

/** The cards of a reader: lost, found, replaced, renewed, printed. Their numbers travel in forms, not in addresses. */
@Controller
class CardPages {

    private final ReaderDesk readers;
    private final CardDesk cards;
    private final ReaderPages pages;
    private final ReaderSheets sheets;
    private final Libraries libraries;
    private final Submissions submissions;
    private final DeskWords words;

    CardPages(
            ReaderDesk readers,
            CardDesk cards,
            ReaderPages pages,
            ReaderSheets sheets,
            Libraries libraries,
            Submissions submissions,
            DeskWords words) {
        this.readers = readers;
        this.cards = cards;
        this.pages = pages;
        this.sheets = sheets;
        this.libraries = libraries;
        this.submissions = submissions;
        this.words = words;
    }

    @PostMapping("/desk/readers/{alias}/cards")
    String issue(
            @PathVariable String alias,
            @Valid @ModelAttribute("fresh") CardForm form,
            BindingResult binding,
            Staff by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var reader = readers.required(alias, by);
        var done = submissions.done(
                binding,
                response,
                ReaderPages.FIELDS,
                () -> cards.replace(reader.id(), form.card(), form.until(), by.actor()));
        if (!done) {
            model.addAttribute("classes", pages.classes());
            model.addAttribute("pickups", pages.pickups());
            return pages.show(sheets.of(alias, by), model);
        }
        after.addFlashAttribute(
                "said", words.word("readers.said.issued", form.card().grouped()));
        return file(reader);
    }

    private static String file(Reader reader) {
        return "redirect:/desk/readers/" + reader.alias();
    }

    @PostMapping("/desk/readers/{alias}/lost-card")
    String reportLost(
            @PathVariable String alias,
            @RequestParam(defaultValue = "") String card,
            Staff by,
            RedirectAttributes after) {
        return does(alias, card, by, after, number -> {
            cards.reportLost(number, by.actor());
            return "readers.said.lost";
        });
    }

    @PostMapping("/desk/readers/{alias}/restored-card")
    String restore(
            @PathVariable String alias,
            @RequestParam(defaultValue = "") String card,
            Staff by,
            RedirectAttributes after) {
        return does(alias, card, by, after, number -> {
            cards.restore(number, by.actor());
            return "readers.said.restored";
        });
    }

    @PostMapping("/desk/readers/{alias}/renewed-card")
    String renew(
            @PathVariable String alias,
            @RequestParam(defaultValue = "") String card,
            @RequestParam(defaultValue = "") String until,
            Staff by,
            RedirectAttributes after) {
        return does(alias, card, by, after, number -> {
            cards.renew(number, CardForm.lastDay(until), by.actor());
            return "readers.said.renewed";
        });
    }

    @PostMapping("/desk/readers/{alias}/undone-card")
    String takeBack(
            @PathVariable String alias,
            @RequestParam(defaultValue = "") String card,
            Staff by,
            RedirectAttributes after) {
        return does(alias, card, by, after, number -> {
            cards.takeBack(number, by.actor());
            return "readers.said.taken-back";
        });
    }

    /** {@code deed} answers the message that says it is done. */
    private String does(
            String alias, String typed, Staff by, RedirectAttributes after, Function<CardNumber, String> deed) {
        var reader = readers.required(alias, by);
        words.tellOrRefuse(after, () -> {
            var card = CardForm.number(typed);
            if (cards.cardsOf(reader.id()).stream()
                    .noneMatch(one -> one.number().equals(card))) {
                throw new Refusal(CardRefusal.CARD_NOT_FOUND);
            }
            return words.word(deed.apply(card), card.grouped());
        });
        return file(reader);
    }

    /** To be printed, cut out and laminated where there is no card printer, or until the card comes. */
    @GetMapping("/desk/readers/{alias}/card")
    String print(@PathVariable String alias, Staff by, Model model) {
        var sheet = sheets.of(alias, by);
        model.addAttribute("card", sheet.card().orElseThrow(() -> new Refusal(CardRefusal.NO_CARD)));
        model.addAttribute("sheet", sheet);
        model.addAttribute("reader", sheet.reader());
        model.addAttribute("home", libraries.required(by.library()).name());
        return "desk/reader-card";
    }
}
