package org.consortium.loans.request;

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
import static org.consortium.loans.Yunze.XIAOMEIS_CARD;

import java.time.Duration;
import java.time.LocalDate;
import org.consortium.core.Refusal;
import org.consortium.core.card.CardNumber;
import org.consortium.core.card.CardRefusal;
import org.consortium.core.ill.AttemptState;
import org.consortium.core.ill.Attention;
import org.consortium.core.ill.DeclineReason;
import org.consortium.core.ill.RequestMove;
import org.consortium.core.ill.RequestOutcome;
import org.consortium.core.ill.RequestPhase;
import org.consortium.core.ill.RequestRefusal;
import org.consortium.core.ill.Step;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.MemberRefusal;
import org.consortium.core.policy.PolicyRefusal;
import org.consortium.core.union.Barcode;
import org.consortium.core.union.CopyStatus;
import org.consortium.core.union.UnionRefusal;
import org.consortium.loans.YunzeTest;
import org.junit.jupiter.api.Test;

class RequestDeskTest extends YunzeTest {

    // placing

    @Test
    void aCopyOnThePickupLibrarysOwnShelfIsPromisedAtOnce() {
        yunze.copy(book, QIAOTOU_MAIN, "08-A-0009001");

        var request = placed();

        assertThat(request.phase()).isEqualTo(RequestPhase.PROMISED);
        assertThat(request.promisedOn()).contains(LocalDate.of(2026, 3, 4));
        assertThat(request.going().orElseThrow().lender()).isEqualTo(QIAOTOU);
        assertThat(request.steps()).extracting(Step::move).containsExactly("place", "ask", "accept");
    }

    @Test
    void anOwnCopyIsPickedAndSetAsideWithoutAVan() {
        var own = yunze.copy(book, QIAOTOU_MAIN, "08-A-0009001");
        var number = placed().number();

        scans.scan(own, QIAOTOU_MAIN, yunze.suHongmei);
        later(Duration.ofMinutes(1));
        var request = scans.scan(own, QIAOTOU_MAIN, yunze.suHongmei).orElseThrow();

        assertThat(request.number()).isEqualTo(number);
        assertThat(request.phase()).isEqualTo(RequestPhase.READY);
        assertThat(request.readyUntil()).isPresent();
        assertThat(statusAt(QIAOTOU_MAIN, own)).isEqualTo(CopyStatus.SET_ASIDE);
        assertThat(transits.count()).isZero();
    }

    @Test
    void pressingTwiceIsOneWish() {
        var first = placed();
        var second = placed();

        assertThat(second.number()).isEqualTo(first.number());
        assertThat(requests.count()).isEqualTo(1);
    }

    @Test
    void theSameWishLaterIsRefusedAndNamed() {
        var first = placed();
        later(Duration.ofMinutes(5));

        var no = refused(RequestRefusal.ALREADY_REQUESTED, this::placed);

        assertThat(no.arguments()).containsExactly(first.number());
    }

    @Test
    void aBookInHandIsNotAskedForAgain() {
        lent();

        refused(RequestRefusal.ALREADY_REQUESTED, this::placed);

        var other = yunze.book("人世间");
        var copy = yunze.copy(other, QIAOTOU_MAIN, "08-A-0009002");
        loanDesk.lend(XIAOMEIS_CARD, copy, QIAOTOU_MAIN, yunze.suHongmei);
        refused(
                RequestRefusal.ALREADY_ON_LOAN_TO_YOU,
                () -> desk.place(other, QIAOTOU_MAIN, yunze.linXiaomei.id(), yunze.linXiaomei.actor()));
    }

    @Test
    void aRecordNobodyHoldsCannotBeAskedFor() {
        var nowhere = yunze.book("不存在的馆藏");

        refused(
                RequestRefusal.NOTHING_TO_ASK_FOR,
                () -> desk.place(nowhere, QIAOTOU_MAIN, yunze.linXiaomei.id(), yunze.linXiaomei.actor()));
        assertThat(requests.count()).isZero();
    }

    @Test
    void aBookOnlyReadInTheLibrarySaysSo() {
        jdbc.sql("update copy set in_library_only = true").update();

        refused(PolicyRefusal.IN_LIBRARY_ONLY, this::placed);
        assertThat(requests.count()).isZero();
    }

