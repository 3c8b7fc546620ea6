package org.consortium.catalog.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consortium.catalog.reading.ReadingList.Line;
import org.consortium.catalog.search.UnionShelf;
import org.consortium.core.Refusal;
import org.consortium.core.database.DatabaseTest;
import org.consortium.core.database.MovableClock;
import org.consortium.core.union.Description;
import org.consortium.core.union.Description.Name;
import org.consortium.core.union.Format;
import org.consortium.core.union.RecordId;
import org.consortium.core.union.UnionRefusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@DatabaseTest
@Transactional
class ReadingListTest {

    @Autowired
    ReadingListDesk desk;

    @Autowired
    ReadingLists lists;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private UnionShelf shelf;
    private long linXiaomei;
    private long jiangChen;
    private RecordId river;
    private RecordId dream;
    private RecordId border;

    @BeforeEach
    void aTownWithTwoReaders() {
        shelf = new UnionShelf(jdbc);
        shelf.library("qiaotou", null, "桥头镇图书馆", "Qiaotou Township Library");
        linXiaomei = reader("ABCDE");
        jiangChen = reader("FGHJK");
        river = book(shelf, "额尔古纳河右岸", "迟子建");
        dream = book(shelf, "红楼梦", "曹雪芹");
        border = book(shelf, "边城", "沈从文");
        shelf.copy("qiaotou", river, "QT-1", "I247.57/C58");
    }

    private static RecordId book(UnionShelf shelf, String title, String author) {
        return shelf.record(
                "qiaotou",
                Description.titled(title)
                        .names(author.isEmpty() ? List.of() : List.of(Name.of(author, "著")))
                        .format(Format.BOOK)
                        .build());
    }

    private long reader(String alias) {
        return jdbc.sql("""
                insert into reader (home_library, name, alias, reader_class, pin_hash, joined_on, version)
                values ('qiaotou', '读者', :alias, 'ADULT', '', '2026-01-01', 0) returning id
                """).param("alias", alias).query(Long.class).single();
    }

    @Test
    void keepsRecordsInTheOrderTheyCame() {
        var winter = desk.make(" 冬天读 ", "下雪以前", linXiaomei);

        assertThat(desk.add(winter, List.of(river, dream), linXiaomei)).isEqualTo(2);
        assertThat(desk.add(winter, List.of(dream, border), linXiaomei)).isOne();

        var list = lists.required(winter, linXiaomei);
        assertThat(list.name()).isEqualTo("冬天读");
        assertThat(titles(winter)).containsExactly("额尔古纳河右岸", "红楼梦", "边城");
        assertThat(list.lines().get(0).onShelf()).isOne();
        assertThat(lists.of(linXiaomei))
                .singleElement()
                .satisfies(one -> assertThat(one.records()).isEqualTo(3));
        assertThat(lists.descriptions(list).values().stream().map(Description::title))
                .containsExactly("额尔古纳河右岸", "红楼梦", "边城");
    }

    @Test
    void movesARecordToItsPlace() {
        var winter = withThree();

        desk.move(winter, border, ListStep.FIRST, linXiaomei);
        assertThat(titles(winter)).containsExactly("边城", "额尔古纳河右岸", "红楼梦");
        desk.move(winter, border, ListStep.DOWN, linXiaomei);
        desk.move(winter, border, ListStep.DOWN, linXiaomei);
        desk.move(winter, border, ListStep.DOWN, linXiaomei);
        assertThat(titles(winter)).containsExactly("额尔古纳河右岸", "红楼梦", "边城");
        desk.order(winter, List.of(dream), linXiaomei);
        assertThat(titles(winter)).containsExactly("红楼梦", "额尔古纳河右岸", "边城");
    }

    @Test
    void putsBackWhatWasTakenOutInItsPlace() {
        var winter = withThree();
        desk.note(winter, dream, "庚辰本", linXiaomei);

        desk.takeOut(winter, dream, linXiaomei);
        assertThat(titles(winter)).containsExactly("额尔古纳河右岸", "边城");
        assertThat(lists.required(winter, linXiaomei).taken())
                .extracting(Line::title)
                .containsExactly("红楼梦");
        desk.putBackIn(winter, dream, linXiaomei);

        assertThat(titles(winter)).containsExactly("额尔古纳河右岸", "红楼梦", "边城");
        assertThat(lists.required(winter, linXiaomei).lines().get(1).note()).isEqualTo("庚辰本");
    }

    @Test
    void putsNothingBackBeyondWhatMayBeKept() {
        var winter = withThree();
        var old = desk.make("去年", "", linXiaomei);
        desk.takeAway(old, linXiaomei);
        desk.takeOut(winter, dream, linXiaomei);
        fill(winter, ReadingList.MOST_RECORDS - 2);
        for (int number = lists.of(linXiaomei).size(); number < ReadingList.MOST_LISTS; number++) {
            desk.make("第" + number, "", linXiaomei);
        }

        assertRefused(ReadingRefusal.READING_LISTS_TOO_MANY, () -> desk.putBack(old, linXiaomei));
        assertRefused(ReadingRefusal.READING_LIST_FULL, () -> desk.putBackIn(winter, dream, linXiaomei));
    }

