package org.consortium.loans.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consortium.loans.Yunze.CITY_MAIN;
import static org.consortium.loans.Yunze.DISTRICT_MAIN;
import static org.consortium.loans.Yunze.QIAOTOU_MAIN;
import static org.consortium.loans.Yunze.UNIVERSITY;
import static org.consortium.loans.Yunze.UNIVERSITY_MAIN;
import static org.consortium.loans.Yunze.XIAOMEIS_CARD;
import static org.consortium.loans.Yunze.ZIHANS_CARD;

import java.time.Duration;
import org.consortium.core.ill.AttemptState;
import org.consortium.core.ill.DeclineReason;
import org.consortium.core.ill.RequestOutcome;
import org.consortium.core.ill.RequestPhase;
import org.consortium.core.ill.Step;
import org.consortium.core.union.CopyStatus;
import org.consortium.core.union.RecordId;
import org.consortium.loans.YunzeTest;
import org.consortium.loans.notice.NoticeKind;
import org.consortium.loans.notice.ReaderNotices;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two readers, one copy. */
class QueueTest extends YunzeTest {

    @Autowired
    ReaderRequests readerRequests;

    @Autowired
    ReaderNotices notices;

    @Test
    void theSecondReaderIsToldSheIsFirstInTheQueue() {
        placed();

        var second = placedBy(yunze.jiangChen, QIAOTOU_MAIN);
        later(Duration.ofMinutes(1));
        var third = placedBy(yunze.gaoXiang, CITY_MAIN);

        assertThat(second.isQueued()).isTrue();
        assertThat(second.phase()).isEqualTo(RequestPhase.SEEKING);
        assertThat(readerRequests.open(yunze.jiangChen.id())).singleElement().satisfies(row -> {
            assertThat(row.position()).contains(1);
            assertThat(row.mayCancel()).isTrue();
        });
        assertThat(readerRequests.position(third.number())).contains(2);
        assertThat(readerRequests.open(yunze.linXiaomei.id()))
                .singleElement()
                .satisfies(row -> assertThat(row.position()).isEmpty());
    }

    @Test
    void sheHasItWhenTheFirstReturnsItWhereSheCollects() {
        var first = lent().number();
        var second = placedBy(yunze.jiangChen, QIAOTOU_MAIN).number();

        var slip = loanDesk.takeBack(barcode, null, QIAOTOU_MAIN, yunze.suHongmei);

        assertThat(slip.next()).isEqualTo(Onward.Next.SET_ASIDE);
        assertThat(slip.request()).contains(second);
        assertThat(slip.waiting()).as("her own library's staff").contains("江晨");
        assertThat(now(first).outcome()).contains(RequestOutcome.SUPPLIED);
        assertThat(stateOf(now(first))).isEqualTo(AttemptState.PASSED_ON);
        assertThat(now(second).phase()).isEqualTo(RequestPhase.READY);
        assertThat(now(second).readyUntil()).isPresent();
        assertThat(now(second).steps())
                .extracting(Step::move)
                .containsExactly("place", "queue", "ask", "accept", "keep-here");
        assertThat(statusAt(UNIVERSITY_MAIN, barcode)).isEqualTo(CopyStatus.SET_ASIDE);
        assertThat(notices.of(yunze.jiangChen.id()))
                .extracting(ReaderNotices.Row::kind)
                .containsExactly(NoticeKind.READY);
    }

    @Test
    void itTravelsOnToHerWhenItIsReturnedElsewhere() {
        lent();
        var second = placedBy(yunze.gaoXiang, CITY_MAIN).number();

        var slip = loanDesk.takeBack(barcode, null, QIAOTOU_MAIN, yunze.suHongmei);

        assertThat(slip.next()).isEqualTo(Onward.Next.SEND_TO_PICKUP);
        assertThat(slip.toBranch()).isEqualTo(CITY_MAIN);
        assertThat(slip.waiting()).as("another library's reader").contains(yunze.gaoXiang.alias());
        assertThat(now(second).phase()).isEqualTo(RequestPhase.ON_THE_WAY);
        var again = loanDesk.takeBack(barcode, null, QIAOTOU_MAIN, yunze.suHongmei);
        assertThat(again.next()).isEqualTo(Onward.Next.SEND_TO_PICKUP);
        assertThat(again.loan()).isEmpty();

        later(Duration.ofDays(2));
        assertThat(scans.scan(barcode, CITY_MAIN, yunze.xuWenjing).orElseThrow().phase())
                .isEqualTo(RequestPhase.READY);
    }

