package org.consortium.loans.proposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.consortium.core.Label;
import org.consortium.core.Paged;
import org.consortium.core.Refusal;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Isbn;
import org.consortium.core.union.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was proposed: a reader sees her own, a library those made to it. */
@Component
@Transactional(readOnly = true)
public class Proposals {

    private static final int MOST_OF_A_READER = 100;

    private static final String ROWS = """
            select p.*, l.name_zh, l.name_en, r.alias, record_now(p.record) as there,
                   (select count(*) from proposal o
                     where o.library = p.library and o.state = 'OPEN' and o.number <> p.number
                       and (o.isbn = p.isbn or lower(o.title) = lower(p.title))) as others
            from proposal p
            join library l on l.code = p.library
            left join reader r on r.id = p.reader
            """;

    private final JdbcClient jdbc;

    Proposals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One proposal.
     *
     * @param alias what stands for the reader; the library need not know who wants to read what
     * @param others open proposals of the same title to the same library
     * @param record where a library has it, as it is known today
     */
    public record Row(
            ProposalNumber number,
            LibraryCode library,
            Label libraryName,
            Optional<String> alias,
            Proposed what,
            Instant madeAt,
            ProposalState state,
            String answer,
            Optional<RecordId> record,
            Optional<Instant> answeredAt,
            int others) {

        public boolean isOpen() {
            return state == ProposalState.OPEN;
        }
    }

    /** A reader's own, the newest first. */
    public List<Row> of(long reader) {
        return jdbc.sql(ROWS + " where p.reader = :reader order by p.made_at desc, p.number desc limit :most")
                .param("reader", reader)
                .param("most", MOST_OF_A_READER)
                .query(Proposals::row)
                .list();
    }

    /** One made to this library; another's is not found. */
    public Row required(ProposalNumber number, LibraryCode library) {
        return jdbc.sql(ROWS + " where p.number = :number and p.library = :library")
                .param("number", number.value())
                .param("library", library.value())
                .query(Proposals::row)
                .optional()
                .orElseThrow(() -> new Refusal(ProposalRefusal.PROPOSAL_NOT_FOUND));
    }

    /** Those that wait, the oldest first; or those that were answered, the last first. */
    public Paged<Row> to(LibraryCode library, boolean open, int page, int size) {
        var which = " where p.library = :library and (p.state = 'OPEN') = :open";
        long total = jdbc.sql("select count(*) from proposal p" + which)
                .param("library", library.value())
                .param("open", open)
                .query(Long.class)
                .single();
        var rows = jdbc.sql(ROWS + which
                        + (open ? " order by p.made_at, p.number" : " order by p.answered_at desc, p.number desc")
                        + " limit :size offset :skip")
                .param("library", library.value())
                .param("open", open)
                .param("size", size)
                .param("skip", (long) page * size)
                .query(Proposals::row)
                .list();
        return new Paged<>(rows, total, page, size);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var isbn = row.getString("isbn");
        var answered = row.getObject("answered_at", OffsetDateTime.class);
        return new Row(
                new ProposalNumber(row.getString("number")),
                new LibraryCode(row.getString("library")),
                new Label(row.getString("name_zh"), row.getString("name_en")),
                Optional.ofNullable(row.getString("alias")),
                new Proposed(
                        row.getString("title"),
                        row.getString("author"),
                        isbn == null ? null : new Isbn(isbn),
                        row.getString("reason")),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                ProposalState.valueOf(row.getString("state")),
                row.getString("answer"),
                Optional.ofNullable(row.getString("there")).map(RecordId::new),
                Optional.ofNullable(answered).map(OffsetDateTime::toInstant),
                row.getInt("others"));
    }
}
