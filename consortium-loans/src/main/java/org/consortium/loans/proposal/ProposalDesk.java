package org.consortium.loans.proposal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.consortium.core.Refusal;
import org.consortium.core.card.Reader;
import org.consortium.core.member.Staff;
import org.consortium.core.member.Trail;
import org.consortium.core.union.RecordId;
import org.consortium.core.union.UnionRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a reader proposes a title to her home library, and the library answers. */
@Service
@Transactional
public class ProposalDesk {

    /** Of one reader, not answered yet. */
    private static final int MOST_OPEN = 20;

    private final UnionRecords records;
    private final Trail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    ProposalDesk(UnionRecords records, Trail trail, JdbcClient jdbc, Clock clock) {
        this.records = records;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public ProposalNumber propose(Proposed what, Reader by) {
        int open = count("select count(*) from proposal where reader = :reader and state = 'OPEN'", by, what);
        if (open >= MOST_OPEN) {
            throw new Refusal(ProposalRefusal.PROPOSALS_TOO_MANY, MOST_OPEN);
        }
        int same = count("""
                select count(*) from proposal
                where reader = :reader and state = 'OPEN'
                  and (isbn = :isbn or lower(title) = lower(:title) and lower(author) = lower(:author))
                """, by, what);
        if (same > 0) {
            throw new Refusal(ProposalRefusal.PROPOSAL_MADE);
        }
        var now = clock.instant();
        long running =
                jdbc.sql("select nextval('proposal_number')").query(Long.class).single();
        var number = ProposalNumber.of(LocalDate.ofInstant(now, ZoneOffset.UTC), running);
        jdbc.sql("""
                insert into proposal (number, reader, library, title, author, isbn, reason, made_at, state)
                values (:number, :reader, :library, :title, :author, :isbn, :reason, :now, 'OPEN')
                """)
                .param("number", number.value())
                .param("reader", by.id())
                .param("library", by.homeLibrary().value())
                .param("title", what.title())
                .param("author", what.author())
                .param("isbn", isbn(what))
                .param("reason", what.reason())
                .param("now", at(now))
                .update();
        return number;
    }

    private int count(String sql, Reader by, Proposed what) {
        return jdbc.sql(sql)
                .param("reader", by.id())
                .param("isbn", isbn(what))
                .param("title", what.title())
                .param("author", what.author())
                .query(Integer.class)
                .single();
    }

    private static String isbn(Proposed what) {
        return what.knownIsbn().map(isbn -> isbn.value()).orElse(null);
    }

    /** While nobody has answered it. */
    public void withdraw(ProposalNumber number, Reader by) {
        int gone = jdbc.sql("delete from proposal where number = :number and reader = :reader and state = 'OPEN'")
                .param("number", number.value())
                .param("reader", by.id())
                .update();
        if (gone == 0) {
            throw new Refusal(ProposalRefusal.PROPOSAL_NOT_FOUND);
        }
    }

    /**
     * The library's answer; the reader is told.
     *
     * @param text why it is not ordered; with another answer it may be empty
     * @param there the record, where a library has it; else null
     */
    public void answer(ProposalNumber number, ProposalState answer, String text, RecordId there, Staff by) {
        var state = jdbc.sql("select state from proposal where number = :number and library = :library for update")
                .param("number", number.value())
                .param("library", by.library().value())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new Refusal(ProposalRefusal.PROPOSAL_NOT_FOUND));
        if (!state.equals(ProposalState.OPEN.name())) {
            throw new Refusal(ProposalRefusal.PROPOSAL_ANSWERED);
        }
        var said = Proposed.clean(text, Proposed.LONGEST_REASON);
        if (answer == ProposalState.NOT_ORDERED && said.isEmpty()) {
            throw new Refusal(ProposalRefusal.PROPOSAL_REASON);
        }
        if (answer == ProposalState.OPEN || answer == ProposalState.THERE && there == null) {
            throw new Refusal(ProposalRefusal.PROPOSAL_RECORD);
        }
        var now = clock.instant();
        jdbc.sql("""
                update proposal
                set state = :state, answer = :answer, record = :record, answered_at = :now, answered_by = :by
                where number = :number
                """)
                .param("state", answer.name())
                .param("answer", said)
                .param(
                        "record",
                        answer == ProposalState.THERE
                                ? records.required(there).id().value()
                                : null)
                .param("now", at(now))
                .param("by", by.id())
                .param("number", number.value())
                .update();
        tell(number, now);
        trail.note(by.actor(), now, "proposal-answered", "proposal", number, by.library(), answer.name());
    }

    private void tell(ProposalNumber number, Instant now) {
        jdbc.sql("""
                insert into notice (reader, kind, record, proposal, made_at)
                select reader, 'PROPOSAL_ANSWERED', record, number, :now
                from proposal
                where number = :number and reader is not null
                """).param("number", number.value()).param("now", at(now)).update();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