    @Test
    void whoTakesAnyEditionIsNotMadeToWaitForThisOne() {
        var reprint = yunze.book("最好的告别 第2版");
        var other = yunze.copy(reprint, CITY_MAIN, "02-A-7700001");
        areEditionsOfOneWork(book, reprint);
        placed();

        var patient = placedBy(yunze.jiangChen, QIAOTOU_MAIN);
        var content = desk.place(book, CITY_MAIN, true, yunze.gaoXiang.id(), yunze.gaoXiang.actor());

        assertThat(patient.isQueued()).isTrue();
        assertThat(content.record()).isEqualTo(reprint);
        assertThat(content.steps()).extracting(Step::move).startsWith("place", "turn-to-edition", "ask");
        assertThat(statusAt(CITY_MAIN, other)).isEqualTo(CopyStatus.ALLOTTED);
    }

    @Test
    void whoWaitsAndTakesAnyEditionGetsTheFirstThatComesBack() {
        placed();
        var content = desk.place(book, CITY_MAIN, true, yunze.gaoXiang.id(), yunze.gaoXiang.actor());
        assertThat(content.isQueued()).isTrue();

        var reprint = yunze.book("最好的告别 第2版");
        yunze.copy(reprint, CITY_MAIN, "02-A-7700002");
        areEditionsOfOneWork(book, reprint);
        desk.serveWaiting(reprint);

        assertThat(now(content.number()).record()).isEqualTo(reprint);
        assertThat(now(content.number()).isQueued()).isFalse();
    }

    private void areEditionsOfOneWork(RecordId one, RecordId other) {
        jdbc.sql("update union_record set work = 7 where id in (:one, :other)")
                .param("one", one.value())
                .param("other", other.value())
                .update();
    }

    @Test
    void whatTheLenderForgotToScanArrivesAllTheSame() {
        var number = picked().number();

        var slip = loanDesk.takeBack(barcode, null, QIAOTOU_MAIN, yunze.suHongmei);

        assertThat(slip.next()).isEqualTo(Onward.Next.SET_ASIDE);
        assertThat(slip.odd()).isEmpty();
        assertThat(now(number).phase()).isEqualTo(RequestPhase.READY);
        assertThat(now(number).readyUntil()).isPresent();
        assertThat(statusAt(UNIVERSITY_MAIN, barcode)).isEqualTo(CopyStatus.SET_ASIDE);
    }

    @Test
    void aCopyOnItsWayHomeGoesToHerWhenItArrives() {
        var first = sentHome().number();
        var second = placedBy(yunze.gaoXiang, CITY_MAIN).number();
        assertThat(now(second).isQueued()).isTrue();

        later(Duration.ofDays(2));
        var slip = loanDesk.takeBack(barcode, null, UNIVERSITY_MAIN, yunze.yeZhou);

        assertThat(slip.next()).isEqualTo(Onward.Next.SEND_TO_PICKUP);
        assertThat(now(first).outcome()).contains(RequestOutcome.SUPPLIED);
        assertThat(now(second).phase()).isEqualTo(RequestPhase.ON_THE_WAY);
    }

    @Test
    void aCopyTheOwnersReaderReturnsGoesToHer() {
        loanDesk.lend(ZIHANS_CARD, barcode, UNIVERSITY_MAIN, yunze.yeZhou);
        var number = placed().number();
        assertThat(now(number).isQueued()).isTrue();

        var slip = loanDesk.takeBack(barcode, null, CITY_MAIN, yunze.xuWenjing);

        assertThat(slip.next()).isEqualTo(Onward.Next.SEND_TO_PICKUP);
        assertThat(slip.toBranch()).isEqualTo(QIAOTOU_MAIN);
        assertThat(now(number).going().orElseThrow().lender()).isEqualTo(UNIVERSITY);
        assertThat(now(number).phase()).isEqualTo(RequestPhase.ON_THE_WAY);
    }

