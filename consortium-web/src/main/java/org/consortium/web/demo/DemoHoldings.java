package org.consortium.web.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consortium.catalog.intake.RecordForm;
import org.consortium.catalog.intake.RecordIntake;
import org.consortium.catalog.marc.MarcItem;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Contribution;
import org.consortium.core.union.Contributions;
import org.consortium.core.union.Description;
import org.consortium.core.union.Identifier;
import org.consortium.core.union.ItemClass;
import org.consortium.core.union.RecordId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * The libraries of Yunze put their books into the union catalogue: what was out when a library joined as its stock, later ones
 * in the January after they came out.
 */
@Component
@ConditionalOnProperty(name = "consortium.demo", havingValue = "true")
class DemoHoldings {

    private static final LocalTime AFTERNOON = LocalTime.of(15, 0);
    private static final int DAYS_TO_SETTLE = 14;

    /** Before the story begins. */
    private static final int LAST_DAY = -60;

    private final RecordIntake intake;
    private final Contributions contributions;
    private final DemoStaff staff;
    private final TurnableClock clock;

    DemoHoldings(RecordIntake intake, Contributions contributions, DemoStaff staff, TurnableClock clock) {
        this.intake = intake;
        this.contributions = contributions;
        this.staff = staff;
        this.clock = clock;
    }

    /** @return the union record each book of the files has become */
    Map<String, RecordId> come(DemoDays days) {
        var books = byName(DemoTable.of("books.tsv"), "key");
        var libraries = byName(DemoTable.of("libraries.tsv"), "code");
        Map<Integer, Map<String, Map<String, List<MarcItem>>>> deliveries = new TreeMap<>();
        for (var holding : DemoTable.of("holdings.tsv").rows()) {
            var library = libraries.get(holding.get("library"));
            var day = isNew(holding)
                    ? LAST_DAY - holding.get("book").length()
                    : dayOf(books.get(holding.get("book")), library, days);
            deliveries
                    .computeIfAbsent(day, none -> new LinkedHashMap<>())
                    .computeIfAbsent(holding.get("library"), none -> new LinkedHashMap<>())
                    .computeIfAbsent(holding.get("book"), none -> new ArrayList<>())
                    .addAll(items(holding));
        }
        Map<String, RecordId> records = new HashMap<>();
        deliveries.forEach((day, byLibrary) -> {
            clock.turnTo(days.at(day, AFTERNOON));
            byLibrary.forEach((library, copies) -> enter(new LibraryCode(library), copies, books, records));
        });
        return records;
    }

    private static Map<String, DemoTable.Row> byName(DemoTable table, String column) {
        return table.rows().stream().collect(Collectors.toMap(row -> row.get(column), Function.identity()));
    }

    /** New books came a few days apart, just before the story begins. */
    private static boolean isNew(DemoTable.Row holding) {
        return holding.get("item_class").equals(ItemClass.NEW_BOOK.name());
    }

    private static int dayOf(DemoTable.Row book, DemoTable.Row library, DemoDays days) {
        var settled = library.number("joined_days") + DAYS_TO_SETTLE;
        var year = DemoBook.year(book);
        if (year == null) {
            return settled;
        }
        var bought = (int) ChronoUnit.DAYS.between(days.opening(), LocalDate.of(year + 1, 1, 15));
        return Math.min(Math.max(settled, bought), LAST_DAY);
    }

    private static List<MarcItem> items(DemoTable.Row holding) {
        var place = holding.get("branch") + " / " + holding.get("shelf");
        return holding.several("barcodes").stream()
                .map(barcode -> new MarcItem(
                        barcode, place, holding.get("call_number"), holding.get("item_class"), "", "", "", ""))
                .toList();
    }

    private void enter(
            LibraryCode library,
            Map<String, List<MarcItem>> copies,
            Map<String, DemoTable.Row> books,
            Map<String, RecordId> records) {
        var sheet = new ArrayList<RecordForm>();
        copies.forEach((book, items) -> {
            var description = DemoBook.describe(books.get(book));
            var takenOver = hasNumber(description) ? null : records.get(book);
            sheet.add(new RecordForm(book, description, takenOver, items));
        });
        var librarian = staff.librarianOf(library);
        intake.enter(library, branchOf(copies), sheet, librarian.actor(), clock.instant());
        copies.keySet().forEach(book -> records.computeIfAbsent(book, key -> recordOf(library, key)));
    }

    /** Two libraries' descriptions of one book meet by these; where it has none, whoever comes later takes over the first one's. */
    private static boolean hasNumber(Description description) {
        return description.identifiers().stream()
                .map(Identifier::kind)
                .anyMatch(kind -> kind == Identifier.Kind.ISBN || kind == Identifier.Kind.OCLC);
    }

    private static BranchCode branchOf(Map<String, List<MarcItem>> copies) {
        var place = copies.values().iterator().next().get(0).location();
        return new BranchCode(place.substring(0, place.indexOf(' ')));
    }

    private RecordId recordOf(LibraryCode library, String book) {
        return contributions.find(library, book).map(Contribution::record).orElseThrow();
    }
}
