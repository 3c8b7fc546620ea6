package org.consortium.loans.card;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consortium.core.Refusal;
import org.consortium.core.card.CardNumber;
import org.consortium.core.card.CardRefusal;
import org.consortium.core.card.CardStatus;
import org.consortium.core.card.Reader;
import org.consortium.core.card.ReaderCard;
import org.consortium.core.card.ReaderCards;
import org.consortium.core.card.ReaderClass;
import org.consortium.core.card.Readers;
import org.consortium.core.member.Actor;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Branches;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Trail;
import org.consortium.loans.DeskWork;
import org.springframework.data.domain.Limit;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where readers are registered and their cards looked after: at their home library, for every desk of the consortium. */
@Service
public class CardDesk {

    /** Six to twelve digits. */
    private static final Pattern PIN = Pattern.compile("\\d{6,12}");

    private static final int MOST_FOUND = 20;

    private final Readers readers;
    private final ReaderCards cards;
    private final Branches branches;
    private final PasswordEncoder pins;
    private final Trail trail;
    private final DeskWork work;
    private final Clock clock;
    private final String nobodysHash;

    CardDesk(
            Readers readers,
            ReaderCards cards,
            Branches branches,
            PasswordEncoder pins,
            Trail trail,
            DeskWork work,
            Clock clock) {
        this.readers = readers;
        this.cards = cards;
        this.branches = branches;
        this.pins = pins;
        this.trail = trail;
        this.work = work;
        this.clock = clock;
        this.nobodysHash = pins.encode("000000");
    }

    public Reader register(
            CardNumber number,
            LibraryCode home,
            String name,
            ReaderClass readerClass,
            String pin,
            LocalDate expires,
            Actor by) {
        mustActFor(home, by);
        var pinHash = hashOf(pin);
        return work.done(() -> {
            mustBeNew(number);
            var reader = readers.saveAndFlush(new Reader(home, name, readerClass, pinHash, today(home)));
            cards.saveAndFlush(new ReaderCard(number, reader, today(home), expires));
            note(by, "reader-registered", reader, readerClass.name());
            return reader;
        });
    }

    /** Phone, e-mail and the branch where the reader usually collects; each may be empty. */
    @Transactional
    public Reader contact(long reader, String phone, String email, BranchCode usualBranch, Actor by) {
        var found = requiredOf(reader, by);
        found.reachedBy(phone, email);
        found.collectsAt(
                usualBranch == null ? null : branches.required(usualBranch).code());
        note(by, "reader-contact-changed", found, "");
        return readers.save(found);
    }

    /** The reader changes her own PIN and proves the old one. */
    @Transactional
    public void changePin(long reader, String oldPin, String newPin, Actor by) {
        var found = requiredOf(reader, by);
        if (by.is(Actor.Kind.READER) && !pins.matches(oldPin == null ? "" : oldPin, found.pinHash())) {
            throw new Refusal(CardRefusal.PIN_WRONG);
        }
        found.changePin(hashOf(newPin));
        readers.save(found);
        note(by, "reader-pin-changed", found, "");
    }

    /** Whether closed loans stay in the reader's account; her choice alone. */
    @Transactional
    public void keepHistory(long reader, boolean keep, Actor by) {
        var found = requiredOf(reader, by);
        found.keepHistory(keep);
        readers.save(found);
        note(by, keep ? "reader-history-kept" : "reader-history-not-kept", found, "");
    }

    /** From now on nobody can use this card; a lost number is never given again. */
    @Transactional
    public void reportLost(CardNumber number, Actor by) {
        var card = cards.required(number);
        var reader = requiredOf(card.reader(), by);
        if (card.status() != CardStatus.LOST) {
            card.reportLost();
            cards.save(card);
            note(by, "card-lost", reader, "");
        }
    }

    /** A new card for the same reader; the one in use, if any, stops working. */
    @Transactional
    public ReaderCard replace(long reader, CardNumber number, LocalDate expires, Actor by) {
        var found = requiredOf(reader, by);
        mustBeNew(number);
        cards.findByReaderAndStatus(reader, CardStatus.IN_USE).ifPresent(old -> {
            old.replace();
            cards.saveAndFlush(old);
        });
        note(by, "card-replaced", found, "");
        return cards.saveAndFlush(new ReaderCard(number, found, today(found.homeLibrary()), expires));
    }

    /** The same card for longer. */
    @Transactional
    public ReaderCard renew(CardNumber number, LocalDate until, Actor by) {
        var card = cards.required(number);
        var reader = requiredOf(card.reader(), by);
        card.renew(until);
        note(by, "card-renewed", reader, until.toString());
        return cards.save(card);
    }

    @Transactional
    public void block(long reader, LocalDate until, String reason, Actor by) {
        var found = requiredOf(reader, by);
        found.block(until, reason);
        readers.save(found);
        note(by, "reader-blocked", found, until.toString());
    }

    @Transactional
    public void unblock(long reader, Actor by) {
        var found = requiredOf(reader, by);
        found.unblock();
        readers.save(found);
        note(by, "reader-unblocked", found, "");
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

    /** Readers of this library whose name contains the text, at most twenty. */
    @Transactional(readOnly = true)
    public List<Reader> findByName(LibraryCode home, String text) {
        var wanted = text == null ? "" : text.strip();
        return wanted.isEmpty()
                ? List.of()
                : readers.findByHomeLibraryAndNameContainingOrderByName(home, wanted, Limit.of(MOST_FOUND));
    }

    /** The reader who shows this card and knows its PIN. A blocked or expired reader may still look at her account. */
    public Optional<Reader> signIn(CardNumber number, String pin) {
        var reader = cards.find(number)
                .filter(card -> card.status() == CardStatus.IN_USE)
                .flatMap(card -> readers.findById(card.reader()));
        // the same work whether the card exists or not, so that nobody can find out by the clock
        var hash = reader.map(Reader::pinHash).orElse(nobodysHash);
        return pins.matches(pin == null ? "" : pin, hash) ? reader : Optional.empty();
    }

    /** A reader of the acting library, or the acting reader herself; another is not found. */
    private Reader requiredOf(long reader, Actor by) {
        return readers.findById(reader)
                .filter(found -> by.is(Actor.Kind.CLOCK)
                        || by.actsFor(found.homeLibrary())
                        || by.reader().filter(id -> id == reader).isPresent())
                .orElseThrow(() -> new Refusal(CardRefusal.READER_NOT_FOUND));
    }

    private static void mustActFor(LibraryCode home, Actor by) {
        if (!by.actsFor(home) && !by.is(Actor.Kind.CLOCK)) {
            throw new Refusal(CardRefusal.READER_NOT_FOUND);
        }
    }

    private void mustBeNew(CardNumber number) {
        if (cards.find(number).isPresent()) {
            throw new Refusal(CardRefusal.CARD_NUMBER_TAKEN, number);
        }
    }

    private String hashOf(String pin) {
        if (pin == null || !PIN.matcher(pin).matches()) {
            throw new Refusal(CardRefusal.PIN_FORM);
        }
        return pins.encode(pin);
    }

    private LocalDate today(LibraryCode home) {
        return branches.findByLibraryOrderByCode(home).stream()
                .findFirst()
                .map(branch -> branch.today(clock.instant()))
                .orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private void note(Actor by, String action, Reader reader, String detail) {
        trail.note(by, clock.instant(), action, "reader", reader.id(), reader.homeLibrary(), detail);
    }
}