    @Test
    void whatOneCancelsTheNextIsAskedFor() {
        var first = placed().number();
        var second = placedBy(yunze.gaoXiang, CITY_MAIN).number();

        desk.cancel(first, yunze.linXiaomei.actor());

        assertThat(stateOf(now(second))).isEqualTo(AttemptState.ASKED);
        assertThat(statusAt(UNIVERSITY_MAIN, barcode)).isEqualTo(CopyStatus.ALLOTTED);
    }

    @Test
    void whatIsNotCollectedGoesToTheNextWithoutTravelling() {
        var first = ready().number();
        var second = placedBy(yunze.jiangChen, QIAOTOU_MAIN).number();

        later(Duration.ofDays(10));
        requestClock.tick();

        assertThat(now(first).outcome()).contains(RequestOutcome.NOT_COLLECTED);
        assertThat(now(second).phase()).isEqualTo(RequestPhase.READY);
        assertThat(statusAt(UNIVERSITY_MAIN, barcode)).isEqualTo(CopyStatus.SET_ASIDE);
    }

    @Test
    void whoCannotHaveTheCopyIsPassedOver() {
        lent();
        var second = placedBy(yunze.gaoXiang, CITY_MAIN).number();
        later(Duration.ofMinutes(1));
        var third = placedBy(yunze.jiangChen, QIAOTOU_MAIN).number();
        jdbc.sql("""
                insert into recognition (home, owner, grade) values ('library:yunze-city', 'library:yunze-normal', 'READ_ONLY')
                """).update();

        loanDesk.takeBack(barcode, null, QIAOTOU_MAIN, yunze.suHongmei);

        assertThat(now(second).isQueued()).isTrue();
        assertThat(now(third).phase()).isEqualTo(RequestPhase.READY);
    }

    @Test
    void aNoOfTheOnlyHolderIsNoReasonToWaitForIt() {
        var first = placed().number();
        var second = placedBy(yunze.gaoXiang, CITY_MAIN).number();

        desk.decline(first, null, DeclineReason.TOO_BUSY, "", yunze.yeZhou);

        assertThat(now(first).phase()).isEqualTo(RequestPhase.REVIEW);
        assertThat(stateOf(now(second))).as("whoever waited is next to ask").isEqualTo(AttemptState.ASKED);
    }

    @Test
    void afterANoSheWaitsForOtherLibrariesCopies() {
        var other = yunze.copy(book, DISTRICT_MAIN, "01-A-0218834");
        loanDesk.lend(XIAOMEIS_CARD, other, DISTRICT_MAIN, yunze.heMin);
        var number = placedBy(yunze.gaoXiang, CITY_MAIN).number();

        var request = desk.decline(number, null, DeclineReason.NOT_ON_SHELF, "", yunze.yeZhou);
        assertThat(request.isQueued()).isTrue();

        loanDesk.takeBack(other, null, DISTRICT_MAIN, yunze.heMin);
        assertThat(now(number).phase()).isEqualTo(RequestPhase.ON_THE_WAY);
    }

    @Test
    void whoBorrowsACopyMeanwhileWaitsNoMore() {
        placedBy(yunze.gaoXiang, CITY_MAIN);
        var waiting = placed().number();
        var other = yunze.copy(book, DISTRICT_MAIN, "01-A-0218834");

        loanDesk.lend(XIAOMEIS_CARD, other, DISTRICT_MAIN, yunze.heMin);

        assertThat(now(waiting).outcome()).contains(RequestOutcome.SUPPLIED);
    }

    @Test
    void theClockServesThoseWhoWaitWhenACopyTurnsUp() {
        placedBy(yunze.gaoXiang, CITY_MAIN);
        var waiting = placed().number();
        yunze.copy(book, DISTRICT_MAIN, "01-A-0218834");

        requestClock.tick();

        assertThat(stateOf(now(waiting))).isEqualTo(AttemptState.ASKED);
    }
}
