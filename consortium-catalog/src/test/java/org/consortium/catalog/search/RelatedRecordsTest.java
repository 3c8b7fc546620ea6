package org.consortium.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consortium.core.union.Description.titled;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.consortium.catalog.search.Acquisitions.Asked;
import org.consortium.catalog.search.RelatedRecords.Nearness;
import org.consortium.core.Refusal;
import org.consortium.core.database.DatabaseTest;
import org.consortium.core.database.MovableClock;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Description;
import org.consortium.core.union.Description.ClassNumber;
import org.consortium.core.union.Description.Name;
import org.consortium.core.union.Format;
import org.consortium.core.union.RecordId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands near a record, and what libraries added lately. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RelatedRecordsTest {

    @Autowired
    RelatedRecords related;

    @Autowired
    Acquisitions acquisitions;

    @Autowired
    NewRecords arrivals;

    @Autowired
    RecordSearch search;

    @Autowired
    IndexRebuild rebuild;

    @Autowired
    JdbcClient jdbc;

    private UnionShelf shelf;
    private Description river;
    private RecordId riverId;
    private RecordId reprint;

    @BeforeAll
    void aShelfOfNovels() {
        shelf = new UnionShelf(jdbc);
        shelf.library("city", null, "云泽市图书馆", "Yunze City Library");
        shelf.library("qiaotou", "city", "桥头镇图书馆", "Qiaotou Township Library");
        river = book("额尔古纳河右岸", "迟子建", "I247.57", "茅盾文学奖获奖作品", "鄂温克族");
        riverId = shelf.record("city", river);
        reprint = shelf.record("city", book("额尔古纳河右岸（精装）", "迟子建", "I247.57", "", "鄂温克族"));
        shelf.record("city", book("群山之巅", "迟子建", "I247.57", "", ""));
        var hometown = shelf.record("city", book("秦腔", "贾平凹", "I247.57", "茅盾文学奖获奖作品", ""));
        shelf.record("city", book("鄂温克族简史", "", "K282.3", "", "鄂温克族"));
        shelf.record("city", book("边城", "沈从文", "I247.5", "", ""));
        shelf.record("city", book("普通心理学", "彭聃龄", "B84", "", ""));
        acquired(shelf.copy("qiaotou", riverId, "QT-1", "I247.57/C58"), 3);
        acquired(shelf.copy("city", hometown, "CT-1", "I247.57/J12"), 20);
        acquired(shelf.copy("city", reprint, "CT-2", "I247.57/C58"), 200);
        rebuild.run();
    }

    private static Description book(String title, String author, String clc, String series, String subject) {
        return titled(title)
                .names(author.isEmpty() ? List.of() : List.of(Name.of(author, "著")))
                .series(series.isEmpty() ? List.of() : List.of(series))
                .subjects(subject.isEmpty() ? List.of() : List.of(subject))
                .classNumbers(List.of(new ClassNumber(ClassNumber.Scheme.CLC, clc)))
                .languages(List.of("chi"))
                .format(Format.BOOK)
                .build();
    }

    private void acquired(long copy, int daysAgo) {
        jdbc.sql("update copy set acquired_on = cast(:today as date) - :days where id = :copy")
                .param("today", MovableClock.START.atOffset(java.time.ZoneOffset.UTC))
                .param("days", daysAgo)
                .param("copy", copy)
                .update();
    }

    @Test
    void showsTheAuthorTheSeriesAndTheSubjectOnce() {
        var near = related.of(river, riverId, List.of(reprint)).stream()
                .collect(Collectors.toMap(RelatedRecords.Shelf::nearness, one -> titles(one.hits())));

        assertThat(near)
                .isEqualTo(Map.of(
                        Nearness.AUTHOR, List.of("群山之巅"),
                        Nearness.SERIES, List.of("秦腔"),
                        Nearness.SUBJECT, List.of("鄂温克族简史", "边城")));
    }

    @Test
    void leadsToMoreOfThem() {
        related.of(river, riverId, List.of())
                .forEach(one -> assertThat(titles(search.search(one.all()).items()))
                        .as(one.nearness().name())
                        .contains("额尔古纳河右岸"));
    }

    @Test
    void standsWhateverARecordSays() {
        var odd = titled("无名")
                .names(List.of(Name.of("长".repeat(900), "著")))
                .series(List.of("丛“书".repeat(300), "，。"))
                .subjects(List.of("词".repeat(900), "?"))
                .classNumbers(List.of(
                        new ClassNumber(ClassNumber.Scheme.CLC, "《I247》 <5>"),
                        new ClassNumber(ClassNumber.Scheme.CLC, "I")))
                .format(Format.BOOK)
                .build();

        assertThat(related.of(odd, riverId, List.of())).isEmpty();
    }

    @Test
    void findsNothingNearWhatIsSaidNothingOf() {
        var bare = titled("无名").format(Format.BOOK).build();

        assertThat(related.of(bare, riverId, List.of())).isEmpty();
    }

    @Test
    void tellsWhatLibrariesAddedTheLastFirst() {
        assertThat(came(null, null, "", 30)).containsExactly("额尔古纳河右岸", "秦腔");
        assertThat(came("qiaotou", null, "", 30)).containsExactly("额尔古纳河右岸");
        assertThat(came("city", null, "", 365)).containsExactly("额尔古纳河右岸", "秦腔", "额尔古纳河右岸（精装）");
        assertThat(came(null, "city-main", "", 7)).isEmpty();
        assertThat(came(null, null, "B", 30)).isEmpty();
    }

    @Test
    void refusesSpansAndClassesThatAreNone() {
        assertThatThrownBy(() -> new Asked(null, null, "", 0)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Asked(null, null, "I2", 30)).isInstanceOf(Refusal.class);
    }

    private List<String> came(String library, String branch, String clc, int days) {
        var asked = new Asked(
                library == null ? null : new LibraryCode(library),
                branch == null ? null : new BranchCode(branch),
                clc,
                days);
        return titles(acquisitions.came(asked, 0, 20).arrivals().items().stream()
                .map(Acquisitions.Arrival::hit)
                .toList());
    }

    @Test
    void findsWhatCameInASpanOfTime() {
        var before = MovableClock.START.minusSeconds(1);

        assertThat(arrivals.of(SearchQuery.of("迟子建"), before, MovableClock.START, 20)
                        .total())
                .isEqualTo(3);
        assertThat(arrivals.of(SearchQuery.of("迟子建"), MovableClock.START, MovableClock.START.plusSeconds(60), 20)
                        .total())
                .isZero();
    }

    private static List<String> titles(List<Hit> hits) {
        return hits.stream().map(Hit::title).toList();
    }
}
