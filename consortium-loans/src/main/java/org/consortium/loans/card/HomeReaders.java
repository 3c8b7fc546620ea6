package org.consortium.loans.card;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.consortium.core.Refusal;
import org.consortium.core.card.CardRefusal;
import org.consortium.core.card.Reader;
import org.consortium.core.card.Readers;
import org.consortium.core.member.Actor;
import org.consortium.core.member.Branches;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Trail;
import org.springframework.stereotype.Component;

/** Readers as their home library may reach them, or they themselves: to anybody else they are not found. */
@Component
class HomeReaders {

    private final Readers readers;
    private final Branches branches;
    private final Trail trail;
    private final Clock clock;

    HomeReaders(Readers readers, Branches branches, Trail trail, Clock clock) {
        this.readers = readers;
        this.branches = branches;
        this.trail = trail;
        this.clock = clock;
    }

    /** Held until the end of the transaction: what is done to one reader and her cards is done one after another. */
    Reader locked(long reader, Actor by) {
        return readers.lockById(reader)
                .filter(found -> mayAct(found, by))
                .orElseThrow(() -> new Refusal(CardRefusal.READER_NOT_FOUND));
    }

    /** The same for what a reader cannot do herself. */
    Reader lockedByStaff(long reader, Actor by) {
        var found = locked(reader, by);
        mustActFor(found.homeLibrary(), by);
        return found;
    }

    Reader required(String alias, LibraryCode home) {
        return readers.findByAlias(alias)
                .filter(found -> found.homeLibrary().equals(home))
                .orElseThrow(() -> new Refusal(CardRefusal.READER_NOT_FOUND));
    }

    private static boolean mayAct(Reader reader, Actor by) {
        return by.is(Actor.Kind.CLOCK)
                || by.actsFor(reader.homeLibrary())
                || by.reader().filter(id -> id == reader.id()).isPresent();
    }

    static void mustActFor(LibraryCode home, Actor by) {
        if (!by.actsFor(home) && !by.is(Actor.Kind.CLOCK)) {
            throw new Refusal(CardRefusal.READER_NOT_FOUND);
        }
    }

    LocalDate today(LibraryCode home) {
        return branches.findByLibraryOrderByCode(home).stream()
                .findFirst()
                .map(branch -> branch.today(clock.instant()))
                .orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    void note(Actor by, String action, Reader reader, String detail) {
        trail.note(by, clock.instant(), action, "reader", reader.id(), reader.homeLibrary(), detail);
    }
}