    @Test
    void everythingThatStandsInTheWayIsNamed() {
        for (int i = 0; i < 5; i++) {
            var other = yunze.book("书" + i);
            yunze.copy(other, UNIVERSITY_MAIN, "11-C-000" + i);
            desk.place(other, QIAOTOU_MAIN, yunze.linXiaomei.id(), yunze.linXiaomei.actor());
        }
        readerDesk.block(yunze.linXiaomei.id(), null, LocalDate.of(2026, 4, 1), "欠书", yunze.suHongmei.actor());
        cardDesk.renew(XIAOMEIS_CARD, LocalDate.of(2026, 3, 5), yunze.suHongmei.actor());
        later(Duration.ofDays(2));

        var no = refused(CardRefusal.CARD_EXPIRED, this::placed);

        assertThat(no.others())
                .extracting(Refusal::reason)
                .containsExactly(CardRefusal.CARD_BLOCKED, PolicyRefusal.LIMIT_ACTIVE_REQUESTS);
    }

    @Test
    void aLostCardAsksForNothingUntilItIsReplaced() {
        cardDesk.reportLost(XIAOMEIS_CARD, yunze.linXiaomei.actor());

        refused(CardRefusal.CARD_LOST, this::placed);

        cardDesk.replace(
                yunze.linXiaomei.id(),
                new CardNumber("3301008645799"),
                LocalDate.of(2028, 1, 1),
                yunze.suHongmei.actor());
        assertThat(placed().isOpen()).isTrue();
    }

    @Test
    void staffAskForTheirOwnReadersAndAtTheirOwnPickup() {
        var byHome = desk.place(book, CITY_MAIN, yunze.linXiaomei.id(), yunze.suHongmei.actor());
        assertThat(byHome.borrower()).isEqualTo(CITY);

        refused(
                CardRefusal.READER_NOT_FOUND,
                () -> desk.place(book, QIAOTOU_MAIN, yunze.linXiaomei.id(), yunze.heMin.actor()));
        refused(
                CardRefusal.READER_NOT_FOUND,
                () -> desk.place(book, QIAOTOU_MAIN, yunze.linXiaomei.id(), yunze.jiangChen.actor()));
    }

    @Test
    void aSuspendedLibraryNeitherLendsNorAsks() {
        suspend(UNIVERSITY);
        refused(MemberRefusal.LIBRARY_SUSPENDED, this::placed);

        jdbc.sql("update library set status = 'ACTIVE'").update();
        suspend(QIAOTOU);
        refused(MemberRefusal.LIBRARY_SUSPENDED, this::placed);
    }

    private void suspend(LibraryCode library) {
        jdbc.sql("update library set status = 'SUSPENDED' where code = :code")
                .param("code", library.value())
                .update();
    }

    // lenders' answers

    @Test
    void aNoAsksTheNextByItself() {
        yunze.copy(book, DISTRICT_MAIN, "01-A-0218834");
        var request = placed();
        assertThat(request.going().orElseThrow().lender()).as("the nearer").isEqualTo(UNIVERSITY);

        request = desk.decline(request.number(), request.version(), DeclineReason.TOO_BUSY, "", yunze.yeZhou);

        assertThat(request.attempts()).hasSize(2);
        assertThat(stateOf(request)).isEqualTo(AttemptState.ASKED);
        assertThat(request.going().orElseThrow().lender()).isEqualTo(DISTRICT);
        assertThat(request.going().orElseThrow().candidates())
                .filteredOn(candidate -> candidate.library().equals(UNIVERSITY))
                .singleElement()
                .satisfies(candidate -> assertThat(candidate.excluded()).isEqualTo("asked-before"));
    }

    @Test
    void aCopyThatIsNotOnItsShelfIsMissingFromThenOn() {
        desk.decline(placed().number(), null, DeclineReason.NOT_ON_SHELF, "", yunze.yeZhou);

        assertThat(statusAt(UNIVERSITY_MAIN, barcode)).isEqualTo(CopyStatus.MISSING);
    }

