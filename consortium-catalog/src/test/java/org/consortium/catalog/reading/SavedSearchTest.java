package org.consortium.catalog.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.consortium.catalog.search.Hit;
import org.consortium.catalog.search.SearchTurn;
import org.consortium.catalog.search.UnionShelf;
import org.consortium.core.Refusal;
import org.consortium.core.database.DatabaseTest;
import org.consortium.core.database.MovableClock;
import org.consortium.core.union.Description;
import org.consortium.core.union.Description.Name;
import org.consortium.core.union.Format;
import org.consortium.core.union.NewlyFound;
import org.consortium.core.union.RecordId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@Import({SearchTurn.class, SavedSearchTest.Heard.class})
class SavedSearchTest {

    private static final String CHI_ZIJIAN = "q=%E8%BF%9F%E5%AD%90%E5%BB%BA";
    private static final Duration AN_HOUR = Duration.ofHours(1);

    @Autowired
    SearchDesk desk;

    @Autowired
    SavedSearches searches;

    @Autowired
    SearchAlerts alerts;

    @Autowired
    SearchTurn index;

    @Autowired
    Heard heard;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private UnionShelf shelf;
    private long reader;
    private RecordId river;

    /** Who listens to what searches find. */
    @TestComponent
    static class Heard {

        private final List<NewlyFound> news = new ArrayList<>();

        @EventListener
        void hear(NewlyFound event) {
            news.add(event);
        }
    }

    @BeforeEach
    void aBookThatWasThereBefore() {
        shelf = new UnionShelf(jdbc);
        if (jdbc.sql("select count(*) from library").query(Integer.class).single() == 0) {
            shelf.library("qiaotou", null, "桥头镇图书馆", "Qiaotou Township Library");
        }
        reader = jdbc.sql("""
                insert into reader (home_library, name, alias, reader_class, pin_hash, joined_on, version)
                values ('qiaotou', '读者', left(md5(random()::text), 8), 'ADULT', '', '2026-01-01', 0) returning id
                """).query(Long.class).single();
        river = came("额尔古纳河右岸", "迟子建");
        index.catchUp();
        clock.moveBy(AN_HOUR);
        heard.news.clear();
    }

    @AfterEach
    void noneIsKept() {
        jdbc.sql("delete from saved_search").update();
        jdbc.sql("truncate index_due, union_record cascade").update();
        clock.setBack();
        index.catchUp();
    }

    /** Now, by the test's clock. */
    private RecordId came(String title, String author) {
        var record = shelf.record(
                "qiaotou",
                Description.titled(title)
                        .names(List.of(Name.of(author, "著")))
                        .format(Format.BOOK)
                        .build());
        jdbc.sql("update union_record set created_at = :now where id = :id")
                .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .param("id", record.value())
                .update();
        return record;
    }

    private void comes(String title, String author) {
        clock.moveBy(AN_HOUR);
        came(title, author);
        index.catchUp();
        clock.moveBy(AN_HOUR);
    }

    @Test
    void showsWhatCameSinceItWasKeptAndSinceSheLooked() {
        var search = desk.keep("迟子建的书", CHI_ZIJIAN + "&page=2", AlertFrequency.NEVER, reader);
        assertThat(titles(search)).isEmpty();

        comes("候鸟的勇敢", "迟子建");
        comes("边城", "沈从文");

        var news = searches.news(search, reader, 20);
        assertThat(news.found().total()).isOne();
        assertThat(titles(search)).containsExactly("候鸟的勇敢");
        assertThat(news.search().question()).isEqualTo(CHI_ZIJIAN);
        desk.looked(search, news.until(), reader);
        assertThat(titles(search)).isEmpty();
        comes("群山之巅", "迟子建");
        assertThat(titles(search)).containsExactly("群山之巅");
    }

    @Test
    void waitsForTheIndexBeforeItSaysThatNothingCame() {
        var search = desk.keep("迟子建的书", CHI_ZIJIAN, AlertFrequency.NEVER, reader);
        clock.moveBy(AN_HOUR);
        came("候鸟的勇敢", "迟子建");
        clock.moveBy(AN_HOUR);

        var news = searches.news(search, reader, 20);
        assertThat(news.found().total()).isZero();
        desk.looked(search, news.until(), reader);
        index.catchUp();

        assertThat(titles(search)).containsExactly("候鸟的勇敢");
    }

    @Test
    void tellsOnceADayAndOnlyWhatIsNew() {
        desk.keep("迟子建的书", CHI_ZIJIAN, AlertFrequency.DAILY, reader);
        desk.keep("沈从文的书", "q=%E6%B2%88%E4%BB%8E%E6%96%87", AlertFrequency.DAILY, reader);
        desk.keep("都看看", "", AlertFrequency.NEVER, reader);
        comes("候鸟的勇敢", "迟子建");
        comes("群山之巅", "迟子建");
        alerts.tick();
        assertThat(heard.news).isEmpty();

        clock.moveBy(Duration.ofDays(1));
        alerts.tick();
        alerts.tick();

        assertThat(heard.news).singleElement().satisfies(news -> {
            assertThat(news.reader()).isEqualTo(reader);
            assertThat(news.many()).isEqualTo(2);
            assertThat(news.newest()).isNotEqualTo(river);
        });
        clock.moveBy(Duration.ofDays(1));
        alerts.tick();
        assertThat(heard.news).hasSize(1);
    }

