package org.consortium.loans.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consortium.loans.Yunze.CITY_MAIN;
import static org.consortium.loans.Yunze.DISTRICT_MAIN;
import static org.consortium.loans.Yunze.LIUXI_MAIN;
import static org.consortium.loans.Yunze.QIAOTOU;
import static org.consortium.loans.Yunze.QIAOTOU_MAIN;
import static org.consortium.loans.Yunze.UNIVERSITY;
import static org.consortium.loans.Yunze.UNIVERSITY_MAIN;
import static org.consortium.loans.Yunze.ZIHANS_CARD;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.consortium.core.Refusal;
import org.consortium.core.card.CardRefusal;
import org.consortium.core.ill.DeclineReason;
import org.consortium.core.ill.RequestMove;
import org.consortium.core.ill.RequestPhase;
import org.consortium.core.ill.RequestRefusal;
import org.consortium.core.loan.Transit;
import org.consortium.core.member.MemberRefusal;
import org.consortium.loans.YunzeTest;
import org.consortium.loans.notice.NoticeClock;
import org.consortium.loans.notice.NoticeKind;
import org.consortium.loans.notice.ReaderNotices;
import org.consortium.loans.request.RequestWorklist.Tab;
import org.consortium.loans.transit.TransitBoard;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the screens of readers and desks show. */
class ScreensTest extends YunzeTest {

    @Autowired
    RequestWorklist worklist;

    @Autowired
    RequestSheets sheets;

    @Autowired
    ReaderRequests readerRequests;

    @Autowired
    ReaderNotices notices;

    @Autowired
    NoticeClock noticeClock;

    @Autowired
    TransitBoard board;

    @Test
    void aRequestWandersThroughTheTabsOfBothLibraries() {
        var number = placed().number();
        assertThat(worklist.counts(UNIVERSITY)).containsEntry(Tab.TO_ANSWER, 1);
        assertThat(worklist.counts(QIAOTOU).values()).containsOnly(0);

        desk.accept(number, null, yunze.yeZhou);
        assertThat(worklist.counts(UNIVERSITY)).containsEntry(Tab.TO_PICK, 1).containsEntry(Tab.TO_ANSWER, 0);
        assertThat(worklist.pickList(UNIVERSITY)).singleElement().satisfies(row -> {
            assertThat(row.barcode()).isEqualTo(barcode.value());
            assertThat(row.shelf()).isEqualTo("二楼文学区");
        });

        desk.pick(number, null, barcode, yunze.yeZhou);
        assertThat(worklist.counts(UNIVERSITY)).containsEntry(Tab.TO_SEND, 1);
        desk.send(number, null, yunze.yeZhou);
        assertThat(worklist.counts(QIAOTOU)).containsEntry(Tab.ARRIVING, 1);
        desk.receive(number, null, yunze.suHongmei);
        assertThat(worklist.counts(QIAOTOU)).containsEntry(Tab.READY, 1);
        loanDesk.lend(number, null, QIAOTOU_MAIN, yunze.suHongmei);
        assertThat(worklist.counts(QIAOTOU)).containsEntry(Tab.WITH_READERS, 1);
        loanDesk.takeBack(barcode, null, CITY_MAIN, yunze.xuWenjing);
        assertThat(worklist.counts(UNIVERSITY)).containsEntry(Tab.GOING_BACK, 1);
        desk.takeHome(number, null, yunze.yeZhou);
        assertThat(worklist.rows(UNIVERSITY, Tab.CLOSED, "", 0, 10).total()).isEqualTo(1);
        assertThat(worklist.rows(QIAOTOU, Tab.CLOSED, "", 0, 10).total()).isEqualTo(1);
    }

    @Test
    void theLenderSeesAnAliasAndTheBorrowerAName() {
        var number = ready().number();

        assertThat(sheets.of(number, yunze.yeZhou).reader()).isEqualTo(yunze.linXiaomei.alias());
        assertThat(sheets.of(number, yunze.suHongmei).reader()).isEqualTo("林晓梅");
        assertThat(worklist.rows(QIAOTOU, Tab.READY, "林晓梅", 0, 10).items())
                .singleElement()
                .satisfies(row -> assertThat(row.reader()).isEqualTo("林晓梅"));
        refused(RequestRefusal.REQUEST_NOT_FOUND, () -> sheets.of(number, yunze.liuQingqing));
    }

    @Test
    void nobodySearchesOtherLibrariesReadersByName() {
        placed();

        assertThat(worklist.rows(UNIVERSITY, Tab.TO_ANSWER, "林晓梅", 0, 10).total())
                .isZero();
        assertThat(worklist.rows(UNIVERSITY, Tab.TO_ANSWER, yunze.linXiaomei.alias(), 0, 10)
                        .items())
                .singleElement()
                .satisfies(row -> assertThat(row.reader()).isEqualTo(yunze.linXiaomei.alias()));
        assertThat(worklist.rows(UNIVERSITY, Tab.TO_ANSWER, "100%", 0, 10).total())
                .isZero();
    }

