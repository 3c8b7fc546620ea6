package org.consortium.loans.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.consortium.core.Refusal;
import org.consortium.loans.Yunze;
import org.consortium.loans.YunzeTest;
import org.consortium.loans.card.HistoryClock;
import org.consortium.loans.notice.NoticeKind;
import org.consortium.loans.notice.ReaderNotices;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ProposalDeskTest extends YunzeTest {

    @Autowired
    ProposalDesk proposalDesk;

    @Autowired
    Proposals proposals;

    @Autowired
    ReaderNotices notices;

    @Autowired
    HistoryClock historyClock;

    @Test
    void goesToTheHomeLibraryUnderAnAlias() {
        var number =
                proposalDesk.propose(Proposed.of(" 候鸟的勇敢 ", "迟子建", "978-7-02-013978-1", "读书会要读"), yunze.linXiaomei);

        var waiting = proposals.to(Yunze.QIAOTOU, true, 0, 20).items();
        assertThat(waiting).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(number);
            assertThat(row.what().title()).isEqualTo("候鸟的勇敢");
            assertThat(row.alias()).contains(yunze.linXiaomei.alias());
        });
        assertThat(proposals.to(Yunze.CITY, true, 0, 20).items()).isEmpty();
    }

    @Test
    void isAnsweredOnceAndTheReaderIsTold() {
        var number = proposed("候鸟的勇敢");

        proposalDesk.answer(number, ProposalState.ORDERED, "下个月到", null, yunze.suHongmei);

        assertThat(proposals.of(yunze.linXiaomei.id()).get(0).answer()).isEqualTo("下个月到");
        assertThat(notices.of(yunze.linXiaomei.id())).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(NoticeKind.PROPOSAL_ANSWERED);
            assertThat(notice.title()).isEqualTo("候鸟的勇敢");
        });
        assertRefused(
                ProposalRefusal.PROPOSAL_ANSWERED,
                () -> proposalDesk.answer(number, ProposalState.ORDERED, "", null, yunze.suHongmei));
        assertRefused(ProposalRefusal.PROPOSAL_NOT_FOUND, () -> proposalDesk.withdraw(number, yunze.linXiaomei));
    }

    @Test
    void namesTheRecordWhereALibraryHasIt() {
        var number = proposed("额尔古纳河右岸");

        assertRefused(
                ProposalRefusal.PROPOSAL_RECORD,
                () -> proposalDesk.answer(number, ProposalState.THERE, "", null, yunze.suHongmei));
        proposalDesk.answer(number, ProposalState.THERE, "", book, yunze.suHongmei);

        assertThat(proposals.of(yunze.linXiaomei.id()).get(0).record()).contains(book);
    }

    @Test
    void isNotRefusedWithoutAReason() {
        var number = proposed("候鸟的勇敢");

        assertRefused(
                ProposalRefusal.PROPOSAL_REASON,
                () -> proposalDesk.answer(number, ProposalState.NOT_ORDERED, " ", null, yunze.suHongmei));
        proposalDesk.answer(number, ProposalState.NOT_ORDERED, "已经绝版", null, yunze.suHongmei);

        assertThat(proposals.of(yunze.linXiaomei.id()).get(0).state()).isEqualTo(ProposalState.NOT_ORDERED);
    }

    @Test
    void isNotFoundByAnotherLibraryNorByAnotherReader() {
        var number = proposed("候鸟的勇敢");

        assertRefused(ProposalRefusal.PROPOSAL_NOT_FOUND, () -> proposals.required(number, Yunze.CITY));
        assertRefused(
                ProposalRefusal.PROPOSAL_NOT_FOUND,
                () -> proposalDesk.answer(number, ProposalState.ORDERED, "", null, yunze.xuWenjing));
        assertRefused(ProposalRefusal.PROPOSAL_NOT_FOUND, () -> proposalDesk.withdraw(number, yunze.jiangChen));
        assertThat(proposals.of(yunze.jiangChen.id())).isEmpty();
    }

    @Test
    void isMadeOnceAndCanBeWithdrawn() {
        var number = proposed("候鸟的勇敢");
        assertRefused(ProposalRefusal.PROPOSAL_MADE, () -> proposed("候鸟的勇敢"));
        proposalDesk.propose(Proposed.of("候鸟的勇敢", "", "", ""), yunze.jiangChen);
        assertThat(proposals.required(number, Yunze.QIAOTOU).others()).isOne();

        proposalDesk.withdraw(number, yunze.linXiaomei);

        assertThat(proposals.of(yunze.linXiaomei.id())).isEmpty();
    }

    @Test
    void refusesWhatIsNoTitleAndNoIsbn() {
        assertRefused(ProposalRefusal.PROPOSAL_TITLE, () -> proposed(" "));
        assertRefused(ProposalRefusal.PROPOSAL_ISBN, () -> Proposed.of("书", "", "123", ""));
        assertRefused(ProposalRefusal.PROPOSAL_TOO_LONG, () -> proposed("长".repeat(301)));
    }

    @Test
    void isNobodysAMonthAfterTheAnswer() {
        var number = proposed("候鸟的勇敢");
        proposalDesk.answer(number, ProposalState.ORDERED, "", null, yunze.suHongmei);
        clock.moveBy(Duration.ofDays(31));

        historyClock.tick();

        assertThat(proposals.of(yunze.linXiaomei.id())).isEmpty();
        assertThat(proposals.required(number, Yunze.QIAOTOU).alias()).isEmpty();
        assertThat(notices.of(yunze.linXiaomei.id())).isEmpty();
    }

    private ProposalNumber proposed(String title) {
        return proposalDesk.propose(Proposed.of(title, "", "", ""), yunze.linXiaomei);
    }

    private static void assertRefused(Enum<?> reason, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.reason()).isEqualTo(reason));
    }
}
