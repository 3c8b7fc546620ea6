package org.consortium.loans.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.consortium.core.Label;
import org.consortium.core.Paged;
import org.consortium.core.Refusal;
import org.consortium.core.card.Readers;
import org.consortium.core.loan.Loans;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Branches;
import org.consortium.core.union.Barcode;
import org.consortium.core.union.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a reader has in hand, and what she had, if she wants that kept. */
@Service
public class ReaderLoans {

    private static final int MOST_OPEN = 300;

    private final JdbcClient jdbc;
    private final Renewals renewals;
    private final Loans loans;
    private final Readers readers;
    private final Branches branches;
    private final Clock clock;

    ReaderLoans(JdbcClient jdbc, Renewals renewals, Loans loans, Readers readers, Branches branches, Clock clock) {
        this.jdbc = jdbc;
        this.renewals = renewals;
        this.loans = loans;
        this.readers = readers;
        this.branches = branches;
        this.clock = clock;
    }

    /**
     * One book in hand.
     *
     * @param owner the library it belongs to
     * @param daysLeft days until it is due; negative when overdue
     * @param renewable the day it would be due after a renewal, where one is possible
     * @param whyNot why it cannot be renewed, where it cannot
     */
    public record Row(
            long loan,
            RecordId record,
            String title,
            String byline,
            Barcode barcode,
            String callNumber,
            Label owner,
            LocalDate due,
            long daysLeft,
            int renewals,
            Optional<LocalDate> renewable,
            Optional<Refusal> whyNot) {

        public boolean isOverdue() {
            return daysLeft < 0;
        }
    }

    /** Open loans, the first due first. */
    @Transactional(readOnly = true)
    public List<Row> open(long reader) {
        var asking = renewals.asking(readers.required(reader), clock.instant());
        return jdbc
                .sql("""
                select l.id, l.copy, l.due_on, l.renewals, l.lent_at_branch, c.barcode, c.call_number, u.id as record, u.title,
                  u.byline, o.name_zh, o.name_en
                from loan l
                join copy c on c.id = l.copy
                join union_record u on u.id = c.record
                join library o on o.code = l.owner
                where l.reader = :reader and l.back_at is null
                order by l.due_on, l.id
                limit :most
                """)
                .param("reader", reader)
                .param("most", MOST_OPEN)
                .query((row, n) -> new Bare(
                        row.getLong("id"),
                        new RecordId(row.getString("record")),
                        row.getString("title"),
                        row.getString("byline"),
                        new Barcode(row.getString("barcode")),
                        row.getString("call_number"),
                        new Label(row.getString("name_zh"), row.getString("name_en")),
                        row.getObject("due_on", LocalDate.class),
                        row.getInt("renewals"),
                        new BranchCode(row.getString("lent_at_branch"))))
                .list()
                .stream()
                .map(bare -> whole(bare, asking, reader))
                .toList();
    }

    private record Bare(
            long loan,
            RecordId record,
            String title,
            String byline,
            Barcode barcode,
            String callNumber,
            Label owner,
            LocalDate due,
            int renewals,
            BranchCode lentAt) {}

    private Row whole(Bare bare, Renewals.Asking asking, long reader) {
        var today = branches.required(bare.lentAt()).today(clock.instant());
        var answer = asking.about(loans.required(bare.loan(), reader));
        return new Row(
                bare.loan(),
                bare.record(),
                bare.title(),
                bare.byline(),
                bare.barcode(),
                bare.callNumber(),
                bare.owner(),
                bare.due(),
                bare.due().toEpochDay() - today.toEpochDay(),
                bare.renewals(),
                answer.newDue(),
                answer.no());
    }

    /** A loan that is over. */
    public record Past(RecordId record, String title, String byline, Instant lentAt, Instant backAt) {}

    /** Closed loans, newest first; empty unless the reader wants her history kept. */
    @Transactional(readOnly = true)
    public Paged<Past> past(long reader, int page, int size) {
        if (!readers.required(reader).keepsHistory()) {
            return new Paged<>(List.of(), 0, page, size);
        }
        long total = jdbc.sql("select count(*) from loan where reader = :reader and end_state = 'RETURNED'")
                .param("reader", reader)
                .query(Long.class)
                .single();
        var items = jdbc.sql("""
                select u.id, u.title, u.byline, l.lent_at, l.back_at
                from loan l
                join copy c on c.id = l.copy
                join union_record u on u.id = c.record
                where l.reader = :reader and l.end_state = 'RETURNED'
                order by l.back_at desc, l.id desc
                limit :size offset :skip
                """)
                .param("reader", reader)
                .param("size", Math.min(size, Paged.LARGEST))
                .param("skip", (long) page * size)
                .query((row, n) -> new Past(
                        new RecordId(row.getString("id")),
                        row.getString("title"),
                        row.getString("byline"),
                        row.getObject("lent_at", OffsetDateTime.class).toInstant(),
                        row.getObject("back_at", OffsetDateTime.class).toInstant()))
                .list();
        return new Paged<>(items, total, page, size);
    }
}
