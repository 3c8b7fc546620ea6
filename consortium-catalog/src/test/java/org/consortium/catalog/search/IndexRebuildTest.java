package org.consortium.catalog.search;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.consortium.core.union.Description.titled;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.consortium.core.Label;
import org.consortium.core.Refusal;
import org.consortium.core.database.DatabaseTest;
import org.consortium.core.database.MovableClock;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Role;
import org.consortium.core.member.Staff;
import org.consortium.core.member.StaffMembers;
import org.consortium.core.member.Trail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class IndexRebuildTest {

    @Autowired
    RecordSearch search;

    @Autowired
    IndexWorker worker;

    @Autowired
    IndexRebuild rebuild;

    @Autowired
    IndexStanding standing;

    @Autowired
    CatalogueIndex index;

    @Autowired
    Rebuilds rebuilds;

    @Autowired
    StaffMembers staff;

    @Autowired
    Trail trail;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    UnionShelf shelf;
    Staff council;

    @BeforeEach
    void emptyShelves() {
        jdbc.sql("truncate library cascade").update();
        jdbc.sql("truncate union_record cascade").update();
        jdbc.sql("truncate index_due").update();
        shelf = new UnionShelf(jdbc);
        shelf.library("city", null, "云泽市图书馆", "Yunze City Library");
        council = staff.saveAndFlush(new Staff(
                "council",
                new Label("秘书处", "Secretariat"),
                new LibraryCode("city"),
                Set.of(Role.COUNCIL_ADMIN),
                "-",
                Instant.EPOCH));
        rebuild.run();
    }

    @Test
    void isBegunByTheCouncilAndSeenByEverybodyToTheEnd() {
        shelf.record("city", titled("三体").build());
        shelf.record("city", titled("红楼梦").build());
        worker.drain();

        rebuild.start(council, clock.instant());
        await().atMost(ofSeconds(20)).until(() -> last().isOver());

        assertThat(last().state()).isEqualTo(Rebuild.State.DONE);
        assertThat(last().startedBy()).contains(new Label("秘书处", "Secretariat"));
        assertThat(last().total()).isEqualTo(2);
        assertThat(last().done()).isEqualTo(2);
        assertThat(trail.linesOf("index", "records", 5))
                .extracting(Trail.Line::action)
                .startsWith("index-rebuilt");
        assertThat(search.search(SearchQuery.of("三体")).total()).isEqualTo(1);
    }

    @Test
    void lastsWhileSearchesGoOnAndASecondOneIsRefused() throws Exception {
        shelf.record("city", titled("三体").build());
        worker.drain();
        var go = new CountDownLatch(1);
        var writer = Executors.newSingleThreadExecutor();
        try {
            var holds = new CountDownLatch(1);
            writer.submit(() -> index.alone(() -> {
                holds.countDown();
                return waitFor(go);
            }));
            holds.await();

            rebuild.start(council, clock.instant());

            assertThat(last().isOver()).isFalse();
            assertThat(search.search(SearchQuery.of("三体")).total()).isEqualTo(1);
            assertThatThrownBy(() -> rebuild.start(council, clock.instant()))
                    .isInstanceOfSatisfying(
                            Refusal.class, no -> assertThat(no.reason()).isEqualTo(SearchRefusal.REBUILD_UNDER_WAY));
        } finally {
            go.countDown();
            writer.shutdown();
        }
        await().atMost(ofSeconds(20)).until(() -> last().isOver());
        assertThat(last().state()).isEqualTo(Rebuild.State.DONE);
    }

    @Test
    void isTakenOverWhenItsProcessDied() {
        var died = rebuilds.begin(council.id(), clock.instant());
        assertThat(died).isPresent();
        assertThat(last().isOver()).isFalse();

        clock.moveBy(Duration.ofMinutes(1));

        assertThat(last().state()).isEqualTo(Rebuild.State.FAILED);
        rebuild.run();
        assertThat(last().state()).isEqualTo(Rebuild.State.DONE);
        assertThat(standing.rebuilds(clock.instant())).hasSizeGreaterThan(1);
        assertThat(standing.rebuilds(clock.instant()).get(1).state()).isEqualTo(Rebuild.State.FAILED);
    }

    @Test
    void joinsThePiecesOfManySmallChangesWhenAllIsQuiet() {
        for (int number = 0; number <= CatalogueIndex.MANY_PIECES; number++) {
            shelf.record("city", titled("平凡的世界 " + number).build());
            worker.drain();
        }
        assertThat(standing.now().pieces()).isGreaterThanOrEqualTo(CatalogueIndex.MANY_PIECES);

        shelf.record("city", titled("三体").build());
        rebuild.joinWhenQuiet();
        assertThat(standing.now().pieces()).isGreaterThan(1);

        worker.drain();
        rebuild.joinWhenQuiet();
        assertThat(standing.now().pieces()).isEqualTo(1);
        assertThat(search.search(SearchQuery.of("")).total()).isEqualTo(CatalogueIndex.MANY_PIECES + 2);
    }

    @Test
    void saysHowLongItWillTake() {
        var begun = Instant.parse("2026-03-04T02:00:00Z");
        var half = new Rebuild(1, Optional.empty(), begun, 1000, 250, Rebuild.State.FILLING, Optional.empty());

        assertThat(half.percent()).isEqualTo(25);
        assertThat(half.left(begun.plusSeconds(60))).contains(Duration.ofMinutes(3));
        assertThat(new Rebuild(1, Optional.empty(), begun, 0, 0, Rebuild.State.FILLING, Optional.empty()).left(begun))
                .isEmpty();
        assertThat(half.took(begun.plusSeconds(60))).isEqualTo(Duration.ofMinutes(1));
    }

    private Rebuild last() {
        return standing.rebuilds(clock.instant()).get(0);
    }

    private static boolean waitFor(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
