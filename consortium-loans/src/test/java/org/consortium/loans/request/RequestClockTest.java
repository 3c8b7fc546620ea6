package org.consortium.loans.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consortium.loans.Yunze.DISTRICT;
import static org.consortium.loans.Yunze.DISTRICT_MAIN;
import static org.consortium.loans.Yunze.QIAOTOU_MAIN;
import static org.consortium.loans.Yunze.UNIVERSITY_MAIN;

import java.time.Duration;
import java.time.ZoneId;
import org.consortium.core.ill.AttemptState;
import org.consortium.core.ill.Attention;
import org.consortium.core.ill.RequestOutcome;
import org.consortium.core.ill.RequestPhase;
import org.consortium.core.member.Actor;
import org.consortium.core.union.CopyStatus;
import org.consortium.loans.YunzeTest;
import org.junit.jupiter.api.Test;

class RequestClockTest extends YunzeTest {

    @Test
    void silenceIsANoAtTheEndOfTheNextOpenDay() {
        yunze.copy(book, DISTRICT_MAIN, "01-A-0218834");
        var number = placed().number();

        later(Duration.ofHours(31));
        requestClock.tick();
        assertThat(now(number).attempts()).as("Thursday, five in the afternoon").hasSize(1);

        later(Duration.ofHours(2));
        requestClock.tick();
        var request = now(number);
        assertThat(request.attempts())
                .extracting(attempt -> attempt.state())
                .containsExactly(AttemptState.TIMED_OUT, AttemptState.ASKED);
        assertThat(request.going().orElseThrow().lender()).isEqualTo(DISTRICT);
        assertThat(request.steps())
                .filteredOn(step -> step.move().equals("time-out"))
                .singleElement()
                .satisfies(step -> assertThat(step.actor()).isEqualTo(Actor.clock()));
        assertThat(statusAt(UNIVERSITY_MAIN, barcode)).isEqualTo(CopyStatus.ON_SHELF);
    }

    @Test
    void whenAllAreSilentAPersonMustLook() {
        var number = placed().number();

        later(Duration.ofDays(3));
        requestClock.tick();

        assertThat(now(number).attention()).contains(Attention.NO_LENDER_LEFT);
    }

    @Test
    void aConditionNobodyAnswersTimesOutToo() {
        var number = placed().number();
        desk.offerCondition(number, null, "只在馆内阅览", yunze.yeZhou);

        later(Duration.ofDays(4));
        requestClock.tick();

        assertThat(stateOf(now(number))).isEqualTo(AttemptState.TIMED_OUT);
    }

    @Test
    void whatIsNotCollectedGoesHome() {
        var number = ready().number();
        var until = now(number).readyUntil().orElseThrow();

        clock.moveTo(until.atTime(23, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant());
        requestClock.tick();
        assertThat(now(number).phase()).as("its last day").isEqualTo(RequestPhase.READY);

        later(Duration.ofHours(2));
        requestClock.tick();
        assertThat(now(number).phase()).isEqualTo(RequestPhase.GOING_BACK);
        assertThat(transits.openOfCopy(yunze.copyAt(UNIVERSITY_MAIN, barcode).id())
                        .orElseThrow()
                        .to())
                .isEqualTo(UNIVERSITY_MAIN);

        scans.scan(barcode, UNIVERSITY_MAIN, yunze.yeZhou);
        assertThat(now(number).outcome()).contains(RequestOutcome.NOT_COLLECTED);
    }

    @Test
    void anOwnCopyThatIsNotCollectedGoesBackOnItsShelf() {
        var own = yunze.copy(book, QIAOTOU_MAIN, "08-A-0009001");
        var number = placed().number();
        desk.pick(number, null, own, yunze.suHongmei);
        desk.setAside(number, null, yunze.suHongmei);

        later(Duration.ofDays(12));
        requestClock.tick();

        assertThat(now(number).outcome()).contains(RequestOutcome.NOT_COLLECTED);
        assertThat(statusAt(QIAOTOU_MAIN, own)).isEqualTo(CopyStatus.ON_SHELF);
    }

    @Test
    void aPausedLenderIsAskedWhenThePauseIsOver() {
        jdbc.sql("""
                insert into priority (owner, own_first_days, keep_copies, daily_cap, paused_from, paused_until)
                values ('library:yunze-normal', 0, 0, null, '2026-03-01', '2026-03-06')
                """).update();
        var number = placed().number();
        assertThat(now(number).isQueued()).isTrue();

        later(Duration.ofDays(2));
        requestClock.tick();
        assertThat(now(number).isQueued()).isTrue();

        later(Duration.ofDays(1));
        requestClock.tick();
        assertThat(stateOf(now(number))).isEqualTo(AttemptState.ASKED);
    }

    @Test
    void tickingTwiceChangesNothingMore() {
        var number = placed().number();
        later(Duration.ofDays(3));
        requestClock.tick();
        var steps = now(number).steps().size();

        requestClock.tick();

        assertThat(now(number).steps()).hasSize(steps);
    }
}
