package org.consortium.web.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.consortium.web.demo.DemoTable.several;

import java.time.Year;
import java.util.List;
import java.util.Set;
import org.consortium.core.union.Format;
import org.consortium.core.union.Isbn;
import org.consortium.core.union.Issn;
import org.junit.jupiter.api.Test;

/** The books of the demo world are real: what is written of them must at least be possible. */
class DemoBooksTest {

    private static final DemoTable BOOKS = DemoTable.of("books.tsv");
    private static final Set<String> ROLES = Set.of(
            "author",
            "editor",
            "translator",
            "illustrator",
            "annotator",
            "composer",
            "narrator",
            "director",
            "actor",
            "interviewer",
            "contributor");

    @Test
    void nameTheirSources() {
        assertThat(BOOKS.comments()).isNotEmpty();
        assertThat(String.join(" ", BOOKS.comments())).contains("Library of Congress", "CNMARC", "goodbooks");

        assertThat(BOOKS.column("source")).noneMatch(String::isBlank);
    }

    @Test
    void areEnoughForARegionAndMostlyChinese() {
        var chinese = BOOKS.column("language").stream().filter("chi"::equals).count();

        assertThat(BOOKS.rows()).hasSizeGreaterThanOrEqualTo(420);
        assertThat(chinese * 100 / BOOKS.rows().size()).isBetween(50L, 70L);
    }

    @Test
    void haveAKeyEachAndATitle() {
        assertThat(BOOKS.column("key")).doesNotHaveDuplicates().allMatch(key -> key.matches("[a-z][a-z0-9-]{2,40}"));
        assertThat(BOOKS.column("title")).noneMatch(String::isBlank);
    }

    @Test
    void haveIsbnsWithAGoodCheckDigitThatNoOtherBookHas() {
        var isbns = BOOKS.column("isbns").stream()
                .flatMap(cell -> several(cell).stream())
                .toList();

        assertThat(isbns)
                .hasSizeGreaterThan(300)
                .doesNotHaveDuplicates()
                .allSatisfy(isbn -> assertThat(new Isbn(isbn).value()).isEqualTo(isbn));
    }

    @Test
    void haveIssnsWithAGoodCheckDigitAndOnlyWhenTheyAreSerials() {
        assertThat(BOOKS.rows()).filteredOn(book -> !book.get("issn").isEmpty()).allSatisfy(book -> {
            assertThat(new Issn(book.get("issn")).value()).isEqualTo(book.get("issn"));
            assertThat(book.get("format")).isEqualTo("SERIAL");
        });
    }

    @Test
    void areInALanguageAndAFormatWeKnow() {
        assertThat(BOOKS.keys("language")).isSubsetOf("chi", "eng", "fre", "ger", "jpn", "zxx");
        assertThat(BOOKS.column("format"))
                .allSatisfy(name -> assertThatCode(() -> Format.valueOf(name)).doesNotThrowAnyException());
    }

    @Test
    void cameOutInAYearOfPrintOrInOneWeDoNotKnow() {
        assertThat(BOOKS.column("year"))
                .filteredOn(year -> !year.isEmpty())
                .allSatisfy(year -> assertThat(Integer.parseInt(year))
                        .isBetween(1450, Year.now().getValue()));
    }

    @Test
    void haveClassesOfTheChineseLibraryClassification() {
        assertThat(BOOKS.column("clc"))
                .allMatch(number -> number.matches("([A-KN-VXZ]|T[B-V])[0-9]*(\\.[0-9]+)?(-0[0-9]*)?"));
    }

    @Test
    void nameEveryoneWithARole() {
        assertThat(BOOKS.rows())
                .allSatisfy(book -> assertThat(several(book.get("names")))
                        .allSatisfy(name -> assertThat(ROLES).contains(roleIn(name))));
    }

    @Test
    void includeTwinsInBothScriptsSetsAndSeveralEditionsOfOneWork() {
        var titles = BOOKS.column("title");

        assertThat(titles).contains("权力的毛细管作用", "權力的毛細管作用");
        assertThat(partsOf("人世间")).containsExactlyInAnyOrder("上", "中", "下");
        assertThat(titles.stream().filter("额尔古纳河右岸"::equals)).hasSizeGreaterThanOrEqualTo(3);
    }

    private static List<String> partsOf(String title) {
        return BOOKS.rows().stream()
                .filter(book -> book.get("title").equals(title))
                .map((DemoTable.Row book) -> book.get("part"))
                .toList();
    }

    private static String roleIn(String name) {
        return name.substring(name.lastIndexOf('|') + 1);
    }
}