    @Test
    void theEndOfTheListGoesToAPersonWhoMayAskAgainOrClose() {
        var request = placed();

        request = desk.decline(request.number(), null, DeclineReason.TOO_BUSY, "", yunze.yeZhou);

        assertThat(request.phase()).isEqualTo(RequestPhase.REVIEW);
        assertThat(request.attention()).contains(Attention.NO_LENDER_LEFT);
        assertThat(statusAt(UNIVERSITY_MAIN, barcode)).isEqualTo(CopyStatus.ON_SHELF);

        request = desk.askNext(request.number(), request.version(), yunze.suHongmei);
        assertThat(request.going().orElseThrow().lender()).isEqualTo(UNIVERSITY);
        assertThat(request.attention()).isEmpty();

        desk.decline(request.number(), null, DeclineReason.NOT_FOR_LOAN, "教学用书", yunze.yeZhou);
        request = desk.close(request.number(), null, "教学用书，不外借", yunze.suHongmei);
        assertThat(request.outcome()).contains(RequestOutcome.NOT_SUPPLIED);
        assertThat(request.attention()).isEmpty();
    }

    @Test
    void nobodyElseLeftIsSaidToWhoAsksNext() {
        var request = desk.decline(placed().number(), null, DeclineReason.NOT_ON_SHELF, "", yunze.yeZhou);

        refused(RequestRefusal.NO_LENDER_LEFT, () -> desk.askNext(request.number(), null, yunze.suHongmei));
        assertThat(now(request.number()).attention()).contains(Attention.NO_LENDER_LEFT);
    }

    @Test
    void theBorrowerAsksSomebodyElseInstead() {
        yunze.copy(book, DISTRICT_MAIN, "01-A-0218834");
        var number = placed().number();
        refused(RequestRefusal.NOT_YOUR_MOVE, () -> desk.askNext(number, null, yunze.yeZhou));

        var request = desk.askNext(number, null, yunze.suHongmei);

        assertThat(request.attempts())
                .extracting(attempt -> attempt.state())
                .containsExactly(AttemptState.WITHDRAWN, AttemptState.ASKED);
        assertThat(request.going().orElseThrow().lender()).isEqualTo(DISTRICT);
        assertThat(statusAt(UNIVERSITY_MAIN, barcode)).isEqualTo(CopyStatus.ON_SHELF);
    }

    @Test
    void aDeclineNeedsAReason() {
        var number = placed().number();

        refused(RequestRefusal.REASON_NEEDED, () -> desk.decline(number, null, null, "", yunze.yeZhou));
        assertThat(stateOf(now(number))).isEqualTo(AttemptState.ASKED);
    }

    @Test
    void aConditionIsAgreedAndThenAccepted() {
        var number = placed().number();

        var request = desk.offerCondition(number, null, "只在馆内阅览", yunze.yeZhou);
        assertThat(request.attention()).contains(Attention.LENDER_OFFERS_CONDITION);
        assertThat(request.going().orElseThrow().condition()).isEqualTo("只在馆内阅览");
        refused(RequestRefusal.NOT_YOUR_MOVE, () -> desk.agreeCondition(number, null, yunze.yeZhou));

        request = desk.agreeCondition(number, null, yunze.suHongmei);
        assertThat(request.attention()).isEmpty();
        assertThat(stateOf(request)).isEqualTo(AttemptState.CONDITION_ANSWERED);

        request = desk.accept(number, null, yunze.yeZhou);
        assertThat(request.phase()).isEqualTo(RequestPhase.PROMISED);
    }

    @Test
    void aConditionRefusedAsksTheNext() {
        yunze.copy(book, DISTRICT_MAIN, "01-A-0218834");
        var number = placed().number();
        desk.offerCondition(number, null, "只在馆内阅览", yunze.yeZhou);

        var request = desk.refuseCondition(number, null, yunze.suHongmei);

        assertThat(request.going().orElseThrow().lender()).isEqualTo(DISTRICT);
        assertThat(request.attention()).isEmpty();
        assertThat(statusAt(UNIVERSITY_MAIN, barcode)).isEqualTo(CopyStatus.ON_SHELF);
    }

    @Test
    void anEmptyConditionIsNone() {
        var number = placed().number();

        refused(RequestRefusal.CONDITION_NEEDED, () -> desk.offerCondition(number, null, "  ", yunze.yeZhou));
    }

