package org.consortium.loans.notice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.consortium.core.Label;
import org.consortium.core.ill.RequestNumber;
import org.consortium.core.union.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a reader has been told, as her account shows it. */
@Component
public class ReaderNotices {

    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    ReaderNotices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One notice.
     *
     * @param branch the pickup branch, or the one that lent it
     * @param day what it means depends on the kind
     * @param found what a search of hers has found, of which the record is the newest
     */
    public record Row(
            NoticeKind kind,
            Optional<RecordId> record,
            String title,
            Optional<RequestNumber> request,
            Optional<Label> branch,
            Optional<LocalDate> day,
            Optional<Found> found,
            Instant madeAt,
            boolean seen) {}

    /** @param handle what her search is called in its address */
    public record Found(String handle, String name, int many) {}

    /** Newest first, at most fifty. */
    @Transactional(readOnly = true)
    public List<Row> of(long reader) {
        return rows("n.reader = :of and s.taken_at is null", reader);
    }

    /** What a letter tells. */
    List<Row> ofMail(long mail) {
        return rows("n.mail = :of and s.taken_at is null", mail);
    }

    private List<Row> rows(String which, long of) {
        return jdbc.sql("""
                select n.kind, n.record, coalesce(p.title, u.title) as title, n.request, b.name_zh, b.name_en, n.day, n.made_at, n.seen_at,
                       n.many, s.handle, s.name as search
                from notice n
                left join union_record u on u.id = n.record
                left join proposal p on p.number = n.proposal
                left join branch b on b.code = n.branch
                left join saved_search s on s.id = n.search
                where %s
                order by n.made_at desc, n.id desc
                limit :most
                """.formatted(which))
                .param("of", of)
                .param("most", MOST)
                .query((row, n) -> new Row(
                        NoticeKind.valueOf(row.getString("kind")),
                        Optional.ofNullable(row.getString("record")).map(RecordId::new),
                        row.getString("title"),
                        Optional.ofNullable(row.getString("request")).map(RequestNumber::new),
                        row.getString("name_zh") == null
                                ? Optional.empty()
                                : Optional.of(new Label(row.getString("name_zh"), row.getString("name_en"))),
                        Optional.ofNullable(row.getObject("day", LocalDate.class)),
                        row.getString("handle") == null
                                ? Optional.empty()
                                : Optional.of(new Found(
                                        row.getString("handle"), row.getString("search"), row.getInt("many"))),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getObject("seen_at") != null))
                .list();
    }

    @Transactional(readOnly = true)
    public int unseen(long reader) {
        return jdbc.sql("""
                select count(*)
                from notice n
                left join saved_search s on s.id = n.search
                where n.reader = :reader and n.seen_at is null and s.taken_at is null
                """).param("reader", reader).query(Integer.class).single();
    }

    /** She has looked at her notices. */
    @Transactional
    public void seen(long reader) {
        jdbc.sql("update notice set seen_at = :now where reader = :reader and seen_at is null")
                .param("reader", reader)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }
}