    @Test
    void tellsAgainOnlyOfWhatCameAfterSheAskedToBeTold() {
        var search = desk.keep("迟子建的书", CHI_ZIJIAN, AlertFrequency.NEVER, reader);
        comes("候鸟的勇敢", "迟子建");
        desk.describe(search, "迟子建", AlertFrequency.WEEKLY, reader);

        clock.moveBy(Duration.ofDays(8));
        alerts.tick();

        assertThat(heard.news).isEmpty();
        assertThat(titles(search)).containsExactly("候鸟的勇敢");
    }

    @Test
    void isReadByWhoeverHasTheFeedUntilItIsWithdrawn() {
        var search = desk.keep("迟子建的书", CHI_ZIJIAN, AlertFrequency.NEVER, reader);
        desk.openFeed(search, reader);
        var feed = searches.required(search, reader).feed().orElseThrow();
        desk.openFeed(search, reader);

        assertThat(searches.ofFeed(feed).handle()).isEqualTo(search);
        desk.withdrawFeed(search, reader);

        assertRefused(ReadingRefusal.SAVED_SEARCH_NOT_FOUND, () -> searches.ofFeed(feed));
    }

    @Test
    void isPutBackWithinADayAndGoesOnWhereItWas() {
        var search = desk.keep("迟子建的书", CHI_ZIJIAN, AlertFrequency.DAILY, reader);
        desk.openFeed(search, reader);
        var feed = searches.required(search, reader).feed().orElseThrow();

        desk.takeAway(search, reader);

        assertThat(searches.of(reader)).isEmpty();
        assertThat(searches.taken(reader)).extracting(SavedSearch::name).containsExactly("迟子建的书");
        assertRefused(ReadingRefusal.SAVED_SEARCH_NOT_FOUND, () -> searches.ofFeed(feed));
        clock.moveBy(Duration.ofHours(23));
        desk.forget();
        desk.putBack(search, reader);
        desk.putBack(search, reader);
        assertThat(searches.required(search, reader).frequency()).isEqualTo(AlertFrequency.DAILY);
        assertThat(searches.required(search, reader).feed()).isEmpty();
    }

    @Test
    void isForgottenADayAfterItWasTakenAwayAndTellsNothingMeanwhile() {
        var search = desk.keep("迟子建的书", CHI_ZIJIAN, AlertFrequency.DAILY, reader);
        desk.takeAway(search, reader);
        clock.moveBy(Duration.ofHours(25));
        comes("候鸟的勇敢", "迟子建");

        alerts.tick();
        desk.forget();

        assertThat(heard.news).isEmpty();
        assertRefused(ReadingRefusal.SAVED_SEARCH_NOT_FOUND, () -> desk.putBack(search, reader));
    }

    @Test
    void isNotPutBackWhereThereAreAsManyAsOneMayHave() {
        var search = desk.keep("迟子建的书", CHI_ZIJIAN, AlertFrequency.NEVER, reader);
        desk.takeAway(search, reader);
        for (int number = 0; number < SavedSearch.MOST; number++) {
            desk.keep("第" + number, CHI_ZIJIAN, AlertFrequency.NEVER, reader);
        }

        assertRefused(ReadingRefusal.SAVED_SEARCHES_TOO_MANY, () -> desk.putBack(search, reader));
        assertThat(searches.of(reader)).hasSize(SavedSearch.MOST);
    }

    @Test
    void isNotFoundByAnotherReader() {
        var search = desk.keep("迟子建的书", CHI_ZIJIAN, AlertFrequency.NEVER, reader);
        long another = reader + 1_000_000;

        assertThat(searches.of(another)).isEmpty();
        assertRefused(ReadingRefusal.SAVED_SEARCH_NOT_FOUND, () -> searches.news(search, another, 20));
        assertRefused(ReadingRefusal.SAVED_SEARCH_NOT_FOUND, () -> desk.takeAway(search, another));
        assertRefused(ReadingRefusal.SAVED_SEARCH_NOT_FOUND, () -> desk.putBack(search, another));
        assertRefused(ReadingRefusal.SAVED_SEARCH_NOT_FOUND, () -> desk.openFeed(search, another));
        assertRefused(
                ReadingRefusal.SAVED_SEARCH_NOT_FOUND,
                () -> desk.describe(search, "我的", AlertFrequency.DAILY, another));
    }

    private List<String> titles(Handle search) {
        return searches.news(search, reader, 20).found().newest().stream()
                .map(Hit::title)
                .toList();
    }

    private static void assertRefused(Enum<?> reason, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.reason()).isEqualTo(reason));
    }
}