    private void fill(Handle list, int records) {
        var some = IntStream.range(0, records)
                .mapToObj(number -> book(shelf, "第" + number + "种", ""))
                .toList();
        desk.add(list, some, linXiaomei);
    }

    @Test
    void forgetsAfterADayWhatWasTakenAway() {
        var winter = withThree();
        var old = desk.make("去年", "", linXiaomei);
        desk.takeOut(winter, dream, linXiaomei);
        desk.takeAway(old, linXiaomei);
        desk.forget();
        assertThat(lists.taken(linXiaomei)).hasSize(1);

        clock.moveBy(Duration.ofHours(25));
        desk.forget();

        assertThat(lists.required(winter, linXiaomei).taken()).isEmpty();
        assertThat(lists.taken(linXiaomei)).isEmpty();
        assertRefused(ReadingRefusal.READING_LIST_NOT_FOUND, () -> desk.putBack(old, linXiaomei));
    }

    @Test
    void followsRecordsThatBecomeOneAndPartAgain() {
        var winter = withThree();
        desk.note(winter, river, "第一版", linXiaomei);

        mergedInto(river, dream);
        mergedInto(dream, border);

        assertThat(titles(winter)).containsExactly("边城");
        assertThat(lists.of(linXiaomei).get(0).records()).isOne();
        assertThat(desk.add(winter, List.of(river), linXiaomei)).isZero();
        desk.takeOut(winter, border, linXiaomei);
        assertThat(titles(winter)).isEmpty();
        desk.putBackIn(winter, border, linXiaomei);

        mergedInto(river, null);
        mergedInto(dream, null);
        assertThat(titles(winter)).containsExactly("额尔古纳河右岸", "红楼梦", "边城");
    }

    @Test
    void isSharedByALinkUntilThatIsWithdrawn() {
        var winter = withThree();

        var link = desk.share(winter, linXiaomei);
        assertThat(desk.share(winter, linXiaomei)).isEqualTo(link);
        assertThat(lists.shared(link).lines()).hasSize(3);
        desk.withdraw(winter, linXiaomei);

        assertRefused(ReadingRefusal.READING_LIST_NOT_FOUND, () -> lists.shared(link));
        assertThat(desk.share(winter, linXiaomei)).isNotEqualTo(link);
        desk.takeAway(winter, linXiaomei);
        desk.putBack(winter, linXiaomei);
        assertThat(lists.required(winter, linXiaomei).link()).isEmpty();
    }

    @Test
    void isNotFoundByAnotherReader() {
        var winter = withThree();

        Stream.<Runnable>of(
                        () -> lists.required(winter, jiangChen),
                        () -> desk.add(winter, List.of(river), jiangChen),
                        () -> desk.describe(winter, "我的", "", jiangChen),
                        () -> desk.move(winter, river, ListStep.LAST, jiangChen),
                        () -> desk.takeOut(winter, river, jiangChen),
                        () -> desk.share(winter, jiangChen),
                        () -> desk.takeAway(winter, jiangChen),
                        () -> desk.putBack(winter, jiangChen))
                .forEach(deed -> assertRefused(ReadingRefusal.READING_LIST_NOT_FOUND, deed));
        assertThat(lists.of(jiangChen)).isEmpty();
    }

    @Test
    void refusesWhatIsNoNameAndWhatIsNoRecord() {
        assertRefused(ReadingRefusal.READING_LIST_NAME, () -> desk.make("  ", "", linXiaomei));
        assertRefused(ReadingRefusal.READING_LIST_NOTE, () -> desk.make("好", "长".repeat(1001), linXiaomei));
        var empty = desk.make("空", "", linXiaomei);
        assertRefused(UnionRefusal.RECORD_NOT_FOUND, () -> desk.takeOut(empty, river, linXiaomei));
        assertRefused(
                UnionRefusal.RECORD_NOT_FOUND, () -> desk.add(empty, List.of(new RecordId("zzzzzzzz")), linXiaomei));
    }

    private Handle withThree() {
        var winter = desk.make("冬天读", "", linXiaomei);
        desk.add(winter, List.of(river, dream, border), linXiaomei);
        return winter;
    }

    private List<String> titles(Handle list) {
        return lists.required(list, linXiaomei).lines().stream()
                .map(Line::title)
                .toList();
    }

    private void mergedInto(RecordId from, RecordId to) {
        jdbc.sql("update union_record set merged_into = :to where id = :from")
                .param("to", to == null ? null : to.value())
                .param("from", from.value())
                .update();
    }

    private static void assertRefused(Enum<?> reason, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.reason()).isEqualTo(reason));
    }
}
