package org.consortium.loans.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consortium.loans.Yunze.PIN;
import static org.consortium.loans.Yunze.QIAOTOU;
import static org.consortium.loans.Yunze.QIAOTOU_MAIN;
import static org.consortium.loans.Yunze.XIAOMEIS_CARD;

import java.time.LocalDate;
import java.util.Optional;
import org.consortium.core.card.CardNumber;
import org.consortium.core.card.CardRefusal;
import org.consortium.core.card.Reader;
import org.consortium.core.card.ReaderClass;
import org.consortium.core.member.Trail;
import org.consortium.loans.YunzeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CardDeskTest extends YunzeTest {

    private static final CardNumber NEW_CARD = new CardNumber("3301008645888");

    @Autowired
    Trail trail;

    @Test
    void registersAReaderWhoCanSignIn() {
        var reader = cardDesk.register(
                NEW_CARD,
                QIAOTOU,
                "周建国",
                ReaderClass.SENIOR,
                "135790",
                LocalDate.of(2028, 3, 4),
                yunze.suHongmei.actor());

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

    @Test
    void aNumberIsGivenOnce() {
        refused(
                CardRefusal.CARD_NUMBER_TAKEN,
                () -> cardDesk.register(
                        XIAOMEIS_CARD,
                        QIAOTOU,
                        "周建国",
                        ReaderClass.SENIOR,
                        PIN,
                        LocalDate.of(2028, 3, 4),
                        yunze.suHongmei.actor()));
    }

    @Test
    void aPinHasSixDigitsOrMore() {
        for (var pin : new String[] {null, "", "12345", "abcdef", "1234567890123"}) {
            refused(
                    CardRefusal.PIN_FORM,
                    () -> cardDesk.register(
                            NEW_CARD,
                            QIAOTOU,
                            "周建国",
                            ReaderClass.SENIOR,
                            pin,
                            LocalDate.of(2028, 3, 4),
                            yunze.suHongmei.actor()));
        }
    }

    @Test
    void theReaderChangesHerPinAndProvesTheOld() {
        refused(
                CardRefusal.PIN_WRONG,
                () -> cardDesk.changePin(yunze.linXiaomei.id(), "000000", "112233", yunze.linXiaomei.actor()));

        cardDesk.changePin(yunze.linXiaomei.id(), PIN, "112233", yunze.linXiaomei.actor());

        assertThat(cardDesk.signIn(XIAOMEIS_CARD, PIN)).isEmpty();
        assertThat(cardDesk.signIn(XIAOMEIS_CARD, "112233")).isPresent();
    }

    @Test
    void aLostCardIsReplacedAndTheReaderStaysTheSame() {
        placed();

        cardDesk.reportLost(XIAOMEIS_CARD, yunze.linXiaomei.actor());
        assertThat(cardDesk.signIn(XIAOMEIS_CARD, PIN)).isEmpty();
        cardDesk.replace(yunze.linXiaomei.id(), NEW_CARD, LocalDate.of(2028, 3, 4), yunze.suHongmei.actor());

        assertThat(cardDesk.signIn(NEW_CARD, PIN)).map(Reader::id).contains(yunze.linXiaomei.id());
        assertThat(requests.findAll())
                .singleElement()
                .satisfies(request -> assertThat(request.reader()).contains(yunze.linXiaomei.id()));
    }

    @Test
    void aCardInUseIsReplacedInOneGo() {
        cardDesk.replace(yunze.linXiaomei.id(), NEW_CARD, LocalDate.of(2028, 3, 4), yunze.suHongmei.actor());

        assertThat(cardDesk.cardOf(yunze.linXiaomei.id()).orElseThrow().number())
                .isEqualTo(NEW_CARD);
        assertThat(cardDesk.find(XIAOMEIS_CARD))
                .as("the old card still says whose it was")
                .isPresent();
    }

    @Test
    void blockedReadersMayLookAtTheirAccount() {
        cardDesk.block(yunze.linXiaomei.id(), LocalDate.of(2026, 4, 1), "欠书", yunze.suHongmei.actor());
        assertThat(cardDesk.signIn(XIAOMEIS_CARD, PIN)).isPresent();

        cardDesk.unblock(yunze.linXiaomei.id(), yunze.suHongmei.actor());
        assertThat(placed().isOpen()).isTrue();
    }

    @Test
    void otherLibrariesDoNotFindTheReader() {
        refused(
                CardRefusal.READER_NOT_FOUND,
                () -> cardDesk.block(yunze.linXiaomei.id(), LocalDate.of(2026, 4, 1), "", yunze.heMin.actor()));
        refused(
                CardRefusal.READER_NOT_FOUND,
                () -> cardDesk.contact(yunze.linXiaomei.id(), "", "", null, yunze.jiangChen.actor()));
        refused(CardRefusal.READER_NOT_FOUND, () -> cardDesk.reportLost(XIAOMEIS_CARD, yunze.heMin.actor()));
        refused(
                CardRefusal.READER_NOT_FOUND,
                () -> cardDesk.register(
                        NEW_CARD,
                        QIAOTOU,
                        "周建国",
                        ReaderClass.SENIOR,
                        PIN,
                        LocalDate.of(2028, 3, 4),
                        yunze.heMin.actor()));
        assertThat(cardDesk.findByName(QIAOTOU, "晓")).extracting(Reader::name).containsExactly("林晓梅");
        assertThat(cardDesk.findByName(yunze.heMin.library(), "晓")).isEmpty();
        assertThat(cardDesk.findByName(QIAOTOU, " ")).isEmpty();
    }

    @Test
    void contactIsChecked() {
        var reader = cardDesk.contact(
                yunze.linXiaomei.id(), "000 0000 0101", "lin@example.org", QIAOTOU_MAIN, yunze.linXiaomei.actor());
        assertThat(reader.usualBranch()).contains(QIAOTOU_MAIN);

        assertThatThrownBy(() ->
                        cardDesk.contact(yunze.linXiaomei.id(), "", "not an address", null, yunze.linXiaomei.actor()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