    @Test
    void theLenderMaySendAnotherOfItsCopies() {
        var other = yunze.copy(book, UNIVERSITY_MAIN, "11-B-0078002");
        var number = accepted().number();

        var request = desk.pick(number, null, other, yunze.yeZhou);

        assertThat(request.going().orElseThrow().copy())
                .isEqualTo(yunze.copyAt(UNIVERSITY_MAIN, other).id());
        assertThat(statusAt(UNIVERSITY_MAIN, barcode)).isEqualTo(CopyStatus.ON_SHELF);
        assertThat(statusAt(UNIVERSITY_MAIN, other)).isEqualTo(CopyStatus.ALLOTTED);
    }

    @Test
    void aCopyOfAnotherBookIsNotPicked() {
        var other = yunze.copy(yunze.book("人世间"), UNIVERSITY_MAIN, "11-B-0078009");
        var number = accepted().number();

        refused(RequestRefusal.WRONG_COPY, () -> desk.pick(number, null, other, yunze.yeZhou));
        refused(UnionRefusal.COPY_NOT_FOUND, () -> desk.pick(number, null, new Barcode("99-Z-0000000"), yunze.yeZhou));
        assertThat(stateOf(now(number))).isEqualTo(AttemptState.ACCEPTED);
    }

    @Test
    void whatWasPickedByMistakeIsPutBack() {
        var number = picked().number();

        var request = desk.unpick(number, null, yunze.yeZhou);

        assertThat(stateOf(request)).isEqualTo(AttemptState.ACCEPTED);
        assertThat(statusAt(UNIVERSITY_MAIN, barcode)).isEqualTo(CopyStatus.ALLOTTED);
    }

    @Test
    void aYesCanStillBecomeANoWhenTheBookIsDamaged() {
        var request = desk.decline(picked().number(), null, DeclineReason.POOR_CONDITION, "缺页", yunze.yeZhou);

        assertThat(request.promisedOn()).isEmpty();
        assertThat(request.attention()).contains(Attention.NO_LENDER_LEFT);
        assertThat(statusAt(UNIVERSITY_MAIN, barcode)).isEqualTo(CopyStatus.ON_SHELF);
    }

    @Test
    void aCopyThatStandsAtThePickupBranchIsNotSent() {
        yunze.copy(book, CITY_SOUTH, "02-A-0310003");
        var request = placedBy(yunze.gaoXiang, CITY_SOUTH);
        desk.pick(request.number(), null, null, yunze.xuWenjing);

        refused(RequestRefusal.NOT_THIS_BRANCH, () -> desk.send(request.number(), null, yunze.xuWenjing));
    }

    @Test
    void betweenTwoBranchesOfOneLibraryItTravelsWithoutAsking() {
        var own = yunze.copy(book, CITY_SOUTH, "02-A-0310003");
        var request = placedBy(yunze.gaoXiang, CITY_MAIN);
        assertThat(request.phase()).isEqualTo(RequestPhase.PROMISED);

        desk.pick(request.number(), null, null, yunze.xuWenjing);
        refused(RequestRefusal.NOT_THIS_BRANCH, () -> desk.setAside(request.number(), null, yunze.xuWenjing));
        desk.send(request.number(), null, yunze.xuWenjing);
        later(Duration.ofDays(1));
        var arrived = scans.scan(own, CITY_MAIN, yunze.xuWenjing).orElseThrow();

        assertThat(arrived.phase()).isEqualTo(RequestPhase.READY);
    }

    // cancelling

    @Test
    void beforeAcceptanceCancellingIsAnOrder() {
        var request = desk.cancel(placed().number(), yunze.linXiaomei.actor());

        assertThat(request.outcome()).contains(RequestOutcome.CANCELLED_BY_READER);
        assertThat(statusAt(UNIVERSITY_MAIN, barcode)).isEqualTo(CopyStatus.ON_SHELF);
        assertThat(stateOf(request)).isEqualTo(AttemptState.WITHDRAWN);
    }

