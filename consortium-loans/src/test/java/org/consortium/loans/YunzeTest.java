package org.consortium.loans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.consortium.loans.Yunze.QIAOTOU_MAIN;
import static org.consortium.loans.Yunze.UNIVERSITY_MAIN;
import static org.consortium.loans.Yunze.XIAOMEIS_CARD;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.consortium.core.Reason;
import org.consortium.core.Refusal;
import org.consortium.core.card.Reader;
import org.consortium.core.database.Consistency;
import org.consortium.core.database.DatabaseTest;
import org.consortium.core.database.MovableClock;
import org.consortium.core.ill.AttemptState;
import org.consortium.core.ill.Request;
import org.consortium.core.ill.RequestNumber;
import org.consortium.core.ill.Requests;
import org.consortium.core.loan.Loans;
import org.consortium.core.loan.Transits;
import org.consortium.core.member.BranchCode;
import org.consortium.core.union.Barcode;
import org.consortium.core.union.CopyStatus;
import org.consortium.core.union.RecordId;
import org.consortium.loans.card.CardDesk;
import org.consortium.loans.card.ReaderDesk;
import org.consortium.loans.desk.LoanDesk;
import org.consortium.loans.request.RequestClock;
import org.consortium.loans.request.RequestDesk;
import org.consortium.loans.request.RequestScans;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A test in the world of Yunze: 林晓梅 of 桥头镇 asks for a book, most often one that only the university holds. */
@DatabaseTest
public abstract class YunzeTest {

    @Autowired
    protected Yunze yunze;

    @Autowired
    protected RequestDesk desk;

    @Autowired
    protected RequestScans scans;

    @Autowired
    protected LoanDesk loanDesk;

    @Autowired
    protected CardDesk cardDesk;

    @Autowired
    protected ReaderDesk readerDesk;

    @Autowired
    protected RequestClock requestClock;

    @Autowired
    protected Requests requests;

    @Autowired
    protected Loans loans;

    @Autowired
    protected Transits transits;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected MovableClock clock;

    protected RecordId book;
    protected Barcode barcode;

    @BeforeEach
    void begins() {
        yunze.begins();
        book = yunze.book("额尔古纳河右岸");
        barcode = yunze.copy(book, UNIVERSITY_MAIN, "11-B-0078001");
    }

    @AfterEach
    void everythingTellsTheSameStory() {
        assertThat(new Consistency(jdbc).mistakes()).isEmpty();
    }

    protected Request placedBy(Reader reader, BranchCode pickup) {
        return desk.place(book, pickup, reader.id(), reader.actor());
    }

    protected Request placed() {
        return placedBy(yunze.linXiaomei, QIAOTOU_MAIN);
    }

    protected Request accepted() {
        return desk.accept(placed().number(), null, yunze.yeZhou);
    }

    protected Request picked() {
        return desk.pick(accepted().number(), null, barcode, yunze.yeZhou);
    }

    protected Request sent() {
        return desk.send(picked().number(), null, yunze.yeZhou);
    }

    protected Request ready() {
        var number = sent().number();
        later(Duration.ofDays(1));
        return desk.receive(number, null, yunze.suHongmei);
    }

    protected Request lent() {
        var number = ready().number();
        loanDesk.lend(XIAOMEIS_CARD, barcode, QIAOTOU_MAIN, yunze.suHongmei);
        return now(number);
    }

    protected Request sentHome() {
        var number = lent().number();
        loanDesk.takeBack(barcode, null, QIAOTOU_MAIN, yunze.suHongmei);
        return now(number);
    }

    /** The request as it is now. */
    protected Request now(RequestNumber number) {
        var borrower = jdbc.sql("select reader from request where number = :number")
                .param("number", number.value())
                .query(Long.class)
                .single();
        return desk.show(number, borrower);
    }

    protected static AttemptState stateOf(Request request) {
        return request.attempts().get(request.attempts().size() - 1).state();
    }

    protected CopyStatus statusAt(BranchCode home, Barcode copy) {
        return yunze.copyAt(home, copy).status();
    }

    protected void later(Duration duration) {
        clock.moveBy(duration);
    }

    protected static Refusal refused(Reason reason, ThrowingCallable doing) {
        var no = catchThrowableOfType(Refusal.class, doing);
        assertThat(no).as("refused as " + reason.code()).isNotNull();
        assertThat(no.reason()).isEqualTo(reason);
        return no;
    }
}