    @Test
    void theSheetOffersWhatIsPossible() {
        var number = placed().number();
        assertThat(sheets.of(number, yunze.yeZhou).moves())
                .containsExactly(RequestMove.OFFER_CONDITION, RequestMove.ACCEPT, RequestMove.DECLINE);
        assertThat(sheets.of(number, yunze.suHongmei).moves()).isEmpty();
        assertThat(sheets.of(number, yunze.suHongmei).offers())
                .containsExactly(RequestSheets.Offer.CANCEL, RequestSheets.Offer.ASK_NEXT);

        desk.accept(number, null, yunze.yeZhou);
        desk.pick(number, null, null, yunze.yeZhou);
        assertThat(sheets.of(number, yunze.yeZhou).moves())
                .contains(RequestMove.SEND)
                .doesNotContain(RequestMove.SET_ASIDE);
        desk.cancel(number, yunze.linXiaomei.actor());
        assertThat(sheets.of(number, yunze.yeZhou).moves()).contains(RequestMove.AGREE_CANCEL);
        assertThat(sheets.of(number, yunze.yeZhou).offers()).contains(RequestSheets.Offer.REFUSE_CANCEL);
    }

    @Test
    void theSheetTellsWhatHappenedInNamesAndReasons() {
        var number = placed().number();
        desk.changePickup(number, LIUXI_MAIN, yunze.linXiaomei.actor());
        desk.decline(number, null, DeclineReason.POOR_CONDITION, "散页了", yunze.yeZhou);

        var happened = sheets.of(number, yunze.liuQingqing).happened();

        assertThat(happened)
                .extracting(RequestSheets.Happened::move)
                .containsExactly("place", "ask", "change-pickup", "decline", "attention");
        assertThat(happened.get(1).about().orElseThrow().zh()).isEqualTo("云泽师范学院图书馆");
        assertThat(happened.get(3).why().map(Enum::name)).contains("POOR_CONDITION");
        assertThat(happened.get(3).remark()).isEqualTo("散页了");
        assertThat(happened.get(4).why().map(Enum::name)).contains("NO_LENDER_LEFT");
    }

