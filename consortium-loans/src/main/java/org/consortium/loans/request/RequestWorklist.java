package org.consortium.loans.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.consortium.core.Label;
import org.consortium.core.Paged;
import org.consortium.core.Typed;
import org.consortium.core.ill.AttemptState;
import org.consortium.core.ill.Attention;
import org.consortium.core.ill.RequestNumber;
import org.consortium.core.ill.RequestOutcome;
import org.consortium.core.ill.RequestPhase;
import org.consortium.core.member.LibraryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What there is to do with requests at one library, a tab for each thing to do, the most urgent first. The lender sees
 * the reader's alias; her name is shown to the library where she collects.
 */
@Component
@Transactional(readOnly = true)
public class RequestWorklist {

    private final JdbcClient jdbc;

    RequestWorklist(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One thing to do. The condition says which requests stand there; the order, which comes first. */
    public enum Tab {
        /** A reader's request, or the question whether it may be cancelled, waits for our yes or no. */
        TO_ANSWER("""
                a.lender = :library and (a.state in ('ASKED', 'CONDITION_ANSWERED')
                  or a.state in ('ACCEPTED', 'PICKED') and r.cancel_asked_at is not null)""", "a.answer_by, r.number"),
        TO_PICK("a.lender = :library and a.state = 'ACCEPTED'", "c.shelf, c.call_number, r.number"),
        TO_SEND("a.lender = :library and a.state = 'PICKED'", "r.pickup, r.number"),
        ARRIVING("r.borrower = :library and a.state = 'SENT'", "r.promised_on, r.number"),
        READY("r.borrower = :library and a.state = 'RECEIVED'", "r.ready_until, r.number"),
        WITH_READERS("r.borrower = :library and a.state = 'LENT'", "l.due_on, r.number"),
        GOING_BACK("a.state = 'SENT_HOME' and (a.lender = :library or r.borrower = :library)", "r.number"),
        ATTENTION("r.borrower = :library and r.attention is not null", "r.placed_at, r.number"),
        CLOSED("""
                r.borrower = :library or exists (
                  select 1 from attempt x
                  where x.request = r.number and x.lender = :library and x.state in ('HOME', 'PASSED_ON', 'LOST'))""", "r.closed_at desc, r.number desc");

        private final String condition;
        private final String order;

        Tab(String condition, String order) {
            this.condition = condition;
            this.order = order;
        }

        /** Its name in addresses and message keys: {@code to-answer}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One request as its tab shows it.
     *
     * @param reader name or alias of the reader; empty where she is forgotten
     * @param state of the attempt that is going, or null
     * @param answerBy when silence counts as a no
     * @param due when the loan is due, while it is with the reader
     */
    public record Row(
            RequestNumber number,
            long version,
            String title,
            String byline,
            String callNumber,
            String shelf,
            String barcode,
            String reader,
            Label pickup,
            Label borrower,
            Label lender,
            AttemptState state,
            RequestPhase phase,
            Optional<RequestOutcome> outcome,
            Optional<Attention> attention,
            boolean cancelAsked,
            Instant placedAt,
            Instant answerBy,
            LocalDate promisedOn,
            LocalDate readyUntil,
            LocalDate due,
            Instant closedAt) {}

    /** How many requests stand in each tab; closed ones are not counted. */
    public Map<Tab, Integer> counts(LibraryCode library) {
        var counts = new EnumMap<Tab, Integer>(Tab.class);
        for (var tab : Tab.values()) {
            if (tab != Tab.CLOSED) {
                counts.put(tab, (int) count(library, tab, ""));
            }
        }
        return counts;
    }

    /** How many requests a query finds in each tab, the closed ones, too. */
    public Map<Tab, Integer> found(LibraryCode library, String query) {
        var counts = new EnumMap<Tab, Integer>(Tab.class);
        for (var tab : Tab.values()) {
            counts.put(tab, (int) count(library, tab, query));
        }
        return counts;
    }

    /** One page of a tab; {@code query} narrows it to a request number, barcode, title or reader. */
    public Paged<Row> rows(LibraryCode library, Tab tab, String query, int page, int size) {
        var items = jdbc.sql("""
                select r.number, r.version, u.title, u.byline, c.call_number, c.shelf, c.barcode,
                       case when r.borrower = :library then rd.name else rd.alias end as reader,
                       p.name_zh as pickup_zh, p.name_en as pickup_en, b.name_zh as borrower_zh, b.name_en as borrower_en,
                       m.name_zh as lender_zh, m.name_en as lender_en,
                       a.state, a.answer_by, r.phase, r.outcome, r.attention, r.cancel_asked_at, r.placed_at,
                       r.promised_on, r.ready_until, l.due_on, r.closed_at
                """ + from(tab) + " order by " + tab.order + " limit :size offset :skip")
                .param("library", library.value())
                .param("query", like(query))
                .param("size", size)
                .param("skip", (long) page * size)
                .query(RequestWorklist::row)
                .list();
        return new Paged<>(items, count(library, tab, query), page, size);
    }

    private long count(LibraryCode library, Tab tab, String query) {
        return jdbc.sql("select count(*) " + from(tab))
                .param("library", library.value())
                .param("query", like(query))
                .query(Long.class)
                .single();
    }

    private static String from(Tab tab) {
        return """
                from request r
                join union_record u on u.id = r.record
                join branch p on p.code = r.pickup
                join library b on b.code = r.borrower
                left join attempt_going a on a.request = r.number
                left join library m on m.code = a.lender
                left join copy c on c.id = a.copy
                left join reader rd on rd.id = r.reader
                left join loan l on l.id = r.loan
                where r.phase %s 'CLOSED' and (%s)
                  and (cast(:query as varchar) is null or r.number ilike :query or c.barcode ilike :query or u.title ilike :query
                    or (case when r.borrower = :library then rd.name else rd.alias end) ilike :query)
                """.formatted(tab == Tab.CLOSED ? "=" : "<>", tab.condition);
    }

    /** For {@code ilike}; what would be a pattern is taken as it was typed. */
    private static String like(String query) {
        if (query == null || query.isBlank()) {
            return null;
        }
        return "%"
                + Typed.narrow(query).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new RequestNumber(row.getString("number")),
                row.getLong("version"),
                row.getString("title"),
                row.getString("byline"),
                text(row, "call_number"),
                text(row, "shelf"),
                text(row, "barcode"),
                text(row, "reader"),
                new Label(row.getString("pickup_zh"), row.getString("pickup_en")),
                new Label(row.getString("borrower_zh"), row.getString("borrower_en")),
                row.getString("lender_zh") == null
                        ? null
                        : new Label(row.getString("lender_zh"), row.getString("lender_en")),
                row.getString("state") == null ? null : AttemptState.valueOf(row.getString("state")),
                RequestPhase.valueOf(row.getString("phase")),
                Optional.ofNullable(row.getString("outcome")).map(RequestOutcome::valueOf),
                Optional.ofNullable(row.getString("attention")).map(Attention::valueOf),
                row.getObject("cancel_asked_at") != null,
                instant(row, "placed_at"),
                instant(row, "answer_by"),
                row.getObject("promised_on", LocalDate.class),
                row.getObject("ready_until", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                instant(row, "closed_at"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        var value = row.getString(column);
        return value == null ? "" : value;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** What is to be fetched from the shelves of a library, in the order of the shelves, with where it goes. */
    public List<Row> pickList(LibraryCode library) {
        return rows(library, Tab.TO_PICK, "", 0, Paged.LARGEST).items();
    }
}
