package org.consortium.loans.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.consortium.core.Label;
import org.consortium.core.Paged;
import org.consortium.core.ill.AttemptState;
import org.consortium.core.ill.RequestMove;
import org.consortium.core.ill.RequestNumber;
import org.consortium.core.ill.RequestOutcome;
import org.consortium.core.ill.RequestPhase;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A reader's own requests, as her account shows them. */
@Component
@Transactional(readOnly = true)
public class ReaderRequests {

    private static final int MOST_OPEN = 100;

    private static final String ROWS = """
            select r.number, r.record, u.title, u.byline, r.phase, r.outcome, r.attention, r.pickup, p.name_zh, p.name_en,
              a.state, m.name_zh as lender_zh, m.name_en as lender_en, r.placed_at, r.promised_on, r.ready_until,
              r.cancel_asked_at, r.closed_at, r.any_edition,
              case when r.phase = 'SEEKING' and r.attention is null and a.id is null then (
                select cast(count(*) as integer)
                from request_queued w
                where w.record = r.record and (w.placed_at, w.number) <= (r.placed_at, r.number)) end as position
            from request r
            join union_record u on u.id = r.record
            join branch p on p.code = r.pickup
            left join attempt_going a on a.request = r.number
            left join library m on m.code = a.lender
            """;

    private final JdbcClient jdbc;

    ReaderRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One request.
     *
     * @param lender the library that lends it, once it has said yes
     * @param position how many wait before her, counted from 1, while she waits for a copy to come back
     * @param anyEdition another edition will do as well
     * @param mayCancel whether pressing Cancel does something; from acceptance on it is a question to the lender
     * @param milestones what has happened, oldest first
     */
    public record Row(
            RequestNumber number,
            RecordId record,
            String title,
            String byline,
            RequestPhase phase,
            Optional<RequestOutcome> outcome,
            BranchCode pickupCode,
            Label pickup,
            Optional<Label> lender,
            Instant placedAt,
            Optional<LocalDate> promisedOn,
            Optional<LocalDate> readyUntil,
            Optional<Integer> position,
            boolean anyEdition,
            boolean cancelAsked,
            boolean mayCancel,
            boolean mayChangePickup,
            Optional<Instant> closedAt,
            List<Milestone> milestones) {

        private Row with(List<Milestone> steps) {
            return new Row(
                    number,
                    record,
                    title,
                    byline,
                    phase,
                    outcome,
                    pickupCode,
                    pickup,
                    lender,
                    placedAt,
                    promisedOn,
                    readyUntil,
                    position,
                    anyEdition,
                    cancelAsked,
                    mayCancel,
                    mayChangePickup,
                    closedAt,
                    steps);
        }
    }

    /** @param move as in {@code Step}: place, accept, pick, send, receive … */
    public record Milestone(String move, Instant at) {}

    /** What is under way: ready ones first, then in the order they were placed. */
    public List<Row> open(long reader) {
        var bare = jdbc.sql(ROWS + """
                where r.reader = :reader and r.phase <> 'CLOSED'
                order by r.phase <> 'READY', r.placed_at, r.number
                limit :size
                """)
                .param("reader", reader)
                .param("size", MOST_OPEN)
                .query(ReaderRequests::row)
                .list();
        return withMilestones(bare);
    }

    /** Which of a reader's requests this library has to do with, as borrower or as somebody asked, so that its staff may open them. */
    public Set<RequestNumber> concerning(long reader, LibraryCode library) {
        return jdbc.sql("""
                select r.number
                from request r
                where r.reader = :reader
                  and (r.borrower = :library
                    or exists (select 1 from attempt a where a.request = r.number and a.lender = :library))
                """)
                .param("reader", reader)
                .param("library", library.value())
                .query((row, n) -> new RequestNumber(row.getString("number")))
                .set();
    }

    /** What is over, newest first. */
    public Paged<Row> closed(long reader, int page, int size) {
        int most = Math.min(size, Paged.LARGEST);
        long total = jdbc.sql("select count(*) from request where reader = :reader and phase = 'CLOSED'")
                .param("reader", reader)
                .query(Long.class)
                .single();
        var bare = jdbc.sql(ROWS + """
                where r.reader = :reader and r.phase = 'CLOSED'
                order by r.closed_at desc, r.number desc
                limit :size offset :skip
                """)
                .param("reader", reader)
                .param("size", most)
                .param("skip", (long) page * most)
                .query(ReaderRequests::row)
                .list();
        return new Paged<>(withMilestones(bare), total, page, most);
    }

    /** Her place in the queue, from 1, or nothing while she is not waiting for a copy to come back. */
    public Optional<Integer> position(RequestNumber number) {
        return jdbc.sql(ROWS + " where r.number = :number")
                .param("number", number.value())
                .query(ReaderRequests::row)
                .optional()
                .flatMap(Row::position);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var state = Optional.ofNullable(row.getString("state")).map(AttemptState::valueOf);
        var phase = RequestPhase.valueOf(row.getString("phase"));
        var promised =
                phase != RequestPhase.SEEKING && phase != RequestPhase.REVIEW && row.getString("lender_zh") != null;
        var cancelAsked = row.getObject("cancel_asked_at") != null;
        return new Row(
                new RequestNumber(row.getString("number")),
                new RecordId(row.getString("record")),
                row.getString("title"),
                row.getString("byline"),
                phase,
                Optional.ofNullable(row.getString("outcome")).map(RequestOutcome::valueOf),
                new BranchCode(row.getString("pickup")),
                new Label(row.getString("name_zh"), row.getString("name_en")),
                promised
                        ? Optional.of(new Label(row.getString("lender_zh"), row.getString("lender_en")))
                        : Optional.empty(),
                instant(row, "placed_at").orElseThrow(),
                Optional.ofNullable(row.getObject("promised_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("ready_until", LocalDate.class)),
                Optional.ofNullable(row.getObject("position", Integer.class)),
                row.getBoolean("any_edition"),
                cancelAsked && phase != RequestPhase.CLOSED,
                phase != RequestPhase.CLOSED
                        && !cancelAsked
                        && state.map(ReaderRequests::mayCancel).orElse(true),
                phase == RequestPhase.SEEKING || phase == RequestPhase.REVIEW,
                instant(row, "closed_at"),
                List.of());
    }

    private static boolean mayCancel(AttemptState state) {
        return RequestMove.WITHDRAW.startsFrom(state)
                || RequestMove.AGREE_CANCEL.startsFrom(state)
                || state == AttemptState.RECEIVED;
    }

    private List<Row> withMilestones(List<Row> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        Map<String, List<Milestone>> steps = jdbc
                .sql(
                        "select request, move, at from request_step where request in (:numbers) order by request, position")
                .param("numbers", rows.stream().map(row -> row.number().value()).toList())
                .query((row, n) -> Map.entry(
                        row.getString("request"),
                        new Milestone(row.getString("move"), instant(row, "at").orElseThrow())))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return rows.stream()
                .map(row -> row.with(steps.getOrDefault(row.number().value(), List.of())))
                .toList();
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
