package org.consortium.loans.card;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.consortium.core.Refusal;
import org.consortium.core.card.CardNumber;
import org.consortium.core.card.CardRefusal;
import org.consortium.core.card.CardStatus;
import org.consortium.core.card.Reader;
import org.consortium.core.card.ReaderCard;
import org.consortium.core.card.ReaderCards;
import org.consortium.core.card.Readers;
import org.consortium.core.member.Actor;
import org.consortium.core.member.LibraryCode;
import org.consortium.loans.DeskWork;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where cards are given out and looked after: at the reader's home library, for every desk of the consortium. */
@Service
public class CardDesk {

    private static final Period USUALLY_VALID = Period.ofYears(3);
    private static final Period LONGEST_VALID = Period.ofYears(10);

    private final Readers readers;
    private final ReaderCards cards;
    private final HomeReaders home;
    private final Pins pins;
    private final DeskWork work;

    CardDesk(Readers readers, ReaderCards cards, HomeReaders home, Pins pins, DeskWork work) {
        this.readers = readers;
        this.cards = cards;
        this.home = home;
        this.pins = pins;
        this.work = work;
    }

    /** A new card for the same reader; the one in use, if any, stops working. */
    public ReaderCard replace(long reader, CardNumber number, LocalDate expires, Actor by) {
        return work.done(() -> {
            var found = home.lockedByStaff(reader, by);
            var today = home.today(found.homeLibrary());
            mustBeNew(number);
            mustBeValid(today, expires);
            cards.findByReaderAndStatus(reader, CardStatus.IN_USE).ifPresent(old -> {
                old.replace();
                cards.saveAndFlush(old);
            });
            home.note(by, "card-replaced", found, "");
            return cards.saveAndFlush(new ReaderCard(number, found, today, expires));
        });
    }

    /** Refuses a number that some reader has or had, and one the desks would take for a book. */
    void mustBeNew(CardNumber number) {
        if (!number.isReadAtDesks()) {
            throw new Refusal(CardRefusal.CARD_NUMBER_FORM);
        }
        if (cards.find(number).isPresent()) {
            throw new Refusal(CardRefusal.CARD_NUMBER_TAKEN, number);
        }
    }

    static void mustBeValid(LocalDate today, LocalDate expires) {
        if (!expires.isAfter(today) || expires.isAfter(today.plus(LONGEST_VALID))) {
            throw new Refusal(CardRefusal.CARD_VALIDITY, LONGEST_VALID.getYears());
        }
    }

    /** From now on nobody can use this card. */
    public void reportLost(CardNumber number, Actor by) {
        change(number, by, "card-lost", card -> {
            if (card.status() == CardStatus.REPLACED) {
                throw new Refusal(CardRefusal.CARD_REPLACED);
            }
            card.reportLost();
        });
    }

    /** Found again, or lost and replaced only by a slip of the hand. */
    public void restore(CardNumber number, Actor by) {
        change(number, by, "card-restored", card -> {
            home.lockedByStaff(card.reader(), by);
            if (cards.findByReaderAndStatus(card.reader(), CardStatus.IN_USE)
                    .filter(other -> !other.number().equals(number))
                    .isPresent()) {
                throw new Refusal(CardRefusal.OTHER_CARD_IN_USE);
            }
            card.restore();
        });
    }

    private void change(CardNumber number, Actor by, String action, Consumer<ReaderCard> verb) {
        work.done(() -> {
            var reader = home.locked(cards.required(number).reader(), by);
            var card = cards.required(number);
            var before = card.status();
            verb.accept(card);
            if (card.status() != before) {
                home.note(by, action, reader, "");
            }
            return cards.saveAndFlush(card);
        });
    }

    /** The same card for longer. */
    public ReaderCard renew(CardNumber number, LocalDate until, Actor by) {
        return work.done(() -> {
            var reader = home.lockedByStaff(cards.required(number).reader(), by);
            var card = cards.required(number);
            mustBeValid(home.today(reader.homeLibrary()), until);
            card.renew(until);
            home.note(by, "card-renewed", reader, until.toString());
            return cards.saveAndFlush(card);
        });
    }

    /** A card of today with a wrong number is nobody's again, and the number free for the reader who holds it. */
    public void takeBack(CardNumber number, Actor by) {
        work.done(() -> {
            var reader = home.lockedByStaff(cards.required(number).reader(), by);
            var card = cards.required(number);
            if (!card.issuedOn().equals(home.today(reader.homeLibrary()))) {
                throw new Refusal(CardRefusal.CARD_NOT_OF_TODAY);
            }
            cards.delete(card);
            cards.flush();
            home.note(by, "card-taken-back", reader, "");
            return card;
        });
    }

    /** The day it is at this library: of cards issued, registrations and blocks. */
    @Transactional(readOnly = true)
    public LocalDate today(LibraryCode library) {
        return home.today(library);
    }

    /** What a new or renewed card is proposed to be valid until. */
    @Transactional(readOnly = true)
    public LocalDate usualExpiry(LibraryCode library) {
        return home.today(library).plus(USUALLY_VALID);
    }

    /** The reader of a card, whatever its state. */
    @Transactional(readOnly = true)
    public Optional<Reader> find(CardNumber number) {
        return cards.find(number).flatMap(card -> readers.findById(card.reader()));
    }

    /** The card a reader uses now. */
    @Transactional(readOnly = true)
    public Optional<ReaderCard> cardOf(long reader) {
        return cards.findByReaderAndStatus(reader, CardStatus.IN_USE);
    }

    /** Every card a reader has and had, the one in use first, then the newest. */
    @Transactional(readOnly = true)
    public List<ReaderCard> cardsOf(long reader) {
        return cards.findByReaderOrderByIssuedOnDesc(reader).stream()
                .sorted((one, other) ->
                        Boolean.compare(other.status() == CardStatus.IN_USE, one.status() == CardStatus.IN_USE))
                .toList();
    }

    /** The reader who shows this card and knows its PIN. A blocked or expired reader may still look at her account. */
    public Optional<Reader> signIn(CardNumber number, String pin) {
        var reader = cards.find(number)
                .filter(card -> card.status() == CardStatus.IN_USE)
                .flatMap(card -> readers.findById(card.reader()));
        // the same work whether the card exists or not, so that nobody can find out by the clock
        var hash = reader.map(Reader::pinHash).orElse(pins.nobodysHash());
        return pins.matches(pin, hash) ? reader : Optional.empty();
    }
}
