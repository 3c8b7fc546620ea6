package org.consortium.web.demo;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.consortium.catalog.reading.AlertFrequency;
import org.consortium.catalog.reading.ReadingListDesk;
import org.consortium.catalog.reading.SearchDesk;
import org.consortium.core.card.CardNumber;
import org.consortium.core.card.Reader;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.RecordId;
import org.consortium.loans.card.CardDesk;
import org.consortium.loans.proposal.ProposalDesk;
import org.consortium.loans.proposal.ProposalState;
import org.consortium.loans.proposal.Proposed;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What 林晓梅 keeps for herself: books for the winter, an author she follows, and two books she would like her library to buy. */
@Component
@ConditionalOnProperty(name = "consortium.demo", havingValue = "true")
class DemoKept {

    private static final CardNumber LIN_XIAOMEI = new CardNumber("3301008645721");
    private static final LibraryCode QIAOTOU = new LibraryCode("qiaotou");
    private static final LocalTime EVENING = LocalTime.of(19, 40);

    private final ReadingListDesk lists;
    private final SearchDesk searches;
    private final ProposalDesk proposals;
    private final CardDesk cards;
    private final DemoStaff staff;
    private final TurnableClock clock;

    DemoKept(
            ReadingListDesk lists,
            SearchDesk searches,
            ProposalDesk proposals,
            CardDesk cards,
            DemoStaff staff,
            TurnableClock clock) {
        this.lists = lists;
        this.searches = searches;
        this.proposals = proposals;
        this.cards = cards;
        this.staff = staff;
        this.clock = clock;
    }

    void keep(Map<String, RecordId> records, DemoDays days) {
        var linXiaomei = cards.find(LIN_XIAOMEI).orElseThrow();
        clock.turnTo(days.at(-90, EVENING));
        searches.keep("中国小说", "class=I24", AlertFrequency.WEEKLY, linXiaomei.id());
        clock.turnTo(days.at(-20, EVENING));
        var winter = lists.make("冬天读", "下雪以前借到手", linXiaomei.id());
        lists.add(winter, books(records), linXiaomei.id());
        propose(linXiaomei, days);
    }

    private static List<RecordId> books(Map<String, RecordId> records) {
        return Stream.of("ergun-2019", "pingfan-2017", "hulanhe", "biancheng")
                .map(records::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private void propose(Reader linXiaomei, DemoDays days) {
        var poems = proposals.propose(Proposed.of("云泽诗抄", "", "", "讲的是我们这里的事"), linXiaomei);
        clock.turnTo(days.at(-12, EVENING));
        var librarian = staff.librarianOf(QIAOTOU);
        proposals.answer(poems, ProposalState.NOT_ORDERED, "没有公开出版，已经写信向作者要一本。", null, librarian);
        clock.turnTo(days.at(-3, EVENING));
        proposals.propose(Proposed.of("云泽植物图志", "", "", "带孩子认路边的花草"), linXiaomei);
    }
}
