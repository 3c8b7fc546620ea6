package org.consortium.loans.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consortium.loans.Yunze.CITY_MAIN;
import static org.consortium.loans.Yunze.DISTRICT_MAIN;
import static org.consortium.loans.Yunze.GAO_XIANGS_CARD;
import static org.consortium.loans.Yunze.QIAOTOU_MAIN;
import static org.consortium.loans.Yunze.UNIVERSITY_MAIN;
import static org.consortium.loans.Yunze.XIAOMEIS_CARD;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.consortium.core.Refusal;
import org.consortium.core.card.CardNumber;
import org.consortium.core.card.Reader;
import org.consortium.core.card.ReaderClass;
import org.consortium.core.database.Consistency;
import org.consortium.core.ill.AttemptState;
import org.consortium.core.ill.DeclineReason;
import org.consortium.core.ill.Request;
import org.consortium.core.ill.RequestPhase;
import org.consortium.core.ill.RequestRefusal;
import org.consortium.core.loan.LoanRefusal;
import org.consortium.core.union.CopyStatus;
import org.consortium.core.union.RecordId;
import org.consortium.loans.Yunze;
import org.consortium.loans.YunzeTest;
import org.consortium.loans.desk.LoanSlip;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** People who do the same thing at the same instant, with real threads on the real database. */
class RacesTest extends YunzeTest {

    private static final int ROUNDS = 40;
    private static final int SECONDS = 30;

    @Autowired
    ReaderRequests readerRequests;

    private ExecutorService threads;

    @BeforeEach
    void hire() {
        threads = Executors.newCachedThreadPool();
    }

    @AfterEach
    void dismiss() {
        threads.shutdownNow();
    }

    @Test
    void ofTwoReadersWhoAskForTheLastCopyExactlyOneGetsItAndTheOtherIsFirstInTheQueue() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            emptyHands();
            book = yunze.book("最后一册 " + round);
            barcode = yunze.copy(book, UNIVERSITY_MAIN, "11-R-%05d".formatted(round));

            var results =
                    atOnce(() -> placedBy(yunze.linXiaomei, QIAOTOU_MAIN), () -> placedBy(yunze.gaoXiang, CITY_MAIN));

            var both = List.of(results.get(0).get(), results.get(1).get());
            assertThat(both).allSatisfy(request -> assertThat(request.phase()).isEqualTo(RequestPhase.SEEKING));
            var winners =
                    both.stream().filter(request -> request.going().isPresent()).toList();
            var waiting = both.stream().filter(Request::isQueued).toList();
            assertThat(winners).as("round " + round).hasSize(1);
            assertThat(waiting).as("round " + round).hasSize(1);
            assertThat(readerRequests.position(waiting.get(0).number())).contains(1);
            assertThat(statusAt(UNIVERSITY_MAIN, barcode)).isEqualTo(CopyStatus.ALLOTTED);