    @Test
    void afterAcceptanceItIsAQuestionTheLenderAnswers() {
        var number = accepted().number();

        var asked = desk.cancel(number, yunze.linXiaomei.actor());
        assertThat(asked.isCancelAsked()).isTrue();
        assertThat(asked.phase()).isEqualTo(RequestPhase.PROMISED);
        refused(RequestRefusal.CANCEL_ALREADY_ASKED, () -> desk.cancel(number, yunze.linXiaomei.actor()));

        var request = desk.agreeCancel(number, null, yunze.yeZhou);
        assertThat(request.outcome()).contains(RequestOutcome.CANCELLED_BY_READER);
        assertThat(statusAt(UNIVERSITY_MAIN, barcode)).isEqualTo(CopyStatus.ON_SHELF);
    }

    @Test
    void theBorrowersStaffCancelForTheReader() {
        var number = accepted().number();

        desk.cancel(number, yunze.suHongmei.actor());
        var request = desk.agreeCancel(number, null, yunze.yeZhou);

        assertThat(request.outcome()).contains(RequestOutcome.CANCELLED_BY_STAFF);
    }

    @Test
    void theLenderMayRefuseACancellation() {
        var number = picked().number();
        refused(RequestRefusal.NO_CANCEL_ASKED, () -> desk.refuseCancel(number, null, yunze.yeZhou));
        desk.cancel(number, yunze.linXiaomei.actor());

        var request = desk.refuseCancel(number, null, yunze.yeZhou);

        assertThat(request.isCancelAsked()).isFalse();
        assertThat(desk.send(number, null, yunze.yeZhou).phase()).isEqualTo(RequestPhase.ON_THE_WAY);
    }

    @Test
    void whatTravelsCannotBeCancelled() {
        var number = sent().number();

        refused(RequestRefusal.CANCEL_TOO_LATE, () -> desk.cancel(number, yunze.linXiaomei.actor()));
    }

    @Test
    void whatWaitsForTheReaderGoesHomeWhenSheWantsItNoMore() {
        var number = ready().number();

        var asked = desk.cancel(number, yunze.linXiaomei.actor());
        assertThat(asked.phase()).isEqualTo(RequestPhase.READY);
        var released = desk.release(number, null, yunze.suHongmei);
        assertThat(released.phase()).isEqualTo(RequestPhase.GOING_BACK);
        var home = desk.takeHome(number, null, yunze.yeZhou);

        assertThat(home.outcome()).contains(RequestOutcome.CANCELLED_BY_READER);
        assertThat(statusAt(UNIVERSITY_MAIN, barcode)).isEqualTo(CopyStatus.ON_SHELF);
    }

    @Test
    void staffCancelWhatWaitsAndSendItHomeInOneGo() {
        var request = desk.cancel(ready().number(), yunze.suHongmei.actor());

        assertThat(request.phase()).isEqualTo(RequestPhase.GOING_BACK);
        assertThat(transits.openOfCopy(yunze.copyAt(UNIVERSITY_MAIN, barcode).id()))
                .isPresent();
    }

    @Test
    void othersCannotCancel() {
        var number = placed().number();

        refused(RequestRefusal.REQUEST_NOT_FOUND, () -> desk.cancel(number, yunze.jiangChen.actor()));
        refused(RequestRefusal.REQUEST_NOT_FOUND, () -> desk.cancel(number, yunze.liuQingqing.actor()));
        refused(RequestRefusal.NOT_YOUR_MOVE, () -> desk.cancel(number, yunze.yeZhou.actor()));
    }

    // changing the pickup branch

    @Test
    void anotherPickupBranchUntilItIsPromised() {
        var number = placed().number();

        var request = desk.changePickup(number, LIUXI_MAIN, yunze.linXiaomei.actor());
        assertThat(request.pickup()).isEqualTo(LIUXI_MAIN);
        refused(RequestRefusal.REQUEST_NOT_FOUND, () -> desk.close(number, null, "", yunze.suHongmei));

        desk.accept(number, null, yunze.yeZhou);
        refused(
                RequestRefusal.MOVE_NOT_POSSIBLE,
                () -> desk.changePickup(number, QIAOTOU_MAIN, yunze.linXiaomei.actor()));
    }

    @Test
    void collectingAtTheLendersOwnDeskNeedsNoAnswer() {
        var number = placed().number();

        var request = desk.changePickup(number, UNIVERSITY_MAIN, yunze.linXiaomei.actor());

        assertThat(request.borrower()).isEqualTo(UNIVERSITY);
        assertThat(request.phase()).isEqualTo(RequestPhase.PROMISED);
    }

