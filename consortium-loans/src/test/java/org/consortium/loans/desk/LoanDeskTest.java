package org.consortium.loans.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consortium.loans.Yunze.CITY_MAIN;
import static org.consortium.loans.Yunze.CITY_SOUTH;
import static org.consortium.loans.Yunze.DISTRICT_MAIN;
import static org.consortium.loans.Yunze.GAO_XIANGS_CARD;
import static org.consortium.loans.Yunze.JIANG_CHENS_CARD;
import static org.consortium.loans.Yunze.LIUXI;
import static org.consortium.loans.Yunze.LIUXI_MAIN;
import static org.consortium.loans.Yunze.QIAOTOU_MAIN;
import static org.consortium.loans.Yunze.UNIVERSITY;
import static org.consortium.loans.Yunze.UNIVERSITY_MAIN;
import static org.consortium.loans.Yunze.XIAOMEIS_CARD;
import static org.consortium.loans.Yunze.ZIHANS_CARD;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.consortium.core.Refusal;
import org.consortium.core.card.CardNumber;
import org.consortium.core.card.CardRefusal;
import org.consortium.core.ill.AttemptState;
import org.consortium.core.ill.DeclineReason;
import org.consortium.core.ill.RequestOutcome;
import org.consortium.core.ill.RequestPhase;
import org.consortium.core.loan.LoanRefusal;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.MemberRefusal;
import org.consortium.core.member.Trail;
import org.consortium.core.policy.PolicyRefusal;
import org.consortium.core.union.Barcode;
import org.consortium.core.union.CopyStatus;
import org.consortium.core.union.UnionRefusal;
import org.consortium.loans.YunzeTest;
import org.consortium.loans.request.OddReturn;
import org.consortium.loans.request.OddReturns;
import org.consortium.loans.request.Onward;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LoanDeskTest extends YunzeTest {

    @Autowired
    OddReturns oddReturns;

    @Autowired
    ReaderLoans readerLoans;

    @Autowired
    Trail trail;

    // lending

    @Test
    void lendsAnyMembersBookToAnyMembersReader() {
        var slip = loanDesk.lend(XIAOMEIS_CARD, barcode, UNIVERSITY_MAIN, yunze.yeZhou);

        assertThat(slip.due()).isEqualTo(LocalDate.of(2026, 4, 3));
        assertThat(slip.renewalsLeft()).isEqualTo(1);
        assertThat(slip.loans()).isEqualTo(1);
        assertThat(slip.most()).isEqualTo(10);
        assertThat(slip.request()).isEmpty();
        assertThat(statusAt(UNIVERSITY_MAIN, barcode)).isEqualTo(CopyStatus.ON_LOAN);
    }

    @Test
    void theSameAgainAtOnceAnswersAsBeforeAndLaterIsRefused() {
        var first = loanDesk.lend(XIAOMEIS_CARD, barcode, UNIVERSITY_MAIN, yunze.yeZhou);
        var second = loanDesk.lend(XIAOMEIS_CARD, barcode, UNIVERSITY_MAIN, yunze.yeZhou);
        assertThat(second.loan()).isEqualTo(first.loan());
        assertThat(second.again()).isTrue();

        later(Duration.ofMinutes(2));
        refused(
                LoanRefusal.COPY_LENT_TO_THIS_READER,
                () -> loanDesk.lend(XIAOMEIS_CARD, barcode, UNIVERSITY_MAIN, yunze.yeZhou));
        refused(
                LoanRefusal.COPY_ALREADY_LENT,
                () -> loanDesk.lend(GAO_XIANGS_CARD, barcode, UNIVERSITY_MAIN, yunze.yeZhou));
    }

    @Test
    void blockedLostAndExpiredCardsBorrowNothing() {
        readerDesk.block(yunze.linXiaomei.id(), null, LocalDate.of(2026, 4, 1), "欠书", yunze.suHongmei.actor());
        refused(CardRefusal.CARD_BLOCKED, () -> loanDesk.lend(XIAOMEIS_CARD, barcode, UNIVERSITY_MAIN, yunze.yeZhou));

        cardDesk.reportLost(JIANG_CHENS_CARD, yunze.jiangChen.actor());
        refused(CardRefusal.CARD_LOST, () -> loanDesk.lend(JIANG_CHENS_CARD, barcode, UNIVERSITY_MAIN, yunze.yeZhou));

        cardDesk.replace(
                yunze.gaoXiang.id(),
                new CardNumber("3301008002999"),
                LocalDate.of(2027, 1, 1),
                yunze.xuWenjing.actor());
        refused(
                CardRefusal.CARD_REPLACED,
                () -> loanDesk.lend(GAO_XIANGS_CARD, barcode, UNIVERSITY_MAIN, yunze.yeZhou));

        later(Duration.ofDays(800));
        refused(CardRefusal.CARD_EXPIRED, () -> loanDesk.lend(ZIHANS_CARD, barcode, UNIVERSITY_MAIN, yunze.yeZhou));
        assertThat(loans.count()).isZero();
    }

    @Test
    void anUnknownCardOrBarcodeSaysSo() {
        refused(
                CardRefusal.CARD_NOT_FOUND,
                () -> loanDesk.lend(new CardNumber("0000000000000"), barcode, UNIVERSITY_MAIN, yunze.yeZhou));
        refused(
                UnionRefusal.COPY_NOT_FOUND,
                () -> loanDesk.lend(XIAOMEIS_CARD, new Barcode("99-Z-1"), UNIVERSITY_MAIN, yunze.yeZhou));
        refused(MemberRefusal.BRANCH_NOT_FOUND, () -> loanDesk.lend(XIAOMEIS_CARD, barcode, CITY_MAIN, yunze.yeZhou));
    }

    @Test
    void everyLimitThatIsReachedIsNamed() {
        jdbc.sql("""
                insert into lending_limit (kind, owner, item_class, reader_class, most) values
                  ('READER_TOTAL', 'library:yunze-normal', null, null, 1),
                  ('PER_OWNER', 'library:yunze-normal', null, null, 1)
                """).update();
        loanDesk.lend(XIAOMEIS_CARD, barcode, UNIVERSITY_MAIN, yunze.yeZhou);
        var other = yunze.copy(yunze.book("人世间"), UNIVERSITY_MAIN, "11-B-2");

        var no = refused(
                PolicyRefusal.LIMIT_READER_TOTAL,
                () -> loanDesk.lend(XIAOMEIS_CARD, other, UNIVERSITY_MAIN, yunze.yeZhou));

        assertThat(no.others()).extracting(Refusal::reason).containsExactly(PolicyRefusal.LIMIT_PER_OWNER);
    }

    @Test
    void aLostOrWithdrawnCopyIsNotLent() {
        jdbc.sql("update copy set status = 'LOST', at_branch = null").update();
        refused(LoanRefusal.COPY_LOST, () -> loanDesk.lend(XIAOMEIS_CARD, barcode, UNIVERSITY_MAIN, yunze.yeZhou));

        jdbc.sql("update copy set status = 'WITHDRAWN', at_branch = branch").update();
        refused(
                UnionRefusal.COPY_WITHDRAWN,
                () -> loanDesk.lend(XIAOMEIS_CARD, barcode, UNIVERSITY_MAIN, yunze.yeZhou));
    }

    @Test
    void aSuspendedMemberLendsNothingButTakesBack() {
        loanDesk.lend(XIAOMEIS_CARD, barcode, UNIVERSITY_MAIN, yunze.yeZhou);
        suspend(LIUXI);
        var own = yunze.copy(yunze.book("人世间"), LIUXI_MAIN, "09-A-1");

        refused(
                MemberRefusal.LIBRARY_SUSPENDED,
                () -> loanDesk.lend(GAO_XIANGS_CARD, own, LIUXI_MAIN, yunze.liuQingqing));
        assertThat(loanDesk.takeBack(barcode, null, LIUXI_MAIN, yunze.liuQingqing)
                        .next())
                .isEqualTo(Onward.Next.SEND_HOME);
    }

    private void suspend(LibraryCode library) {
        jdbc.sql("update library set status = 'SUSPENDED' where code = :code")
                .param("code", library.value())
                .update();
    }

    // promised copies

    @Test
    void aPromisedCopyIsLentToItsReaderAlone() {
        var number = ready().number();

        refused(
                LoanRefusal.COPY_PROMISED,
                () -> loanDesk.lend(JIANG_CHENS_CARD, barcode, QIAOTOU_MAIN, yunze.suHongmei));
        var slip = loanDesk.lend(XIAOMEIS_CARD, barcode, QIAOTOU_MAIN, yunze.suHongmei);

        assertThat(slip.request()).contains(number);
        assertThat(now(number).phase()).isEqualTo(RequestPhase.WITH_READER);
        assertThat(now(number).loan()).contains(slip.loan());
    }

    @Test
    void aCopyThatWasOnlyAskedForIsHersToo() {
        var number = placed().number();

        refused(LoanRefusal.COPY_PROMISED, () -> loanDesk.lend(ZIHANS_CARD, barcode, UNIVERSITY_MAIN, yunze.yeZhou));
        loanDesk.lend(XIAOMEIS_CARD, barcode, UNIVERSITY_MAIN, yunze.yeZhou);

        assertThat(stateOf(now(number))).isEqualTo(AttemptState.LENT);
        var back = loanDesk.takeBack(barcode, null, UNIVERSITY_MAIN, yunze.yeZhou);
        assertThat(back.next()).isEqualTo(Onward.Next.SHELVE);
        assertThat(now(number).outcome()).contains(RequestOutcome.SUPPLIED);
    }

    @Test
    void whatComesOffTheVanStraightIntoHerHandsIsReceivedOnTheWay() {
        var number = sent().number();

        loanDesk.lend(XIAOMEIS_CARD, barcode, QIAOTOU_MAIN, yunze.suHongmei);

        assertThat(now(number).steps()).extracting(step -> step.move()).endsWith("receive", "lend");
        assertThat(transits.openOfCopy(yunze.copyAt(UNIVERSITY_MAIN, barcode).id()))
                .isEmpty();
    }

    @Test
    void theButtonLendsToTheReaderOfTheRequest() {
        var request = ready();

        var slip = loanDesk.lend(request.number(), request.version(), QIAOTOU_MAIN, yunze.suHongmei);

        assertThat(slip.reader()).isEqualTo(yunze.linXiaomei.id());
        assertThat(now(request.number()).phase()).isEqualTo(RequestPhase.WITH_READER);
    }

    @Test
    void aCopyOnItsWayHomeMayBeLentAgainAtOnce() {
        var number = sentHome().number();

        loanDesk.lend(JIANG_CHENS_CARD, barcode, QIAOTOU_MAIN, yunze.suHongmei);

        assertThat(now(number).outcome()).contains(RequestOutcome.SUPPLIED);
        assertThat(transits.openOfCopy(yunze.copyAt(UNIVERSITY_MAIN, barcode).id()))
                .isEmpty();
        assertThat(loanDesk.takeBack(barcode, null, UNIVERSITY_MAIN, yunze.yeZhou)
                        .next())
                .isEqualTo(Onward.Next.SHELVE);
    }

    // returning

    @Test
    void aReturnAnywhereFindsItsWayHome() {
        loanDesk.lend(ZIHANS_CARD, barcode, UNIVERSITY_MAIN, yunze.yeZhou);
        later(Duration.ofDays(33));

        var slip = loanDesk.takeBack(barcode, null, QIAOTOU_MAIN, yunze.suHongmei);
        assertThat(slip.next()).isEqualTo(Onward.Next.SEND_HOME);
        assertThat(slip.toBranch()).isEqualTo(UNIVERSITY_MAIN);
        assertThat(slip.daysLate()).isEqualTo(3);
        assertThat(slip.courier()).isEqualTo("周二、周四");

        later(Duration.ofDays(1));
        assertThat(loanDesk.takeBack(barcode, null, UNIVERSITY_MAIN, yunze.yeZhou)
                        .next())
                .isEqualTo(Onward.Next.SHELVE);
        assertThat(statusAt(UNIVERSITY_MAIN, barcode)).isEqualTo(CopyStatus.ON_SHELF);
    }

    @Test
    void changingVansInTheDistrictItTravelsOn() {
        loanDesk.lend(ZIHANS_CARD, barcode, UNIVERSITY_MAIN, yunze.yeZhou);
        loanDesk.takeBack(barcode, null, QIAOTOU_MAIN, yunze.suHongmei);
        later(Duration.ofDays(1));

        var slip = loanDesk.takeBack(barcode, null, DISTRICT_MAIN, yunze.heMin);

        assertThat(slip.next()).isEqualTo(Onward.Next.SEND_HOME);
        var way =
                transits.openOfCopy(yunze.copyAt(UNIVERSITY_MAIN, barcode).id()).orElseThrow();
        assertThat(way.from()).isEqualTo(DISTRICT_MAIN);
        assertThat(transits.count()).isEqualTo(2);
    }

    @Test
    void aRequestedCopyThatWentAstrayIsSentOnToItsReader() {
        var number = sent().number();

        var slip = loanDesk.takeBack(barcode, null, CITY_MAIN, yunze.xuWenjing);

        assertThat(slip.next()).isEqualTo(Onward.Next.SEND_TO_PICKUP);
        assertThat(slip.toBranch()).isEqualTo(QIAOTOU_MAIN);
        assertThat(slip.waiting()).contains(yunze.linXiaomei.alias());
        assertThat(now(number).phase()).isEqualTo(RequestPhase.ON_THE_WAY);
    }

    @Test
    void aRequestedCopyScannedAsAReturnWhereItIsExpectedIsReceived() {
        var number = sent().number();

        var slip = loanDesk.takeBack(barcode, null, QIAOTOU_MAIN, yunze.suHongmei);

        assertThat(slip.next()).isEqualTo(Onward.Next.SET_ASIDE);
        assertThat(slip.waiting()).contains("林晓梅");
        assertThat(now(number).phase()).isEqualTo(RequestPhase.READY);
        assertThat(loanDesk.takeBack(barcode, null, QIAOTOU_MAIN, yunze.suHongmei)
                        .next())
                .isEqualTo(Onward.Next.SET_ASIDE);
    }

    @Test
    void aCopyThatWasNotOnLoanIsShelvedAtHomeAndSentHomeFromElsewhere() {
        assertThat(loanDesk.takeBack(barcode, null, UNIVERSITY_MAIN, yunze.yeZhou)
                        .next())
                .isEqualTo(Onward.Next.SHELVE);

        var slip = loanDesk.takeBack(barcode, null, CITY_MAIN, yunze.xuWenjing);

        assertThat(slip.next()).isEqualTo(Onward.Next.SEND_HOME);
        assertThat(slip.odd()).contains(OddReturn.NOT_ON_LOAN);
        assertThat(oddReturns.open(UNIVERSITY)).singleElement().satisfies(row -> {
            assertThat(row.barcode()).isEqualTo(barcode);
            assertThat(row.kind()).isEqualTo(OddReturn.NOT_ON_LOAN);
            oddReturns.done(row.id(), yunze.yeZhou);
        });
        assertThat(oddReturns.open(UNIVERSITY)).isEmpty();
        refused(LoanRefusal.RETURN_NOT_FOUND, () -> oddReturns.done(1, yunze.heMin));
    }

    @Test
    void aLostCopyIsFoundAgain() {
        var number = lent().number();
        desk.reportLost(number, null, yunze.suHongmei);

        var slip = loanDesk.takeBack(barcode, null, CITY_MAIN, yunze.xuWenjing);
        assertThat(slip.next()).isEqualTo(Onward.Next.SEND_HOME);
        assertThat(slip.odd()).contains(OddReturn.FOUND_AGAIN);

        assertThat(loanDesk.takeBack(barcode, null, UNIVERSITY_MAIN, yunze.yeZhou)
                        .next())
                .isEqualTo(Onward.Next.SHELVE);
    }

    @Test
    void aWithdrawnCopyIsTakenAndItsLibraryAsked() {
        jdbc.sql("update copy set status = 'WITHDRAWN'").update();

        var slip = loanDesk.takeBack(barcode, null, CITY_MAIN, yunze.xuWenjing);

        assertThat(slip.next()).isEqualTo(Onward.Next.LOOK);
        assertThat(slip.odd()).contains(OddReturn.WITHDRAWN);
        assertThat(statusAt(UNIVERSITY_MAIN, barcode)).isEqualTo(CopyStatus.WITHDRAWN);
    }

    @Test
    void noStateOfACopyMakesADeskRefuseIt() {
        for (var status : CopyStatus.values()) {
            if (status == CopyStatus.ON_LOAN || status == CopyStatus.IN_TRANSIT) {
                continue;
            }
            jdbc.sql("update copy set status = :status, at_branch = branch")
                    .param("status", status.name())
                    .update();
            jdbc.sql("delete from transit").update();
            assertThat(loanDesk.takeBack(barcode, null, CITY_MAIN, yunze.xuWenjing)
                            .next())
                    .as(status.name())
                    .isIn(Onward.Next.SEND_HOME, Onward.Next.LOOK);
        }
        loanDesk.takeBack(barcode, null, UNIVERSITY_MAIN, yunze.yeZhou);
    }

    @Test
    void aPromisedCopyFromItsOwnShelfStaysPromised() {
        var number = accepted().number();

        var slip = loanDesk.takeBack(barcode, null, UNIVERSITY_MAIN, yunze.yeZhou);

        assertThat(slip.next()).isEqualTo(Onward.Next.SEND_TO_PICKUP);
        assertThat(slip.request()).contains(number);
        assertThat(stateOf(now(number))).isEqualTo(AttemptState.ACCEPTED);
    }

    @Test
    void aPromisedCopyThatTurnsUpElsewhereIsLookedInto() {
        var number = accepted().number();

        var slip = loanDesk.takeBack(barcode, null, CITY_MAIN, yunze.xuWenjing);

        assertThat(slip.next()).isEqualTo(Onward.Next.LOOK);
        assertThat(slip.odd()).contains(OddReturn.PROMISED);
        assertThat(stateOf(now(number))).isEqualTo(AttemptState.ACCEPTED);
    }

    @Test
    void aBarcodeOfTwoLibrariesMeansTheOneThatIsOut() {
        var other = yunze.book("人世间");
        yunze.copy(other, DISTRICT_MAIN, barcode.value());
        loanDesk.lend(XIAOMEIS_CARD, barcode, DISTRICT_MAIN, yunze.heMin);

        assertThat(loanDesk.takeBack(barcode, null, CITY_MAIN, yunze.xuWenjing).title())
                .isEqualTo("人世间");

        refused(
                UnionRefusal.BARCODE_AT_SEVERAL_LIBRARIES,
                () -> loanDesk.lend(GAO_XIANGS_CARD, barcode, CITY_MAIN, yunze.xuWenjing));
        assertThat(loanDesk.lend(GAO_XIANGS_CARD, barcode, UNIVERSITY, CITY_MAIN, yunze.xuWenjing)
                        .title())
                .isEqualTo("额尔古纳河右岸");
        assertThat(loanDesk.takeBack(barcode, UNIVERSITY, CITY_MAIN, yunze.xuWenjing)
                        .title())
                .isEqualTo("额尔古纳河右岸");
    }

    @Test
    void aBarcodeNobodyHasSaysSo() {
        refused(
                UnionRefusal.COPY_NOT_FOUND,
                () -> loanDesk.takeBack(new Barcode("99-Z-1"), null, CITY_MAIN, yunze.xuWenjing));
    }

    // renewing

    @Test
    void renewsOnceByTheReaderHerself() {
        var loan = loanDesk.lend(XIAOMEIS_CARD, barcode, UNIVERSITY_MAIN, yunze.yeZhou)
                .loan();
        refused(LoanRefusal.RENEWAL_GAINS_NOTHING, () -> loanDesk.renew(loan, yunze.linXiaomei.actor()));

        later(Duration.ofDays(25));
        var slip = loanDesk.renew(loan, yunze.linXiaomei.actor());
        assertThat(slip.due()).isEqualTo(LocalDate.of(2026, 4, 13));
        assertThat(slip.renewalsLeft()).isZero();
        assertThat(loanDesk.renew(loan, yunze.linXiaomei.actor()).again()).isTrue();

        later(Duration.ofDays(10));
        refused(LoanRefusal.RENEWALS_USED_UP, () -> loanDesk.renew(loan, yunze.linXiaomei.actor()));
    }

    @Test
    void whatSomebodyWaitsForIsNotRenewed() {
        var loan = loanDesk.lend(ZIHANS_CARD, barcode, UNIVERSITY_MAIN, yunze.yeZhou)
                .loan();
        placed();
        later(Duration.ofDays(25));

        refused(LoanRefusal.RENEWAL_WAITED_FOR, () -> loanDesk.renew(loan, yunze.luoZihan.actor()));
        assertThat(readerLoans.open(yunze.luoZihan.id())).singleElement().satisfies(row -> {
            assertThat(row.renewable()).isEmpty();
            assertThat(row.whyNot().map(Refusal::reason)).contains(LoanRefusal.RENEWAL_WAITED_FOR);
        });
    }

    @Test
    void whatIsLongOverdueIsBroughtBackFirst() {
        var loan = loanDesk.lend(ZIHANS_CARD, barcode, UNIVERSITY_MAIN, yunze.yeZhou)
                .loan();
        later(Duration.ofDays(34));

        refused(LoanRefusal.RENEWAL_OVERDUE, () -> loanDesk.renew(loan, yunze.luoZihan.actor()));
        assertThat(readerLoans.open(yunze.luoZihan.id())).singleElement().satisfies(row -> {
            assertThat(row.isOverdue()).isTrue();
            assertThat(row.daysLeft()).isEqualTo(-4);
        });
    }

    @Test
    void othersDoNotFindTheLoanButAnyDeskWithTheCardDoes() {
        var loan = loanDesk.lend(ZIHANS_CARD, barcode, UNIVERSITY_MAIN, yunze.yeZhou)
                .loan();
        later(Duration.ofDays(25));

        refused(LoanRefusal.LOAN_NOT_FOUND, () -> loanDesk.renew(loan, yunze.linXiaomei.actor()));
        refused(LoanRefusal.LOAN_NOT_FOUND, () -> loanDesk.renew(loan, yunze.heMin.actor()));
        assertThat(loanDesk.renew(ZIHANS_CARD, barcode, yunze.heMin).loan()).isEqualTo(loan);
        loanDesk.takeBack(barcode, null, UNIVERSITY_MAIN, yunze.yeZhou);
        refused(LoanRefusal.LOAN_OVER, () -> loanDesk.renew(loan, yunze.luoZihan.actor()));
    }

    // undoing

    @Test
    void aSlipOfTheHandIsUndone() {
        var loan = loanDesk.lend(XIAOMEIS_CARD, barcode, UNIVERSITY_MAIN, yunze.yeZhou)
                .loan();

        refused(LoanRefusal.LOAN_NOT_FOUND, () -> loanDesk.undo(loan, CITY_MAIN, yunze.xuWenjing));
        loanDesk.undo(loan, UNIVERSITY_MAIN, yunze.yeZhou);

        assertThat(statusAt(UNIVERSITY_MAIN, barcode)).isEqualTo(CopyStatus.ON_SHELF);
        refused(LoanRefusal.NOTHING_TO_UNDO, () -> loanDesk.undo(loan, UNIVERSITY_MAIN, yunze.yeZhou));
    }

    @Test
    void anUndoneLoanOfARequestedCopyWaitsForItsReaderAgain() {
        var number = lent().number();
        var loan = now(number).loan().orElseThrow();

        loanDesk.undo(loan, QIAOTOU_MAIN, yunze.suHongmei);

        assertThat(now(number).phase()).isEqualTo(RequestPhase.READY);
        assertThat(statusAt(UNIVERSITY_MAIN, barcode)).isEqualTo(CopyStatus.SET_ASIDE);
        loanDesk.lend(XIAOMEIS_CARD, barcode, QIAOTOU_MAIN, yunze.suHongmei);
        assertThat(now(number).phase()).isEqualTo(RequestPhase.WITH_READER);
    }

    @Test
    void aPromisedCopyThatStandsElsewhereGoesHomeWhenItIsFree() {
        var number = accepted().number();
        var loan = loanDesk.lend(XIAOMEIS_CARD, barcode, QIAOTOU_MAIN, yunze.suHongmei)
                .loan();
        loanDesk.undo(loan, QIAOTOU_MAIN, yunze.suHongmei);
        assertThat(stateOf(now(number))).isEqualTo(AttemptState.ACCEPTED);

        desk.decline(number, null, DeclineReason.OTHER, "", yunze.yeZhou);

        assertThat(statusAt(UNIVERSITY_MAIN, barcode)).isEqualTo(CopyStatus.IN_TRANSIT);
        assertThat(transits.openOfCopy(yunze.copyAt(UNIVERSITY_MAIN, barcode).id())
                        .orElseThrow()
                        .to())
                .isEqualTo(UNIVERSITY_MAIN);
    }

    @Test
    void yesterdaysLoanIsReturnedNotUndone() {
        var loan = loanDesk.lend(XIAOMEIS_CARD, barcode, UNIVERSITY_MAIN, yunze.yeZhou)
                .loan();
        later(Duration.ofDays(1));

        refused(LoanRefusal.NOTHING_TO_UNDO, () -> loanDesk.undo(loan, UNIVERSITY_MAIN, yunze.yeZhou));
    }

    // the reader at the desk

    @Test
    void theDeskSeesWhatItNeedsAndALookFromOutsideIsOnRecord() {
        ready();
        loanDesk.lend(
                XIAOMEIS_CARD, yunze.copy(yunze.book("人世间"), QIAOTOU_MAIN, "08-A-1"), QIAOTOU_MAIN, yunze.suHongmei);

        var seen = loanDesk.reader(XIAOMEIS_CARD, QIAOTOU_MAIN, yunze.suHongmei);
        assertThat(seen.mayBorrow()).isTrue();
        assertThat(seen.left()).isEqualTo(9);
        assertThat(seen.loans()).hasSize(1);
        assertThat(seen.ready())
                .singleElement()
                .satisfies(row -> assertThat(row.title()).isEqualTo("额尔古纳河右岸"));

        loanDesk.reader(XIAOMEIS_CARD, CITY_SOUTH, yunze.xuWenjing);
        assertThat(trail.lines(Optional.empty(), Optional.of("reader"), 0, 20).items())
                .filteredOn(line -> line.action().equals("reader-looked-at"))
                .singleElement()
                .satisfies(line -> assertThat(line.login()).isEqualTo("xuwenjing"));
    }
}