            // the copy comes free: whoever waited has it now
            desk.cancel(winners.get(0).number(), readerOf(winners.get(0)).actor());
            assertThat(now(waiting.get(0).number()).going())
                    .as("round " + round)
                    .isPresent();
        }
    }

    @Test
    void manyReadersShareFewCopies() throws Exception {
        var readers = new ArrayList<Reader>();
        for (int i = 0; i < 8; i++) {
            readers.add(yunze.reader(
                    new CardNumber("33010099%05d".formatted(i)), "读者" + i, Yunze.QIAOTOU, ReaderClass.ADULT));
        }
        for (int round = 0; round < 10; round++) {
            emptyHands();
            book = yunze.book("三册 " + round);
            yunze.copy(book, UNIVERSITY_MAIN, "11-M-%05d".formatted(round));
            yunze.copy(book, CITY_MAIN, "02-M-%05d".formatted(round));
            yunze.copy(book, DISTRICT_MAIN, "01-M-%05d".formatted(round));

            var tasks = readers.stream()
                    .<Callable<Request>>map(reader -> () -> placedBy(reader, QIAOTOU_MAIN))
                    .toList();
            var placed = new ArrayList<Request>();
            for (var result : atOnce(tasks)) {
                placed.add(result.get());
            }

            assertThat(placed.stream().filter(request -> request.going().isPresent()))
                    .hasSize(3);
            assertThat(placed.stream()
                            .filter(Request::isQueued)
                            .map(request ->
                                    readerRequests.position(request.number()).orElseThrow()))
                    .containsExactlyInAnyOrder(1, 2, 3, 4, 5);
        }
    }

    @Test
    void ofTwoDesksThatLendTheSameCopyOneIsRefused() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            emptyHands();
            book = yunze.book("两个柜台 " + round);
            barcode = yunze.copy(book, QIAOTOU_MAIN, "08-L-%05d".formatted(round));

            var results = atOnce(
                    () -> loanDesk.lend(XIAOMEIS_CARD, barcode, QIAOTOU_MAIN, yunze.suHongmei),
                    () -> loanDesk.lend(GAO_XIANGS_CARD, barcode, CITY_MAIN, yunze.xuWenjing));

            assertThat(refusalsOf(results)).as("round " + round).hasSize(1);
            assertThat(refusalsOf(results).get(0).reason()).isEqualTo(LoanRefusal.COPY_ALREADY_LENT);
            assertThat(openLoans()).isEqualTo(1);
        }
    }

    @Test
    void theSameLoanPressedTwiceIsOneLoan() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            emptyHands();
            book = yunze.book("连扫两次 " + round);
            barcode = yunze.copy(book, QIAOTOU_MAIN, "08-D-%05d".formatted(round));
            Callable<LoanSlip> lend = () -> loanDesk.lend(XIAOMEIS_CARD, barcode, QIAOTOU_MAIN, yunze.suHongmei);

            var results = atOnce(lend, lend);

            assertThat(results.get(0).get().loan())
                    .isEqualTo(results.get(1).get().loan());
            assertThat(List.of(
                            results.get(0).get().again(), results.get(1).get().again()))
                    .containsExactlyInAnyOrder(true, false);
            assertThat(openLoans()).isEqualTo(1);
        }
    }

    @Test
    void theSameRequestAcceptedTwiceIsAcceptedOnce() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            emptyHands();
            book = yunze.book("应两次 " + round);
            barcode = yunze.copy(book, UNIVERSITY_MAIN, "11-A-%05d".formatted(round));
            var seen = placed();

            var results = atOnce(
                    () -> desk.accept(seen.number(), seen.version(), yunze.yeZhou),
                    () -> desk.accept(seen.number(), seen.version(), yunze.yeZhou));

            assertThat(refusalsOf(results)).as("round " + round).hasSize(1);
            assertThat(refusalsOf(results).get(0).reason()).isEqualTo(RequestRefusal.REQUEST_CHANGED);
            assertThat(now(seen.number()).steps().stream()
                            .filter(step -> step.move().equals("accept")))
                    .hasSize(1);
        }
    }

    @Test
    void acceptAndCancelAtOnceLeaveNothingHalfDone() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            emptyHands();
            book = yunze.book("一应一撤 " + round);
            barcode = yunze.copy(book, UNIVERSITY_MAIN, "11-X-%05d".formatted(round));
            var number = placed().number();

            atOnce(() -> desk.accept(number, null, yunze.yeZhou), () -> desk.cancel(number, yunze.linXiaomei.actor()));

            var request = now(number);
            if (request.isOpen()) {
                assertThat(request.isCancelAsked()).as("round " + round).isTrue();
                assertThat(statusAt(UNIVERSITY_MAIN, barcode)).isEqualTo(CopyStatus.ALLOTTED);
            } else {
                assertThat(stateOf(request)).isEqualTo(AttemptState.WITHDRAWN);
                assertThat(statusAt(UNIVERSITY_MAIN, barcode)).isEqualTo(CopyStatus.ON_SHELF);
            }
        }
    }

    @Test
    void aReturnAndARequestAtTheSameInstantNeverMissEachOther() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            emptyHands();
            book = yunze.book("一还一借 " + round);
            barcode = yunze.copy(book, CITY_MAIN, "02-B-%05d".formatted(round));
            loanDesk.lend(GAO_XIANGS_CARD, barcode, CITY_MAIN, yunze.xuWenjing);

            var results = atOnce(
                    () -> loanDesk.takeBack(barcode, null, CITY_MAIN, yunze.xuWenjing),
                    () -> placedBy(yunze.linXiaomei, QIAOTOU_MAIN));

            results.get(0).get();
            var request = now(((Request) results.get(1).get()).number());
            assertThat(request.going())
                    .as("round " + round + " " + request.phase())
                    .isPresent();
            assertThat(statusAt(CITY_MAIN, barcode)).isIn(CopyStatus.ALLOTTED, CopyStatus.IN_TRANSIT);
        }
    }

    @Test
    void getItPressedTwiceIsOneRequest() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            emptyHands();
            book = yunze.book("按两次 " + round);
            barcode = yunze.copy(book, UNIVERSITY_MAIN, "11-P-%05d".formatted(round));

            var results = atOnce(this::placed, this::placed);

            assertThat(results.get(0).get().number())
                    .isEqualTo(results.get(1).get().number());
            assertThat(requests.count()).isEqualTo(1);
        }
    }

    @Test
    void limitsHoldWhenOneReaderAsksForManyAtOnce() throws Exception {
        var books = new ArrayList<RecordId>();
        for (int i = 0; i < 8; i++) {
            var one = yunze.book("第" + i + "种");
            yunze.copy(one, UNIVERSITY_MAIN, "11-Q-%05d".formatted(i));
            books.add(one);
        }

        var results = atOnce(books.stream()
                .<Callable<Request>>map(
                        one -> () -> desk.place(one, QIAOTOU_MAIN, yunze.linXiaomei.id(), yunze.linXiaomei.actor()))
                .toList());

        assertThat(refusalsOf(results)).hasSize(3);
        assertThat(requests.count()).isEqualTo(5);
    }

    /** Everybody does something else with the same few books: no deadlock, no half-done thing, nothing but clear answers. */
    @Test
    void aBusyDayEndsInGoodOrder() throws Exception {
        var other = yunze.book("热门书");
        var first = yunze.copy(other, UNIVERSITY_MAIN, "11-H-00001");
        var second = yunze.copy(other, CITY_MAIN, "02-H-00001");
        for (int round = 0; round < 25; round++) {
            book = other;
            var tasks = new ArrayList<Callable<Object>>();
            tasks.add(() -> placedBy(yunze.linXiaomei, QIAOTOU_MAIN));
            tasks.add(() -> placedBy(yunze.gaoXiang, CITY_MAIN));
            tasks.add(() -> placedBy(yunze.jiangChen, QIAOTOU_MAIN));
            tasks.add(() -> loanDesk.takeBack(first, null, CITY_MAIN, yunze.xuWenjing));
            tasks.add(() -> loanDesk.takeBack(second, null, QIAOTOU_MAIN, yunze.suHongmei));
            tasks.add(() -> loanDesk.lend(XIAOMEIS_CARD, first, QIAOTOU_MAIN, yunze.suHongmei));
            tasks.add(() -> loanDesk.lend(GAO_XIANGS_CARD, second, CITY_MAIN, yunze.xuWenjing));
            for (var request : requests.findAll()) {
                tasks.add(() -> desk.decline(request.number(), null, DeclineReason.TOO_BUSY, "", yunze.yeZhou));
                tasks.add(() -> desk.accept(request.number(), null, yunze.xuWenjing));
                tasks.add(() -> scans.scan(first, UNIVERSITY_MAIN, yunze.yeZhou));
                tasks.add(() -> desk.askNext(request.number(), null, yunze.suHongmei));
            }
            tasks.add(() -> {
                requestClock.tick();
                return null;
            });
            for (var result : atOnce(tasks.subList(0, Math.min(tasks.size(), 14)))) {
                refusalOf(result);
            }
            requests.findAll().stream().filter(Request::isOpen).limit(2).forEach(request -> tidy(request));
            clock.moveBy(Duration.ofMinutes(1));
            assertThat(new Consistency(jdbc).mistakes()).as("round " + round).isEmpty();
        }
    }

    private void tidy(Request request) {
        try {
            desk.cancel(request.number(), readerOf(request).actor());
        } catch (Refusal tooLate) {
            // it travels; another round brings it back
        }
    }

    @SafeVarargs
    private <T> List<Future<T>> atOnce(Callable<? extends T>... tasks) throws Exception {
        return atOnce(List.of(tasks));
    }

    private <T> List<Future<T>> atOnce(List<? extends Callable<? extends T>> tasks) throws Exception {
        var start = new CyclicBarrier(tasks.size());
        var results = new ArrayList<Future<T>>();
        for (var task : tasks) {
            results.add(threads.submit(() -> {
                start.await();
                return task.call();
            }));
        }
        for (var result : results) {
            try {
                result.get(SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException no) {
                assertThat(no.getCause()).isInstanceOf(Refusal.class);
            } catch (TimeoutException stuck) {
                throw new AssertionError("stuck", stuck);
            }
        }
        return results;
    }

    private static List<Refusal> refusalsOf(List<? extends Future<?>> results) throws Exception {
        var refusals = new ArrayList<Refusal>();
        for (var result : results) {
            var no = refusalOf(result);
            if (no != null) {
                refusals.add(no);
            }
        }
        return refusals;
    }

    private static Refusal refusalOf(Future<?> result) throws Exception {
        try {
            result.get();
            return null;
        } catch (ExecutionException no) {
            return (Refusal) no.getCause();
        }
    }

    private Reader readerOf(Request request) {
        return List.of(yunze.linXiaomei, yunze.jiangChen, yunze.gaoXiang).stream()
                .filter(reader ->
                        request.reader().filter(id -> id == reader.id()).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private int openLoans() {
        return jdbc.sql("select count(*) from loan where back_at is null")
                .query(Integer.class)
                .single();
    }

    /** Earlier rounds shall not count. */
    private void emptyHands() {
        jdbc.sql(
                        "truncate request_step, attempt, request, notice, loan, transit, copy, union_record, contribution cascade")
                .update();
    }
}
