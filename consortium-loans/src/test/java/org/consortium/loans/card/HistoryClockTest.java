package org.consortium.loans.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.consortium.loans.YunzeTest;
import org.consortium.loans.desk.ReaderLoans;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a reader has read is forgotten a month after it is over, unless she wants it kept. */
class HistoryClockTest extends YunzeTest {

    @Autowired
    HistoryClock historyClock;

    @Autowired
    ReaderLoans readerLoans;

    @Test
    void aMonthAfterItIsOverNobodyKnowsWhoItWas() {
        goesHome();
        later(Duration.ofDays(31));

        historyClock.tick();

        assertThat(linesOfHers()).isZero();
        assertThat(requests.count()).as("the figures keep it").isEqualTo(1);
        assertThat(loans.count()).isEqualTo(1);
    }

    @Test
    void untilThenTheDeskCanAsk() {
        goesHome();
        later(Duration.ofDays(29));

        historyClock.tick();

        assertThat(linesOfHers()).isEqualTo(2);
    }

    @Test
    void whatIsGoingOnIsNotForgotten() {
        lent();
        later(Duration.ofDays(90));

        historyClock.tick();

        assertThat(linesOfHers()).isEqualTo(2);
        assertThat(readerLoans.open(yunze.linXiaomei.id())).hasSize(1);
    }

    @Test
    void aReaderMayKeepHerHistory() {
        readerDesk.keepHistory(yunze.linXiaomei.id(), true, yunze.linXiaomei.actor());
        goesHome();
        later(Duration.ofDays(365));

        historyClock.tick();

        assertThat(readerLoans.past(yunze.linXiaomei.id(), 0, 10).total()).isEqualTo(1);
    }

    private void goesHome() {
        var number = sentHome().number();
        desk.takeHome(number, null, yunze.yeZhou);
    }

    /** Loans and requests that are hers, and steps and notices that tell of them. */
    private int linesOfHers() {
        return jdbc.sql("""
                select (select count(*) from loan where reader = :reader)
                  + (select count(*) from request where reader = :reader)
                  + (select count(*) * 100 from request_step s join request q on q.number = s.request
                     where s.actor_kind = 'READER' and s.actor_id = :reader and q.reader is null)
                  + (select count(*) * 100 from notice n left join request q on q.number = n.request
                       left join loan l on l.id = n.loan
                     where n.reader = :reader and q.reader is null and l.reader is null)
                """)
                .param("reader", yunze.linXiaomei.id())
                .query(Integer.class)
                .single();
    }
}
