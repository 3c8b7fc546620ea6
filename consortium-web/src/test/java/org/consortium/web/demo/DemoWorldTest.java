package org.consortium.web.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.consortium.catalog.search.RecordSearch;
import org.consortium.catalog.search.SearchQuery;
import org.consortium.core.database.Consistency;
import org.consortium.core.ill.RequestPhase;
import org.consortium.core.member.FirstRun;
import org.consortium.core.member.LibraryCode;
import org.consortium.loans.request.RequestWorklist;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.annotation.Transactional;

/** The demo world as it is loaded when the program starts, today and on other days of the week and the year. */
@SpringBootTest(webEnvironment = WebEnvironment.MOCK)
@TestPropertySource(properties = "consortium.demo=true")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DirtiesContext
class DemoWorldTest {

    private static final List<String> MAIN =
            List.of("yunze-city", "yunze-district", "yunze-normal", "qingshi", "yunling", "qiaotou", "liuxi");

    @Autowired
    DemoWorld world;

    @Autowired
    DemoOpening opening;

    @Autowired
    TurnableClock clock;

    @Autowired
    FirstRun firstRun;

    @Autowired
    RequestWorklist worklist;

    @Autowired
    RecordSearch search;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ScheduledAnnotationBeanPostProcessor byTheClock;

    /** What the program does by the clock would meet the tables while they are emptied. */
    @BeforeEach
    void nothingElseMoves() {
        byTheClock.destroy();
    }

    @AfterEach
    void clockGoesOn() {
        clock.turnToNow();
    }

    @Test
    void isThereWhenTheProgramStarts() {
        mustBeWhole();
    }

    @Test
    void knowsEachBookOnce() {
        assertThat(count("select count(*) from union_record"))
                .isEqualTo(DemoTable.of("books.tsv").rows().size());
        assertThat(count("select count(*) from copy"))
                .isEqualTo(DemoTable.of("holdings.tsv").rows().stream()
                        .mapToInt(row -> row.number("copies"))
                        .sum());
    }

    @ParameterizedTest
    @ValueSource(strings = {"红楼梦", "紅樓夢", "hongloumeng", "hlm"})
    void canBeSearchedAtOnce(String words) {
        var found = search.search(SearchQuery.of(words));

        assertThat(found.items()).anyMatch(hit -> hit.title().contains("红楼梦"));
    }

    @Test
    void isNotLoadedTwice() {
        long before = count("select count(*) from trail");

        opening.start();

        assertThat(count("select count(*) from trail")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-17", // Spring Festival, a Tuesday
                "2026-02-28", // a Saturday
                "2026-03-04", // a Wednesday
                "2026-05-31", // a Sunday
                "2026-10-05", // a Monday
                "2026-12-31", // a Thursday
                "2027-01-01" // a Friday
            })
    @Transactional
    void canBeOpenedOnAnyDay(LocalDate day) {
        forgetEverything();
        clock.turnTo(new DemoDays(day).at(0, LocalTime.of(10, 30)));

        world.load();

        clock.turnTo(new DemoDays(day).at(0, LocalTime.of(10, 30)));
        mustBeWhole();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void leavesNothingBehindWhenItCannotHappen() {
        forgetEverything();
        var story = DemoTable.of("story.tsv");
        var scenes = new ArrayList<>(story.rows().subList(0, 40));
        scenes.add(scenes.get(0));

        assertThatThrownBy(() -> world.load(new DemoTable(story.comments(), story.columns(), scenes)))
                .hasMessageContaining("cannot happen");

        assertThat(firstRun.isDue()).isTrue();
        assertThat(List.of("library", "branch", "reader", "union_record", "copy", "loan", "request", "trail"))
                .allSatisfy(table ->
                        assertThat(count("select count(*) from " + table)).isZero());
    }

    private void mustBeWhole() {
        assertThat(new Consistency(jdbc).mistakes()).isEmpty();
        assertThat(MAIN)
                .allSatisfy(library -> assertThat(worklist.counts(new LibraryCode(library)))
                        .as(library)
                        .allSatisfy((tab, number) ->
                                assertThat(number).as(tab.code()).isPositive()));
        assertThat(phases())
                .isEqualTo(Set.of(
                        RequestPhase.REVIEW,
                        RequestPhase.SEEKING,
                        RequestPhase.PROMISED,
                        RequestPhase.ON_THE_WAY,
                        RequestPhase.READY,
                        RequestPhase.WITH_READER,
                        RequestPhase.GOING_BACK,
                        RequestPhase.CLOSED));
        assertThat(overdue()).isGreaterThanOrEqualTo(7);
    }

    private Set<RequestPhase> phases() {
        return Set.copyOf(jdbc.sql("select distinct phase from request")
                .query((row, n) -> RequestPhase.valueOf(row.getString("phase")))
                .list());
    }

    private long overdue() {
        return jdbc.sql("select count(*) from loan where back_at is null and due_on < :today")
                .param("today", DemoDays.before(clock.instant()).opening())
                .query(Long.class)
                .single();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private void forgetEverything() {
        jdbc.sql("truncate library, library_group, trail, index_due, union_record restart identity cascade")
                .update();
    }
}
