package org.consortium.web.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consortium.web.demo.DemoTable.several;

import java.util.List;
import java.util.stream.Collectors;
import org.consortium.core.union.Barcode;
import org.consortium.core.union.ItemClass;
import org.junit.jupiter.api.Test;

/** Who holds what in the demo world: enough overlap to choose from, enough rarity to ask for. */
class DemoHoldingsTest {

    private static final DemoTable BOOKS = DemoTable.of("books.tsv");
    private static final DemoTable BRANCHES = DemoTable.of("branches.tsv");
    private static final DemoTable HOLDINGS = DemoTable.of("holdings.tsv");

    @Test
    void standInBranchesOfTheirLibraries() {
        var libraryOf = BRANCHES.rows().stream().collect(Collectors.toMap(b -> b.get("code"), b -> b.get("library")));

        assertThat(HOLDINGS.rows())
                .allSatisfy(
                        holding -> assertThat(libraryOf).containsEntry(holding.get("branch"), holding.get("library")));
    }

    @Test
    void coverEveryBookInTwelveToFifteenHundredCopies() {
        assertThat(HOLDINGS.keys("book")).isEqualTo(BOOKS.keys("key"));
        assertThat(HOLDINGS.rows().stream()
                        .mapToInt(row -> barcodes(row).size())
                        .sum())
                .isBetween(1100, 1500);
    }

    @Test
    void haveABarcodeForEachCopyThatNoOtherCopyOfTheLibraryHas() {
        assertThat(HOLDINGS.rows())
                .allSatisfy(row -> assertThat(barcodes(row))
                        .hasSize(Integer.parseInt(row.get("copies")))
                        .allMatch(barcode -> new Barcode(barcode).value().equals(barcode)));
        assertThat(HOLDINGS.rows().stream()
                        .flatMap(row -> barcodes(row).stream().map(row.get("library")::concat)))
                .doesNotHaveDuplicates();
    }

    @Test
    void sayWhereTheyStandAndHowTheyAreLent() {
        assertThat(HOLDINGS.rows()).allSatisfy(holding -> {
            assertThat(holding.get("call_number")).matches("[A-Z][A-Z0-9.-]*/\\S+");
            assertThat(holding.get("shelf")).isNotBlank();
            assertThat(ItemClass.valueOf(holding.get("item_class"))).isNotNull();
            assertThat(holding.get("in_library_only")).isIn("yes", "no");
        });
    }

    @Test
    void overlapButNotEverywhere() {
        var holders = HOLDINGS.rows().stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("book"), Collectors.mapping(row -> row.get("library"), Collectors.toSet())));

        assertThat(holders.values()).anyMatch(libraries -> libraries.size() >= 6);
        assertThat(holders.get("wenxueshi")).containsExactly("yunze-normal");
        assertThat(holders.get("mifeng")).containsExactly("shimen");
    }

    private static List<String> barcodes(DemoTable.Row row) {
        return several(row.get("barcodes"));
    }
}