    @Test
    void aReadersRequestsTellWhatHappens() {
        var number = ready().number();

        assertThat(readerRequests.open(yunze.linXiaomei.id())).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(number);
            assertThat(row.phase()).isEqualTo(RequestPhase.READY);
            assertThat(row.lender().orElseThrow().zh()).isEqualTo("云泽师范学院图书馆");
            assertThat(row.readyUntil()).isPresent();
            assertThat(row.mayCancel()).isTrue();
            assertThat(row.milestones())
                    .extracting(ReaderRequests.Milestone::move)
                    .containsExactly("place", "ask", "accept", "pick", "send", "receive");
        });

        desk.cancel(number, yunze.suHongmei.actor());
        desk.takeHome(number, null, yunze.yeZhou);
        assertThat(readerRequests.open(yunze.linXiaomei.id())).isEmpty();
        assertThat(readerRequests.closed(yunze.linXiaomei.id(), 0, 10).total()).isEqualTo(1);
    }

    @Test
    void noticesFollowTheRequest() {
        ready();
        assertThat(notices.of(yunze.linXiaomei.id()))
                .extracting(ReaderNotices.Row::kind)
                .containsExactly(NoticeKind.READY, NoticeKind.PROMISED);
        assertThat(notices.unseen(yunze.linXiaomei.id())).isEqualTo(2);

        notices.seen(yunze.linXiaomei.id());
        assertThat(notices.unseen(yunze.linXiaomei.id())).isZero();

        later(Duration.ofDays(10));
        requestClock.tick();
        assertThat(notices.of(yunze.linXiaomei.id()).get(0).kind()).isEqualTo(NoticeKind.NOT_COLLECTED);
        scans.scan(barcode, UNIVERSITY_MAIN, yunze.yeZhou);
        assertThat(notices.of(yunze.linXiaomei.id())).as("told once").hasSize(3);
    }

    @Test
    void aRefusedRequestIsTold() {
        var number = desk.decline(placed().number(), null, DeclineReason.OTHER, "", yunze.yeZhou)
                .number();
        desk.close(number, null, "", yunze.suHongmei);

        assertThat(notices.of(yunze.linXiaomei.id()))
                .extracting(ReaderNotices.Row::kind)
                .containsExactly(NoticeKind.REFUSED);
    }

    @Test
    void remindersComeOnceBeforeAndOnceAfterTheDueDate() {
        loanDesk.lend(ZIHANS_CARD, barcode, UNIVERSITY_MAIN, yunze.yeZhou);
        noticeClock.tick();
        assertThat(notices.of(yunze.luoZihan.id())).isEmpty();

        later(Duration.ofDays(27));
        noticeClock.tick();
        noticeClock.tick();
        assertThat(notices.of(yunze.luoZihan.id())).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo(NoticeKind.DUE_SOON);
            assertThat(row.day()).contains(LocalDate.of(2026, 4, 3));
        });

        later(Duration.ofDays(4));
        noticeClock.tick();
        noticeClock.tick();
        assertThat(notices.of(yunze.luoZihan.id()))
                .extracting(ReaderNotices.Row::kind)
                .containsExactly(NoticeKind.OVERDUE, NoticeKind.DUE_SOON);
    }

    @Test
    void theBoardShowsWhatComesAndWhatLeaves() {
        var number = sent().number();

        assertThat(board.arriving(QIAOTOU)).singleElement().satisfies(row -> {
            assertThat(row.barcode()).isEqualTo(barcode);
            assertThat(row.request()).contains(number);
            assertThat(row.purpose()).isEqualTo(Transit.Purpose.PICKUP);
        });
        assertThat(board.leaving(UNIVERSITY)).singleElement().satisfies(manifest -> {
            assertThat(manifest.toCode()).isEqualTo(QIAOTOU_MAIN);
            assertThat(manifest.rows()).hasSize(1);
        });
        assertThat(board.arriving(UNIVERSITY)).isEmpty();
    }

    @Test
    void theBoardSaysWhatShouldBeThereAndIsNot() {
        sent();
        var row = board.arriving(QIAOTOU).get(0);
        assertThat(row.overdue()).isFalse();
        assertThat(row.expected()).isAfter(row.sentOn());

        later(Duration.ofDays(10));

        assertThat(board.arriving(QIAOTOU).get(0).overdue()).isTrue();
        assertThat(board.leaving(UNIVERSITY).get(0).overdue()).isEqualTo(1);
    }

    @Test
    void theManifestListsWhatLeftSinceTheVanCalled() {
        sent();
        var left = board.arriving(QIAOTOU).get(0).sentOn();
        later(Duration.ofDays(3));

        assertThat(manifest(Optional.empty()).since()).isEqualTo(left);
        assertThat(manifest(Optional.empty()).rows()).hasSize(1);
        assertThat(manifest(Optional.of(left.plusDays(1))).rows()).isEmpty();
        refused(
                MemberRefusal.BRANCH_NOT_FOUND,
                () -> board.manifest(UNIVERSITY_MAIN, QIAOTOU_MAIN, Optional.empty(), QIAOTOU));
    }

    private TransitBoard.Manifest manifest(Optional<LocalDate> since) {
        return board.manifest(UNIVERSITY_MAIN, QIAOTOU_MAIN, since, UNIVERSITY);
    }

    // before Get it

    @Test
    void thePreviewSaysWhenAndFromWhereAndWhatStandsNearby() {
        yunze.copy(book, DISTRICT_MAIN, "01-A-1");

        var getIt = desk.preview(book, yunze.linXiaomei.id(), null);

        assertThat(getIt.possible()).isTrue();
        assertThat(getIt.lender()).isEqualTo(UNIVERSITY);
        assertThat(getIt.estimatedReady()).isEqualTo(LocalDate.of(2026, 3, 6));
        assertThat(getIt.suggestedPickup()).isEqualTo(QIAOTOU_MAIN);
        assertThat(getIt.pickups()).hasSize(6);
        assertThat(getIt.todayNearby()).as("eighteen kilometres are not nearby").isEmpty();
        assertThat(desk.preview(book, null, DISTRICT_MAIN)
                        .todayNearby()
                        .orElseThrow()
                        .branch())
                .isEqualTo(DISTRICT_MAIN);
        assertThat(requests.count()).isZero();
    }

    @Test
    void thePreviewCountsWhoWaitsBefore() {
        placed();
        placedBy(yunze.jiangChen, QIAOTOU_MAIN);

        var getIt = desk.preview(book, yunze.gaoXiang.id(), null);

        assertThat(getIt.possible()).isTrue();
        assertThat(getIt.waitingBefore()).isEqualTo(1);
        assertThat(getIt.estimatedReady()).isNull();
    }

    @Test
    void thePreviewNamesWhatStandsInTheWay() {
        placed();
        readerDesk.block(yunze.linXiaomei.id(), null, LocalDate.of(2026, 4, 1), "欠书", yunze.suHongmei.actor());

        var getIt = desk.preview(book, yunze.linXiaomei.id(), LIUXI_MAIN);

        assertThat(getIt.possible()).isFalse();
        assertThat(getIt.refusals())
                .extracting(Refusal::reason)
                .contains(RequestRefusal.ALREADY_REQUESTED, CardRefusal.CARD_BLOCKED);
        assertThat(desk.preview(yunze.book("无馆藏"), null, null).refusals())
                .extracting(Refusal::reason)
                .containsExactly(RequestRefusal.NOTHING_TO_ASK_FOR);
    }
}
