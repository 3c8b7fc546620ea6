package org.consortium.web.desk;

import java.time.Clock;
import org.consortium.catalog.intake.IntakeRefusal;
import org.consortium.catalog.intake.ItemClassCodes;
import org.consortium.catalog.intake.ItemFields;
import org.consortium.catalog.marc.ItemField;
import org.consortium.core.Reason;
import org.consortium.core.Refusal;
import org.consortium.core.member.Staff;
import org.consortium.core.union.ItemClass;
import org.consortium.web.site.Refusals;
import org.consortium.web.site.States;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a library's own codes of kinds of items map to the classes the consortium has agreed terms for, and where its records tell of copies. */
@Controller
class ItemCodePages {

    private static final String BACK = "redirect:/desk/item-codes";

    private final ItemClassCodes codes;
    private final ItemFields fields;
    private final DeskWords words;
    private final States states;
    private final Refusals refusals;
    private final Clock clock;

    ItemCodePages(
            ItemClassCodes codes, ItemFields fields, DeskWords words, States states, Refusals refusals, Clock clock) {
        this.codes = codes;
        this.fields = fields;
        this.words = words;
        this.states = states;
        this.refusals = refusals;
        this.clock = clock;
    }

    @GetMapping("/desk/item-codes")
    String list(Staff by, Model model) {
        model.addAttribute("unmapped", codes.unmapped(by.library()));
        model.addAttribute("mapped", codes.mapped(by.library()));
        model.addAttribute("classes", ItemClass.values());
        model.addAttribute("field", fields.of(by.library()).orElse(null));
        return "desk/item-codes";
    }

    @PostMapping("/desk/item-codes")
    String map(@RequestParam String code, @RequestParam ItemClass itemClass, Staff by, RedirectAttributes after) {
        try {
            int copies = codes.map(code, itemClass, by, clock.instant());
            after.addFlashAttribute(
                    "said", words.word("item-codes.said", code.strip(), words.word(states.word(itemClass)), copies));
        } catch (Refusal no) {
            if (no.reason().kind() == Reason.Kind.NOT_FOUND) {
                throw no;
            }
            after.addFlashAttribute("refused", refusals.told(no));
        }
        return BACK;
    }

    /** Without a tag copies are looked for in the usual fields. */
    @PostMapping("/desk/item-codes/field")
    String nameField(
            @RequestParam String tag,
            @RequestParam(defaultValue = "") String barcode,
            @RequestParam(defaultValue = "") String location,
            @RequestParam(defaultValue = "") String callNumber,
            @RequestParam(defaultValue = "") String itemClass,
            @RequestParam(defaultValue = "") String price,
            Staff by,
            RedirectAttributes after) {
        try {
            if (tag.isBlank()) {
                fields.forget(by, clock.instant());
            } else {
                var field = new ItemField(tag, barcode, location, callNumber, itemClass, price);
                fields.name(field, by, clock.instant());
            }
            after.addFlashAttribute("said", words.word("item-codes.field.said"));
        } catch (IllegalArgumentException noField) {
            after.addFlashAttribute("refused", refusals.told(new Refusal(IntakeRefusal.ITEM_FIELD_FORM)));
        }
        return BACK;
    }
}
