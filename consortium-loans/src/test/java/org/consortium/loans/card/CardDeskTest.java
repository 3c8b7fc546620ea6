package org.consortium.loans.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consortium.loans.Yunze.PIN;
import static org.consortium.loans.Yunze.QIAOTOU;
import static org.consortium.loans.Yunze.QIAOTOU_MAIN;
import static org.consortium.loans.Yunze.XIAOMEIS_CARD;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.consortium.core.Refusal;
import org.consortium.core.card.CardNumber;
import org.consortium.core.card.CardRefusal;
import org.consortium.core.card.Reader;
import org.consortium.core.card.ReaderClass;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.MemberRefusal;
import org.consortium.core.member.Staff;
import org.consortium.core.member.Trail;
import org.consortium.loans.YunzeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CardDeskTest extends YunzeTest {

    private static final CardNumber NEW_CARD = new CardNumber("3301008645888");
    private static final CardNumber THIRD_CARD = new CardNumber("3301008645896");
    private static final LocalDate IN_TWO_YEARS = LocalDate.of(2028, 3, 4);

    @Autowired
    Trail trail;

    @Autowired
    ReaderSearch search;

    @Autowired
    ReaderStanding standing;

    @Test
    void registersAReaderWhoCanSignIn() {
        var reader = register(NEW_CARD, "135790", yunze.suHongmei);

        assertThat(cardDesk.signIn(NEW_CARD, "135790")).map(Reader::id).contains(reader.id());
        assertThat(cardDesk.signIn(NEW_CARD, "135791")).isEmpty();
        assertThat(cardDesk.signIn(new CardNumber("0000000000000"), "135790")).isEmpty();
        assertThat(cardDesk.signIn(NEW_CARD, null)).isEmpty();
        assertThat(reader.alias()).hasSize(5);
        assertThat(trail.lines(Optional.of(QIAOTOU), Optional.of("reader"), 0, 1)
                        .items())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.action()).isEqualTo("reader-registered");
                    assertThat(line.detail()).as("no personal data").isEqualTo("SENIOR");
                });
    }

    private Reader register(CardNumber card, String pin, Staff by) {
        var zhouJianguo =
                new Registration(card, "周建国", ReaderClass.SENIOR, pin, IN_TWO_YEARS, "000 0000 0188", "", QIAOTOU_MAIN);
        return readerDesk.register(zhouJianguo, QIAOTOU, by.actor());
    }

    @Test
    void aNumberIsGivenOnce() {
        refused(CardRefusal.CARD_NUMBER_TAKEN, () -> register(XIAOMEIS_CARD, PIN, yunze.suHongmei));
    }

    @Test
    void aPinHasSixDigitsOrMore() {
        for (var pin : new String[] {null, "", "12345", "abcdef", "1234567890123"}) {
            refused(CardRefusal.PIN_FORM, () -> register(NEW_CARD, pin, yunze.suHongmei));
        }
    }

    @Test
    void theReaderChangesHerPinAndProvesTheOld() {
        refused(
                CardRefusal.PIN_WRONG,
                () -> readerDesk.changePin(yunze.linXiaomei.id(), "000000", "112233", yunze.linXiaomei.actor()));

        readerDesk.changePin(yunze.linXiaomei.id(), PIN, "112233", yunze.linXiaomei.actor());

        assertThat(cardDesk.signIn(XIAOMEIS_CARD, PIN)).isEmpty();
        assertThat(cardDesk.signIn(XIAOMEIS_CARD, "112233")).isPresent();
    }

    @Test
    void aLostCardIsReplacedAndTheReaderStaysTheSame() {
        placed();

        cardDesk.reportLost(XIAOMEIS_CARD, yunze.linXiaomei.actor());
        assertThat(cardDesk.signIn(XIAOMEIS_CARD, PIN)).isEmpty();
        cardDesk.replace(yunze.linXiaomei.id(), NEW_CARD, IN_TWO_YEARS, yunze.suHongmei.actor());

        assertThat(cardDesk.signIn(NEW_CARD, PIN)).map(Reader::id).contains(yunze.linXiaomei.id());
        assertThat(requests.findAll())
                .singleElement()
                .satisfies(request -> assertThat(request.reader()).contains(yunze.linXiaomei.id()));
    }

    @Test
    void aCardInUseIsReplacedInOneGo() {
        cardDesk.replace(yunze.linXiaomei.id(), NEW_CARD, IN_TWO_YEARS, yunze.suHongmei.actor());

        assertThat(cardDesk.cardOf(yunze.linXiaomei.id()).orElseThrow().number())
                .isEqualTo(NEW_CARD);
        assertThat(cardDesk.find(XIAOMEIS_CARD))
                .as("the old card still says whose it was")
                .isPresent();
    }

    @Test
    void blockedReadersMayLookAtTheirAccount() {
        readerDesk.block(yunze.linXiaomei.id(), null, LocalDate.of(2026, 4, 1), "欠书", yunze.suHongmei.actor());
        assertThat(cardDesk.signIn(XIAOMEIS_CARD, PIN)).isPresent();

        readerDesk.unblock(yunze.linXiaomei.id(), null, "书还清了", yunze.suHongmei.actor());
        assertThat(placed().isOpen()).isTrue();
    }

    @Test
    void otherLibrariesDoNotFindTheReader() {
        refused(
                CardRefusal.READER_NOT_FOUND,
                () -> readerDesk.block(yunze.linXiaomei.id(), null, LocalDate.of(2026, 4, 1), "", yunze.heMin.actor()));
        refused(
                CardRefusal.READER_NOT_FOUND,
                () -> readerDesk.contact(yunze.linXiaomei.id(), "", "", null, yunze.jiangChen.actor()));
        refused(CardRefusal.READER_NOT_FOUND, () -> cardDesk.reportLost(XIAOMEIS_CARD, yunze.heMin.actor()));
        refused(CardRefusal.READER_NOT_FOUND, () -> register(NEW_CARD, PIN, yunze.heMin));
        refused(
                CardRefusal.READER_NOT_FOUND,
                () -> cardDesk.replace(yunze.linXiaomei.id(), NEW_CARD, IN_TWO_YEARS, yunze.heMin.actor()));
        refused(CardRefusal.READER_NOT_FOUND, () -> readerDesk.required(yunze.linXiaomei.alias(), yunze.heMin));
        assertThat(found(QIAOTOU, "晓")).containsExactly("林晓梅");
        assertThat(found(yunze.heMin.library(), "晓")).isEmpty();
    }

    @Test
    void contactIsChecked() {
        var reader = readerDesk.contact(
                yunze.linXiaomei.id(), "000 0000 0101", "lin@example.org", QIAOTOU_MAIN, yunze.linXiaomei.actor());
        assertThat(reader.usualBranch()).contains(QIAOTOU_MAIN);

        assertThatThrownBy(() ->
                        readerDesk.contact(yunze.linXiaomei.id(), "", "not an address", null, yunze.linXiaomei.actor()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNumberTheDesksTakeForABookIsNoCard() {
        for (var number : new String[] {"9787020000012", "330100", "AB33010086458"}) {
            refused(CardRefusal.CARD_NUMBER_FORM, () -> register(new CardNumber(number), PIN, yunze.suHongmei));
        }
    }

    @Test
    void aCardIsValidForTenYearsAtMost() {
        for (var day : new LocalDate[] {LocalDate.of(2026, 3, 4), LocalDate.of(2026, 3, 3), LocalDate.of(2036, 3, 5)}) {
            refused(CardRefusal.CARD_VALIDITY, () -> cardDesk.renew(XIAOMEIS_CARD, day, yunze.suHongmei.actor()));
        }
        var renewed = cardDesk.renew(XIAOMEIS_CARD, LocalDate.of(2036, 3, 4), yunze.suHongmei.actor());
        assertThat(renewed.expiresOn()).isEqualTo(LocalDate.of(2036, 3, 4));
        assertThat(cardDesk.usualExpiry(QIAOTOU)).isEqualTo(LocalDate.of(2029, 3, 4));
    }

    @Test
    void aLostCardThatIsFoundWorksAgainUnlessAnotherIsInUse() {
        cardDesk.reportLost(XIAOMEIS_CARD, yunze.suHongmei.actor());
        cardDesk.restore(XIAOMEIS_CARD, yunze.suHongmei.actor());
        assertThat(cardDesk.signIn(XIAOMEIS_CARD, PIN)).isPresent();

        cardDesk.reportLost(XIAOMEIS_CARD, yunze.suHongmei.actor());
        cardDesk.replace(yunze.linXiaomei.id(), NEW_CARD, IN_TWO_YEARS, yunze.suHongmei.actor());
        refused(CardRefusal.OTHER_CARD_IN_USE, () -> cardDesk.restore(XIAOMEIS_CARD, yunze.suHongmei.actor()));
        assertThat(deeds(yunze.linXiaomei))
                .containsSubsequence("card-replaced", "card-lost", "card-restored", "card-lost");
    }

    @Test
    void aWrongNumberIsTakenBackTheSameDay() {
        cardDesk.replace(yunze.linXiaomei.id(), NEW_CARD, IN_TWO_YEARS, yunze.suHongmei.actor());

        cardDesk.takeBack(NEW_CARD, yunze.suHongmei.actor());

        assertThat(standing.refusals(yunze.linXiaomei, LocalDate.of(2026, 3, 4)))
                .extracting(Refusal::reason)
                .containsExactly(CardRefusal.NO_CARD);
        cardDesk.restore(XIAOMEIS_CARD, yunze.suHongmei.actor());
        assertThat(cardDesk.signIn(XIAOMEIS_CARD, PIN)).isPresent();
        assertThat(register(NEW_CARD, PIN, yunze.suHongmei).name()).isEqualTo("周建国");
        later(Duration.ofDays(1));
        refused(CardRefusal.CARD_NOT_OF_TODAY, () -> cardDesk.takeBack(NEW_CARD, yunze.suHongmei.actor()));
    }

    @Test
    void aRegistrationOfTodayIsUndoneUntilSheBorrows() {
        var reader = register(NEW_CARD, PIN, yunze.suHongmei);
        readerDesk.undoRegistration(reader.id(), yunze.suHongmei.actor());
        assertThat(cardDesk.find(NEW_CARD)).isEmpty();
        assertThat(found(QIAOTOU, "周建国")).isEmpty();

        var again = register(NEW_CARD, PIN, yunze.suHongmei);
        placedBy(again, QIAOTOU_MAIN);
        refused(
                CardRefusal.REGISTRATION_STANDS,
                () -> readerDesk.undoRegistration(again.id(), yunze.suHongmei.actor()));
    }

    @Test
    void aForgottenPinIsMadeAnewAndToldOnce() {
        var pin = readerDesk.resetPin(yunze.linXiaomei.id(), yunze.suHongmei.actor());

        assertThat(pin).matches("\\d{6}");
        assertThat(cardDesk.signIn(XIAOMEIS_CARD, PIN)).isEmpty();
        assertThat(cardDesk.signIn(XIAOMEIS_CARD, pin)).isPresent();
        refused(
                CardRefusal.READER_NOT_FOUND,
                () -> readerDesk.resetPin(yunze.linXiaomei.id(), yunze.linXiaomei.actor()));
        assertThat(trail.linesOf("reader", yunze.linXiaomei.id(), 1))
                .singleElement()
                .satisfies(line -> assertThat(line.detail()).doesNotContain(pin));
    }

    @Test
    void aBlockHasAReasonAndADayToCome() {
        var by = yunze.suHongmei.actor();
        var reader = yunze.linXiaomei.id();
        refused(MemberRefusal.REASON_NEEDED, () -> readerDesk.block(reader, null, LocalDate.of(2026, 4, 1), " ", by));
        refused(CardRefusal.BLOCK_UNTIL_PAST, () -> readerDesk.block(reader, null, LocalDate.of(2026, 3, 3), "欠书", by));
        refused(MemberRefusal.STALE_VERSION, () -> readerDesk.block(reader, -1L, LocalDate.of(2026, 4, 1), "欠书", by));

        var blocked = readerDesk.block(reader, null, LocalDate.of(2026, 4, 1), "欠书", by);
        refused(MemberRefusal.REASON_NEEDED, () -> readerDesk.unblock(reader, null, null, by));
        readerDesk.unblock(reader, blocked.version(), "还清了", by);

        assertThat(trail.linesOf("reader", reader, 2))
                .extracting(Trail.Line::detail)
                .containsExactly("还清了", "2026-04-01 欠书");
    }

    @Test
    void theHomeLibraryCorrectsWhatItKnows() {
        var by = yunze.suHongmei.actor();
        var read = readerDesk.required(yunze.linXiaomei.alias(), yunze.suHongmei);

        var edited =
                readerDesk.edit(read.id(), read.version(), "林小梅", ReaderClass.FACULTY, "000 1", "", QIAOTOU_MAIN, by);

        assertThat(edited.name()).isEqualTo("林小梅");
        assertThat(edited.readerClass()).isEqualTo(ReaderClass.FACULTY);
        refused(
                MemberRefusal.STALE_VERSION,
                () -> readerDesk.edit(read.id(), read.version(), "别人", ReaderClass.ADULT, "", "", null, by));
    }

    @Test
    void aReaderIsFoundByWhatSheSaysOrShows() {
        register(NEW_CARD, PIN, yunze.suHongmei);

        assertThat(found(QIAOTOU, "周")).containsExactly("周建国");
        assertThat(found(QIAOTOU, "０１８８"))
                .as("the end of her number, however it is typed")
                .containsExactly("周建国");
        assertThat(found(QIAOTOU, "3301 0086 4588")).containsExactly("周建国");
        assertThat(found(QIAOTOU, yunze.linXiaomei.alias())).containsExactly("林晓梅");
        assertThat(found(QIAOTOU, "%")).isEmpty();
        assertThat(found(QIAOTOU, ""))
                .as("who joined last comes first")
                .startsWith("周建国")
                .contains("林晓梅");
    }

    private List<String> found(LibraryCode home, String text) {
        return search.find(home, text, 0, 20).items().stream()
                .map(ReaderSearch.Row::name)
                .toList();
    }

    private List<String> deeds(Reader reader) {
        return trail.linesOf("reader", reader.id(), 20).stream()
                .map(Trail.Line::action)
                .toList();
    }
}
