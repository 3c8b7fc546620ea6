package org.consortium.loans.card;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.consortium.core.Refusal;
import org.consortium.core.card.CardRefusal;
import org.consortium.core.card.Reader;
import org.consortium.core.card.ReaderCard;
import org.consortium.core.card.ReaderCards;
import org.consortium.core.card.ReaderClass;
import org.consortium.core.card.Readers;
import org.consortium.core.member.Actor;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Branches;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.MemberRefusal;
import org.consortium.core.member.Staff;
import org.consortium.loans.DeskWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where somebody becomes a reader, and what is known of her is kept right: by her home library, and part of it by herself. */
@Service
public class ReaderDesk {

    private final Readers readers;
    private final ReaderCards cards;
    private final CardDesk cardDesk;
    private final HomeReaders home;
    private final Branches branches;
    private final Pins pins;
    private final DeskWork work;
    private final JdbcClient jdbc;

    ReaderDesk(
            Readers readers,
            ReaderCards cards,
            CardDesk cardDesk,
            HomeReaders home,
            Branches branches,
            Pins pins,
            DeskWork work,
            JdbcClient jdbc) {
        this.readers = readers;
        this.cards = cards;
        this.cardDesk = cardDesk;
        this.home = home;
        this.branches = branches;
        this.pins = pins;
        this.work = work;
        this.jdbc = jdbc;
    }

    /** A reader of this library with her first card. */
    public Reader register(Registration fresh, LibraryCode library, Actor by) {
        HomeReaders.mustActFor(library, by);
        var pinHash = pins.hashOf(fresh.pin());
        return work.done(() -> {
            var today = home.today(library);
            cardDesk.mustBeNew(fresh.card());
            CardDesk.mustBeValid(today, fresh.expires());
            var reader = new Reader(library, fresh.name(), fresh.readerClass(), pinHash, today);
            reader.reachedBy(fresh.phone(), fresh.email());
            reader.collectsAt(known(fresh.usualBranch()));
            readers.saveAndFlush(reader);
            cards.saveAndFlush(new ReaderCard(fresh.card(), reader, today, fresh.expires()));
            home.note(by, "reader-registered", reader, fresh.readerClass().name());
            return reader;
        });
    }

    /** Of today and never used: as if it had not been. */
    public void undoRegistration(long reader, Actor by) {
        work.done(() -> {
            var found = home.lockedByStaff(reader, by);
            if (!found.joinedOn().equals(home.today(found.homeLibrary())) || hasBorrowedOrAsked(reader)) {
                throw new Refusal(CardRefusal.REGISTRATION_STANDS);
            }
            cards.deleteAll(cards.findByReaderOrderByIssuedOnDesc(reader));
            cards.flush();
            readers.delete(found);
            readers.flush();
            home.note(by, "reader-registration-undone", found, "");
            return found;
        });
    }

    private boolean hasBorrowedOrAsked(long reader) {
        return jdbc.sql("""
                select exists (select 1 from loan where reader = :reader)
                    or exists (select 1 from request where reader = :reader)
                """).param("reader", reader).query(Boolean.class).single();
    }

    /** A reader of the library this member of staff works for; another is not found. */
    @Transactional(readOnly = true)
    public Reader required(String alias, Staff by) {
        return home.required(alias, by.library());
    }

    /** Everything the home library may change; {@code version} as it was read, or null for any. */
    public Reader edit(
            long reader,
            Long version,
            String name,
            ReaderClass readerClass,
            String phone,
            String email,
            BranchCode usualBranch,
            Actor by) {
        return change(reader, version, "reader-edited", "", by, found -> {
            HomeReaders.mustActFor(found.homeLibrary(), by);
            found.describe(name, readerClass);
            found.reachedBy(phone, email);
            found.collectsAt(known(usualBranch));
        });
    }

    /** Phone, e-mail and the branch where the reader usually collects; each may be empty. */
    public Reader contact(long reader, String phone, String email, BranchCode usualBranch, Actor by) {
        return change(reader, null, "reader-contact-changed", "", by, found -> {
            found.reachedBy(phone, email);
            found.collectsAt(known(usualBranch));
        });
    }

    private BranchCode known(BranchCode branch) {
        return branch == null ? null : branches.required(branch).code();
    }

    /** The reader changes her own PIN and proves the old one. */
    public void changePin(long reader, String oldPin, String newPin, Actor by) {
        change(reader, null, "reader-pin-changed", "", by, found -> {
            if (by.is(Actor.Kind.READER) && !pins.matches(oldPin, found.pinHash())) {
                throw new Refusal(CardRefusal.PIN_WRONG);
            }
            found.changePin(pins.hashOf(newPin));
        });
    }

    /** A PIN by chance for a reader who has forgotten hers; it is told this once and ends her sessions. */
    public String resetPin(long reader, Actor by) {
        var pin = pins.fresh();
        var hash = pins.hashOf(pin);
        change(reader, null, "reader-pin-reset", "", by, found -> {
            HomeReaders.mustActFor(found.homeLibrary(), by);
            found.changePin(hash);
        });
        return pin;
    }

    /** A PIN by chance for who does not choose one herself. */
    public String freshPin() {
        return pins.fresh();
    }

    /** Whether closed loans stay in the reader's account; her choice alone. */
    public void keepHistory(long reader, boolean keep, Actor by) {
        var action = keep ? "reader-history-kept" : "reader-history-not-kept";
        change(reader, null, action, "", by, found -> found.keepHistory(keep));
    }

    /** Every card of hers, at every library, up to and including the day. */
    public Reader block(long reader, Long version, LocalDate until, String reason, Actor by) {
        return change(reader, version, "reader-blocked", until + " " + reason, by, found -> {
            HomeReaders.mustActFor(found.homeLibrary(), by);
            if (until.isBefore(home.today(found.homeLibrary()))) {
                throw new Refusal(CardRefusal.BLOCK_UNTIL_PAST);
            }
            found.block(until, reason);
        });
    }

    public Reader unblock(long reader, Long version, String reason, Actor by) {
        if (reason == null || reason.isBlank()) {
            throw new Refusal(MemberRefusal.REASON_NEEDED);
        }
        return change(reader, version, "reader-unblocked", reason.strip(), by, found -> {
            HomeReaders.mustActFor(found.homeLibrary(), by);
            found.unblock();
        });
    }

    private Reader change(long reader, Long version, String action, String detail, Actor by, Consumer<Reader> verb) {
        return work.done(() -> {
            var found = home.locked(reader, by);
            if (version != null && version != found.version()) {
                throw new Refusal(MemberRefusal.STALE_VERSION);
            }
            verb.accept(found);
            home.note(by, action, found, detail);
            return readers.saveAndFlush(found);
        });
    }
}