    // lost

    @Test
    void lostOnTheWayAPersonDecidesAndMayAskAnother() {
        var number = sent().number();

        var request = desk.reportLost(number, null, yunze.suHongmei);

        assertThat(request.attention()).contains(Attention.COPY_LOST);
        assertThat(request.phase()).isEqualTo(RequestPhase.REVIEW);
        assertThat(statusAt(UNIVERSITY_MAIN, barcode)).isEqualTo(CopyStatus.LOST);
        assertThat(transits.openOfCopy(yunze.copyAt(UNIVERSITY_MAIN, barcode).id()))
                .isEmpty();

        yunze.copy(book, DISTRICT_MAIN, "01-A-0218834");
        request = desk.askNext(number, null, yunze.suHongmei);
        assertThat(request.going().orElseThrow().lender()).isEqualTo(DISTRICT);
    }

    @Test
    void lostByTheReaderEndsLoanAndRequest() {
        var number = lent().number();

        var request = desk.reportLost(number, null, yunze.suHongmei);

        assertThat(request.outcome()).contains(RequestOutcome.LOST);
        assertThat(loans.openOfReader(yunze.linXiaomei.id())).isEmpty();
        assertThat(statusAt(UNIVERSITY_MAIN, barcode)).isEqualTo(CopyStatus.LOST);
    }

    // who sees and moves what

    @Test
    void aStaleMoveIsRefusedAndChangesNothing() {
        var seen = placed();
        desk.offerCondition(seen.number(), seen.version(), "只在馆内阅览", yunze.yeZhou);

        refused(
                RequestRefusal.REQUEST_CHANGED,
                () -> desk.decline(seen.number(), seen.version(), DeclineReason.OTHER, "", yunze.yeZhou));

        assertThat(stateOf(now(seen.number()))).isEqualTo(AttemptState.CONDITION_OFFERED);
    }

    @Test
    void aForeignLibraryDoesNotFindIt() {
        var number = placed().number();

        refused(RequestRefusal.REQUEST_NOT_FOUND, () -> desk.show(number, yunze.liuQingqing));
        refused(RequestRefusal.REQUEST_NOT_FOUND, () -> desk.accept(number, null, yunze.liuQingqing));
        refused(RequestRefusal.REQUEST_NOT_FOUND, () -> desk.show(number, yunze.jiangChen.id()));
    }

    @Test
    void theBorrowerCannotMakeTheLendersMoves() {
        var number = placed().number();

        refused(RequestRefusal.NOT_YOUR_MOVE, () -> desk.accept(number, null, yunze.suHongmei));
        desk.accept(number, null, yunze.yeZhou);
        refused(RequestRefusal.NOT_YOUR_MOVE, () -> desk.pick(number, null, barcode, yunze.suHongmei));
        assertThat(now(number).movesFor(yunze.suHongmei.actor())).isEmpty();
        assertThat(now(number).movesFor(yunze.yeZhou.actor())).containsExactly(RequestMove.DECLINE, RequestMove.PICK);
    }

    // scanning

    @Test
    void aScannerThatReadsTwiceHasReadOnce() {
        var number = accepted().number();

        scans.scan(barcode, UNIVERSITY_MAIN, yunze.yeZhou);
        scans.scan(barcode, UNIVERSITY_MAIN, yunze.yeZhou);

        assertThat(stateOf(now(number))).isEqualTo(AttemptState.PICKED);
    }

    @Test
    void aScanThatMeansNothingHereSaysSo() {
        var number = placed().number();

        assertThat(scans.scan(barcode, UNIVERSITY_MAIN, yunze.yeZhou)).isEmpty();
        assertThat(scans.scan(barcode, LIUXI_MAIN, yunze.liuQingqing)).isEmpty();
        assertThat(scans.scan(new Barcode("99-Z-0000001"), LIUXI_MAIN, yunze.liuQingqing))
                .isEmpty();
        assertThat(stateOf(now(number))).isEqualTo(AttemptState.ASKED);
    }

    @Test
    void aDeskCannotScanForAnotherLibrarysBranch() {
        refused(MemberRefusal.BRANCH_NOT_FOUND, () -> scans.scan(barcode, CITY_MAIN, yunze.yeZhou));
    }
}
