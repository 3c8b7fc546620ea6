package org.consortium.catalog.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.consortium.catalog.marc.MarcItem;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Branches;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Barcode;
import org.consortium.core.union.Format;
import org.consortium.core.union.ItemClass;
import org.springframework.stereotype.Component;

/** Brings the copies that records tell of. What is doubtful about a copy is a warning, never the end of its record. */
@Component
class CopyIntake {

    private static final int LONGEST_CALL_NUMBER = 100;
    private static final int LONGEST_SHELF = 100;

    private final Branches branches;
    private final ItemClassCodes codes;
    private final CopyTable copies;
    private final GivenBarcodes given;

    CopyIntake(Branches branches, ItemClassCodes codes, CopyTable copies, GivenBarcodes given) {
        this.branches = branches;
        this.codes = codes;
        this.copies = copies;
        this.given = given;
    }

    /** The same, with the copies of a list that have no barcode given one, as far as they have not been given it before. */
    List<Placed> withBarcodes(LibraryCode library, long job, List<Placed> placed) {
        Map<Long, Integer> told = new LinkedHashMap<>();
        for (var one : placed) {
            int copies = one.incoming().isListed() ? withoutBarcode(one) : 0;
            if (copies > 0) {
                told.merge(one.id(), copies, Integer::sum);
            }
        }
        if (told.isEmpty()) {
            return placed;
        }
        var fresh = given.give(library, job, told);
        return placed.stream()
                .map(one -> told.containsKey(one.id())
                        ? one.with(one.incoming().withBarcodes(fresh.getOrDefault(one.id(), List.of())))
                        : one)
                .toList();
    }

    private static int withoutBarcode(Placed one) {
        return (int) one.incoming().items().stream()
                .filter(item -> item.barcode().isEmpty())
                .count();
    }

    void take(LibraryCode library, BranchCode branch, List<Placed> placed, Instant at, BatchOutcome outcome) {
        take(library, branch, placed, false, at, outcome);
    }

    /** Of records that are read again: a copy whose location names no branch stays where it is. */
    void takeAgain(LibraryCode library, BranchCode branch, List<Placed> placed, Instant at, BatchOutcome outcome) {
        take(library, branch, placed, true, at, outcome);
    }

    private void take(
            LibraryCode library,
            BranchCode branch,
            List<Placed> placed,
            boolean again,
            Instant at,
            BatchOutcome outcome) {
        if (placed.stream().allMatch(one -> one.incoming().items().isEmpty())) {
            return;
        }
        var here = branches.required(branch, library);
        var places = new ItemPlaces(library, branches.findByLibraryOrderByCode(library), branch);
        var classes = codes.of(library);
        Map<Barcode, NewCopy> named = new LinkedHashMap<>();
        for (var one : placed) {
            for (var item : one.incoming().items()) {
                read(one, item, places, classes, outcome, named);
            }
        }
        if (named.isEmpty()) {
            return;
        }
        var found = copies.existing(library, named.keySet());
        var clashing = named.values().stream()
                .filter(copy -> found.containsKey(copy.barcode())
                        && !found.get(copy.barcode())
                                .mayGoTo(copy.contribution().id()))
                .toList();
        clashing.forEach(copy -> taken(copy.contribution(), copy.barcode(), outcome));
        named.values().removeAll(clashing);
        var fresh = named.values().stream()
                .filter(copy -> !found.containsKey(copy.barcode()))
                .toList();
        var known = named.values().stream()
                .filter(copy -> found.containsKey(copy.barcode()))
                .map(copy -> again && !copy.placed()
                        ? copy.at(found.get(copy.barcode()).branch())
                        : copy)
                .toList();
        outcome.copiesCame(copies.insert(library, fresh, here.today(at), at));
        copies.update(library, known, at);
    }

    private static void read(
            Placed one,
            MarcItem item,
            ItemPlaces places,
            Map<String, ItemClass> classes,
            BatchOutcome outcome,
            Map<Barcode, NewCopy> named) {
        if (item.barcode().isEmpty()) {
            return;
        }
        Barcode barcode;
        try {
            barcode = new Barcode(item.barcode());
        } catch (IllegalArgumentException odd) {
            warn(one, IntakeWarning.Kind.BARCODE_ODD, item.barcode(), outcome);
            return;
        }
        var before = named.get(barcode);
        if (before != null) {
            if (before.contribution() != one) {
                taken(one, barcode, outcome);
            }
            return;
        }
        var place = places.of(item.location());
        if (!place.known()) {
            warn(one, IntakeWarning.Kind.BRANCH_UNKNOWN, item.location(), outcome);
        }
        var code = ItemClassCodes.clean(item.itemClassCode());
        named.put(
                barcode,
                new NewCopy(
                        one,
                        place.branch(),
                        place.named(),
                        barcode,
                        Texts.clipped(item.callNumber(), LONGEST_CALL_NUMBER),
                        Texts.clipped(place.shelf(), LONGEST_SHELF),
                        itemClass(one, code, classes, outcome),
                        code,
                        Price.in(item.price()).orElse(null)));
    }

    private static ItemClass itemClass(Placed one, String code, Map<String, ItemClass> classes, BatchOutcome outcome) {
        if (code.isEmpty()) {
            return usualFor(one.incoming().description().format());
        }
        if (classes.containsKey(code)) {
            return classes.get(code);
        }
        for (var itemClass : ItemClass.values()) {
            if (itemClass.name().equals(code.toUpperCase(Locale.ROOT).replace('-', '_'))) {
                return itemClass;
            }
        }
        warn(one, IntakeWarning.Kind.ITEM_CLASS_UNMAPPED, code, outcome);
        return ItemClass.SAFEST;
    }

    /** Where the library makes no difference between its copies, the kind of publication does. */
    private static ItemClass usualFor(Format format) {
        return switch (format) {
            case SERIAL -> ItemClass.PERIODICAL;
            case AUDIO, MUSIC, VIDEO -> ItemClass.AUDIOVISUAL;
            case MANUSCRIPT -> ItemClass.RARE;
            default -> ItemClass.BOOK;
        };
    }

    private static void taken(Placed one, Barcode barcode, BatchOutcome outcome) {
        warn(one, IntakeWarning.Kind.BARCODE_TAKEN, barcode.value(), outcome);
    }

    private static void warn(Placed one, IntakeWarning.Kind kind, String detail, BatchOutcome outcome) {
        outcome.warn(IntakeWarning.of(one.incoming(), kind, detail));
    }

    /** @return of each contribution that has copies out, how many */
    Map<Known, Integer> withdraw(Collection<Known> leaving, Instant at) {
        var out = copies.withdraw(leaving.stream().map(Known::id).toList(), at);
        Map<Known, Integer> stillOut = new LinkedHashMap<>();
        for (var known : leaving) {
            if (out.containsKey(known.id())) {
                stillOut.put(known, out.get(known.id()));
            }
        }
        return stillOut;
    }
}
