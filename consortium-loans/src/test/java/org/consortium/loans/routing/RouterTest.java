package org.consortium.loans.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consortium.loans.Yunze.CITY;
import static org.consortium.loans.Yunze.CITY_MAIN;
import static org.consortium.loans.Yunze.CITY_SOUTH;
import static org.consortium.loans.Yunze.DISTRICT;
import static org.consortium.loans.Yunze.DISTRICT_MAIN;
import static org.consortium.loans.Yunze.LIUXI_MAIN;
import static org.consortium.loans.Yunze.QIAOTOU;
import static org.consortium.loans.Yunze.QIAOTOU_MAIN;
import static org.consortium.loans.Yunze.UNIVERSITY;
import static org.consortium.loans.Yunze.UNIVERSITY_MAIN;
import static org.consortium.loans.Yunze.ZIHANS_CARD;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import org.consortium.core.ill.Candidate;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Branches;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.policy.Asker;
import org.consortium.loans.YunzeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class RouterTest extends YunzeTest {

    @Autowired
    Router router;

    @Autowired
    Branches branches;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void thePickupLibrarysOwnShelfComesFirst() {
        yunze.copy(book, CITY_MAIN, "02-A-1");
        yunze.copy(book, LIUXI_MAIN, "09-A-1");

        assertThat(weigh(LIUXI_MAIN).best().orElseThrow().library().value()).isEqualTo("liuxi");
    }

    @Test
    void ofOneLibrarysCopiesTheOneAtThePickupBranchIsTaken() {
        yunze.copy(book, CITY_MAIN, "02-A-1");
        yunze.copy(book, CITY_SOUTH, "02-A-2");

        assertThat(weigh(CITY_SOUTH).best().orElseThrow().branch()).isEqualTo(CITY_SOUTH);
        assertThat(weigh(CITY_MAIN).best().orElseThrow().branch()).isEqualTo(CITY_MAIN);
    }

    @Test
    void everyCandidateHasScoresThatAddUp() {
        yunze.copy(book, CITY_MAIN, "02-A-1");
        yunze.copy(book, DISTRICT_MAIN, "01-A-1");

        var routing = weigh(QIAOTOU_MAIN);

        assertThat(routing.candidates()).hasSize(3).allSatisfy(candidate -> {
            assertThat(candidate.points())
                    .isEqualTo(candidate.availabilityPoints()
                            + candidate.distancePoints()
                            + candidate.loadPoints()
                            + candidate.fairnessPoints())
                    .isBetween(1, 100);
            assertThat(candidate.kilometres()).isBetween(10.0, 30.0);
        });
        assertThat(routing.candidates())
                .extracting(Candidate::library)
                .as("nearest first, all else being equal")
                .containsExactly(UNIVERSITY, DISTRICT, CITY);
    }

    @Test
    void whoIsClosedTodayComesLater() {
        yunze.copy(book, CITY_MAIN, "02-A-1");
        clock.moveBy(Duration.ofDays(5)); // Monday: the city library is closed

        var city = weigh(LIUXI_MAIN).of(CITY).orElseThrow();
        var university = weigh(LIUXI_MAIN).of(UNIVERSITY).orElseThrow();

        assertThat(city.availabilityPoints()).isLessThan(university.availabilityPoints());
    }

    @Test
    void whoIsBusyComesLater() {
        for (int i = 0; i < 4; i++) {
            var other = yunze.book("别的书" + i);
            yunze.copy(other, UNIVERSITY_MAIN, "11-W-" + i);
            desk.place(other, QIAOTOU_MAIN, yunze.jiangChen.id(), yunze.jiangChen.actor());
        }

        var university = weigh(QIAOTOU_MAIN).of(UNIVERSITY).orElseThrow();

        assertThat(university.openRequests()).isEqualTo(4);
        assertThat(university.loadPoints()).isEqualTo(11);
    }

    @Test
    void whoHasGivenMuchIsSpared() {
        var before = weigh(QIAOTOU_MAIN).of(UNIVERSITY).orElseThrow();
        for (int i = 0; i < 3; i++) {
            var other = yunze.book("送出的书" + i);
            yunze.copy(other, UNIVERSITY_MAIN, "11-F-" + i);
            var number = desk.place(other, QIAOTOU_MAIN, yunze.jiangChen.id(), yunze.jiangChen.actor())
                    .number();
            desk.accept(number, null, yunze.yeZhou);
            desk.pick(number, null, null, yunze.yeZhou);
            desk.send(number, null, yunze.yeZhou);
        }
        yunze.copy(book, QIAOTOU_MAIN, "08-A-1");

        var university = weigh(LIUXI_MAIN).of(UNIVERSITY).orElseThrow();
        var qiaotou = weigh(LIUXI_MAIN).of(QIAOTOU).orElseThrow();

        assertThat(university.balance()).isEqualTo(3);
        assertThat(university.fairnessPoints()).isLessThan(before.fairnessPoints());
        assertThat(qiaotou.balance()).isEqualTo(-3);
        assertThat(qiaotou.fairnessPoints()).isGreaterThan(university.fairnessPoints());
    }

    @Test
    void equalsTakeTurns() {
        sameDistance(CITY_SOUTH);
        sameDistance(DISTRICT_MAIN);
        var asked = new ArrayList<LibraryCode>();
        for (int i = 0; i < 4; i++) {
            book = yunze.book("轮流" + i);
            yunze.copy(book, CITY_SOUTH, "02-T-" + i);
            yunze.copy(book, DISTRICT_MAIN, "01-T-" + i);
            var request = placed();
            asked.add(request.going().orElseThrow().lender());
            desk.cancel(request.number(), yunze.linXiaomei.actor());
            later(Duration.ofMinutes(1));
        }

        assertThat(asked.get(0)).isEqualTo(asked.get(2)).isNotEqualTo(asked.get(1));
        assertThat(asked.get(1)).isEqualTo(asked.get(3));
    }

    private void sameDistance(BranchCode branch) {
        jdbc.sql("update branch set latitude = 29.5, longitude = 124.0 where code = :code")
                .param("code", branch.value())
                .update();
    }

    @Test
    void whyOneIsNotAskedIsSaid() {
        yunze.copy(book, CITY_MAIN, "02-A-1");
        yunze.copy(book, DISTRICT_MAIN, "01-A-1");
        yunze.copy(book, LIUXI_MAIN, "09-A-1");
        loanDesk.lend(ZIHANS_CARD, barcode, UNIVERSITY_MAIN, yunze.yeZhou);
        jdbc.sql("update library set status = 'SUSPENDED' where code = 'yunze-city'")
                .update();
        jdbc.sql("update copy set in_library_only = true where library = 'liuxi'")
                .update();
        jdbc.sql("""
                insert into priority (owner, own_first_days, keep_copies, daily_cap, paused_from, paused_until)
                values ('library:yunze-district', 0, 0, null, '2026-03-01', null)
                """).update();

        var routing = weigh(QIAOTOU_MAIN);

        assertThat(routing.askable()).isEmpty();
        assertThat(excluded(routing, CITY)).isEqualTo("library-suspended");
        assertThat(excluded(routing, DISTRICT)).isEqualTo("lending-paused");
        assertThat(excluded(routing, new LibraryCode("liuxi"))).isEqualTo("in-library-only");
        assertThat(excluded(routing, UNIVERSITY)).isEqualTo("copy-not-free");
        assertThat(routing.hasHope()).as("the university's copy will come back").isTrue();
    }

    @Test
    void whatAgreementsDoNotAllowIsNotAsked() {
        jdbc.sql("""
                insert into recognition (home, owner, grade) values ('library:qiaotou', 'library:yunze-normal', 'READ_ONLY')
                """).update();

        var routing = weigh(QIAOTOU_MAIN);

        assertThat(excluded(routing, UNIVERSITY)).isEqualTo("card-not-recognised");
        assertThat(routing.hasHope()).isFalse();
    }

    @Test
    void theLastCopiesStayWithTheirOwnReaders() {
        jdbc.sql("""
                insert into priority (owner, own_first_days, keep_copies, daily_cap, paused_from, paused_until)
                values ('library:yunze-normal', 0, 1, null, null, null)
                """).update();
        assertThat(excluded(weigh(QIAOTOU_MAIN), UNIVERSITY)).isEqualTo("copies-kept-home");
        assertThat(weigh(QIAOTOU_MAIN).hasHope()).isFalse();

        yunze.copy(book, UNIVERSITY_MAIN, "11-B-2");
        assertThat(weigh(QIAOTOU_MAIN).best()).isPresent();

        loanDesk.lend(ZIHANS_CARD, barcode, UNIVERSITY_MAIN, yunze.yeZhou);
        assertThat(excluded(weigh(QIAOTOU_MAIN), UNIVERSITY)).isEqualTo("copies-kept-home");
        assertThat(weigh(QIAOTOU_MAIN).hasHope()).as("one will come back").isTrue();
    }

    @Test
    void ownReadersHaveNewBooksFirst() {
        jdbc.sql("""
                insert into priority (owner, own_first_days, keep_copies, daily_cap, paused_from, paused_until)
                values ('library:yunze-normal', 30, 0, null, null, null)
                """).update();
        jdbc.sql("update copy set acquired_on = '2026-03-01'").update();

        assertThat(excluded(weigh(QIAOTOU_MAIN), UNIVERSITY)).isEqualTo("own-readers-first");
        var own = transaction.execute(status -> router.weigh(
                Asker.of(yunze.luoZihan),
                book,
                branches.required(CITY_MAIN),
                Set.of(),
                Optional.empty(),
                clock.instant()));
        assertThat(own.best()).isPresent();
    }

    @Test
    void aDailyCapIsKept() {
        jdbc.sql("""
                insert into priority (owner, own_first_days, keep_copies, daily_cap, paused_from, paused_until)
                values ('library:yunze-normal', 0, 0, 1, null, null)
                """).update();
        placed();
        var second = yunze.book("人世间");
        yunze.copy(second, UNIVERSITY_MAIN, "11-B-2");

        var request = desk.place(second, QIAOTOU_MAIN, yunze.linXiaomei.id(), yunze.linXiaomei.actor());
        assertThat(request.isQueued()).isTrue();

        later(Duration.ofDays(1));
        requestClock.tick();
        assertThat(now(request.number()).going()).isPresent();
    }

    private static String excluded(Routing routing, LibraryCode library) {
        return routing.of(library).orElseThrow().excluded();
    }

    private Routing weigh(BranchCode pickup) {
        return transaction.execute(status -> router.weigh(
                Asker.of(yunze.linXiaomei),
                book,
                branches.required(pickup),
                Set.of(),
                Optional.empty(),
                clock.instant()));
    }
}
