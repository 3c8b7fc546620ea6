package org.consortium.loans.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.consortium.core.Label;
import org.consortium.core.card.CardNumber;
import org.consortium.core.card.Reader;
import org.consortium.core.card.ReaderCards;
import org.consortium.core.card.Readers;
import org.consortium.core.ill.RequestNumber;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Branches;
import org.consortium.core.member.Libraries;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Staff;
import org.consortium.core.member.Trail;
import org.consortium.core.policy.Policy;
import org.consortium.loans.card.ReaderStanding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows the reader whose card lies on the desk. */
@Component
class DeskReaders {

    private static final Duration ONE_VISIT = Duration.ofMinutes(30);

    private final ReaderCards cards;
    private final Readers readers;
    private final Branches branches;
    private final Libraries libraries;
    private final ReaderStanding standing;
    private final ReaderLoans loans;
    private final Policy policy;
    private final Trail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    DeskReaders(
            ReaderCards cards,
            Readers readers,
            Branches branches,
            Libraries libraries,
            ReaderStanding standing,
            ReaderLoans loans,
            Policy policy,
            Trail trail,
            JdbcClient jdbc,
            Clock clock) {
        this.cards = cards;
        this.readers = readers;
        this.branches = branches;
        this.libraries = libraries;
        this.standing = standing;
        this.loans = loans;
        this.policy = policy;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    DeskReader reader(CardNumber number, BranchCode at, Staff by) {
        var here = branches.required(at, by.library());
        var card = cards.required(number);
        var reader = readers.required(card.reader());
        noteLookFromOutside(reader, by);
        var hers = loans.open(reader.id());
        return new DeskReader(
                reader.id(),
                Optional.of(reader)
                        .filter(somebody -> somebody.homeLibrary().equals(by.library()))
                        .map(Reader::alias),
                card.number(),
                reader.name(),
                reader.readerClass(),
                libraries.required(reader.homeLibrary()).name(),
                card.expiresOn(),
                standing.refusals(reader, card, here.today(clock.instant())),
                hers,
                policy.mostLoans(reader),
                hers.stream().findFirst().map(ReaderLoans.Row::due).orElse(null),
                standing.commitments(reader.id()).requests(),
                ready(reader.id(), by.library()));
    }

    private void noteLookFromOutside(Reader reader, Staff by) {
        if (!reader.homeLibrary().equals(by.library()) && !hasLookedLately(reader, by)) {
            trail.note(
                    by.actor(), clock.instant(), "reader-looked-at", "reader", reader.id(), reader.homeLibrary(), "");
        }
    }

    /** While she is served the desk shows her again after every scan: that is one look. */
    private boolean hasLookedLately(Reader reader, Staff by) {
        return jdbc.sql("""
                select exists (
                  select 1 from trail
                  where subject_kind = 'reader' and subject = :reader and action = 'reader-looked-at'
                    and actor_id = :staff and at > :since)
                """)
                .param("reader", String.valueOf(reader.id()))
                .param("staff", by.id())
                .param("since", OffsetDateTime.ofInstant(clock.instant().minus(ONE_VISIT), ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    private List<DeskReader.Ready> ready(long reader, LibraryCode library) {
        return jdbc.sql("""
                select r.number, u.title, c.barcode, b.name_zh, b.name_en, r.ready_until
                from request r
                join attempt a on a.request = r.number and a.state = 'RECEIVED'
                join copy c on c.id = a.copy
                join union_record u on u.id = r.record
                join branch b on b.code = r.pickup
                where r.reader = :reader and r.borrower = :library and r.phase = 'READY'
                order by r.ready_until, r.number
                """)
                .param("reader", reader)
                .param("library", library.value())
                .query((row, n) -> new DeskReader.Ready(
                        new RequestNumber(row.getString("number")),
                        row.getString("title"),
                        row.getString("barcode"),
                        new Label(row.getString("name_zh"), row.getString("name_en")),
                        row.getObject("ready_until", LocalDate.class)))
                .list();
    }
}
