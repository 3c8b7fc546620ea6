package org.consortium.loans.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consortium.loans.Yunze.CITY_MAIN;
import static org.consortium.loans.Yunze.QIAOTOU;
import static org.consortium.loans.Yunze.QIAOTOU_MAIN;
import static org.consortium.loans.Yunze.UNIVERSITY;
import static org.consortium.loans.Yunze.UNIVERSITY_MAIN;
import static org.consortium.loans.Yunze.XIAOMEIS_CARD;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.consortium.core.database.DatabaseTest;
import org.consortium.core.database.MovableClock;
import org.consortium.core.ill.AttemptState;
import org.consortium.core.ill.RequestOutcome;
import org.consortium.core.ill.RequestPhase;
import org.consortium.core.ill.Step;
import org.consortium.core.loan.Transits;
import org.consortium.core.member.Trail;
import org.consortium.core.union.Barcode;
import org.consortium.core.union.CopyStatus;
import org.consortium.loans.Yunze;
import org.consortium.loans.desk.LoanDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The main job: from Get it in a township to the book's homecoming, returned at a library that never had to do with it. */
@DatabaseTest
class StoryTest {

    @Autowired
    Yunze yunze;

    @Autowired
    RequestDesk desk;

    @Autowired
    RequestScans scans;

    @Autowired
    LoanDesk loanDesk;

    @Autowired
    Transits transits;

    @Autowired
    Trail trail;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void begins() {
        yunze.begins();
    }

    @Test
    void aBookOnlyTheUniversityHoldsIsReadInATownshipAndReturnedInTheCity() {
        var book = yunze.book("额尔古纳河右岸");
        var barcode = yunze.copy(book, UNIVERSITY_MAIN, "11-B-0078001");

        var request = desk.place(book, QIAOTOU_MAIN, yunze.linXiaomei.id(), yunze.linXiaomei.actor());
        assertThat(request.phase()).isEqualTo(RequestPhase.SEEKING);
        assertThat(request.going().orElseThrow().lender()).isEqualTo(UNIVERSITY);
        assertThat(request.going().orElseThrow().candidates()).hasSize(1);
        assertThat(copyStatus(barcode)).isEqualTo(CopyStatus.ALLOTTED);

        later(Duration.ofHours(1));
        var number = request.number();
        request = desk.accept(number, request.version(), yunze.yeZhou);
        assertThat(request.phase()).isEqualTo(RequestPhase.PROMISED);
        assertThat(request.promisedOn()).contains(LocalDate.of(2026, 3, 6));

        later(Duration.ofHours(1));
        request = scans.scan(barcode, UNIVERSITY_MAIN, yunze.yeZhou).orElseThrow();
        assertThat(request.going().orElseThrow().state()).isEqualTo(AttemptState.PICKED);
        later(Duration.ofHours(1));
        request = scans.scan(barcode, UNIVERSITY_MAIN, yunze.yeZhou).orElseThrow();
        assertThat(request.phase()).isEqualTo(RequestPhase.ON_THE_WAY);
        var way = transits.openOfCopy(copyId(barcode)).orElseThrow();
        assertThat(way.from()).isEqualTo(UNIVERSITY_MAIN);
        assertThat(way.to()).isEqualTo(QIAOTOU_MAIN);

        later(Duration.ofDays(2));
        request = scans.scan(barcode, QIAOTOU_MAIN, yunze.suHongmei).orElseThrow();
        assertThat(request.phase()).isEqualTo(RequestPhase.READY);
        assertThat(request.readyUntil()).contains(LocalDate.of(2026, 3, 13));
        assertThat(copyStatus(barcode)).isEqualTo(CopyStatus.SET_ASIDE);
        assertThat(transits.openOfCopy(copyId(barcode))).isEmpty();

        later(Duration.ofDays(1));
        var slip = loanDesk.lend(XIAOMEIS_CARD, barcode, QIAOTOU_MAIN, yunze.suHongmei);
        assertThat(slip.request()).contains(number);
        assertThat(slip.due())
                .as("30 days on is a Monday, when Qiaotou is closed")
                .isEqualTo(LocalDate.of(2026, 4, 7));
        assertThat(desk.show(number, yunze.linXiaomei.id()).phase()).isEqualTo(RequestPhase.WITH_READER);

        later(Duration.ofDays(20));
        var back = loanDesk.takeBack(barcode, null, CITY_MAIN, yunze.xuWenjing);
        assertThat(back.next()).isEqualTo(Onward.Next.SEND_HOME);
        assertThat(back.toBranch()).isEqualTo(UNIVERSITY_MAIN);
        assertThat(back.loan()).contains(slip.loan());
        assertThat(back.daysLate()).isZero();
        assertThat(desk.show(number, yunze.linXiaomei.id()).phase()).isEqualTo(RequestPhase.GOING_BACK);
        assertThat(transits.openOfCopy(copyId(barcode)).orElseThrow().to()).isEqualTo(UNIVERSITY_MAIN);

        later(Duration.ofDays(1));
        request = scans.scan(barcode, UNIVERSITY_MAIN, yunze.yeZhou).orElseThrow();
        assertThat(request.phase()).isEqualTo(RequestPhase.CLOSED);
        assertThat(request.outcome()).contains(RequestOutcome.SUPPLIED);
        assertThat(copyStatus(barcode)).isEqualTo(CopyStatus.ON_SHELF);
        assertThat(yunze.copyAt(UNIVERSITY_MAIN, barcode).isHome()).isTrue();
        assertThat(transits.openOfCopy(copyId(barcode))).isEmpty();

        assertThat(request.steps())
                .extracting(Step::move)
                .containsExactly("place", "ask", "accept", "pick", "send", "receive", "lend", "return", "take-home");
        assertThat(trail.lines(Optional.of(UNIVERSITY), Optional.of("request"), 0, 50)
                        .items())
                .extracting(Trail.Line::action)
                .contains("request-ask", "request-accept", "request-pick", "request-send", "request-take-home");
        assertThat(trail.lines(Optional.of(QIAOTOU), Optional.empty(), 0, 50).items())
                .extracting(Trail.Line::action)
                .contains("request-place", "request-receive", "request-lend", "loan-made");
        assertThat(trail.lines(Optional.empty(), Optional.of("loan"), 0, 50).items())
                .extracting(Trail.Line::action)
                .containsExactly("loan-returned", "loan-made");
    }

    private CopyStatus copyStatus(Barcode barcode) {
        return yunze.copyAt(UNIVERSITY_MAIN, barcode).status();
    }

    private long copyId(Barcode barcode) {
        return yunze.copyAt(UNIVERSITY_MAIN, barcode).id();
    }

    private void later(Duration duration) {
        clock.moveBy(duration);
    }
}
