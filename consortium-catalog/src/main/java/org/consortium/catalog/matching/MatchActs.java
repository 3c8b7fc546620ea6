package org.consortium.catalog.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consortium.core.Label;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Staff;
import org.consortium.core.union.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** All that librarians did to union records by hand. */
@Component
public class MatchActs {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SELECT = """
            select a.id, a.kind, a.record, a.other, a.reason,
                   s.login, s.name_zh, s.name_en, s.library, a.done_at as at,
                   u.login as undone_login, u.name_zh as undone_name_zh, u.name_en as undone_name_en,
                   u.library as undone_library, a.undone_at
            from match_act a
            join staff s on s.id = a.done_by
            left join staff u on u.id = a.undone_by
            """;

    private final JdbcClient jdbc;

    MatchActs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was before, so that it can be again.
     *
     * @param contributions the record each moved contribution was in
     * @param redirects records that redirected to the one that went away
     * @param verdicts what had been said of the pairs
     */
    record Before(Map<Long, String> contributions, List<String> redirects, List<Verdict> verdicts) {}

    /** The acts that made a record what it is, newest first. */
    public List<MatchAct> of(RecordId record) {
        return jdbc.sql(SELECT + "where a.record = :record or a.other = :record order by a.id desc")
                .param("record", record.value())
                .query(MatchActs::read)
                .list();
    }

    public Optional<MatchAct> find(long id) {
        return jdbc.sql(SELECT + "where a.id = :id")
                .param("id", id)
                .query(MatchActs::read)
                .optional();
    }

    private static MatchAct read(ResultSet row, int number) throws SQLException {
        var undone = row.getObject("undone_at") == null ? null : done(row, "undone_");
        return new MatchAct(
                row.getLong("id"),
                MatchAct.Kind.valueOf(row.getString("kind")),
                new RecordId(row.getString("record")),
                new RecordId(row.getString("other")),
                row.getString("reason"),
                done(row, ""),
                Optional.ofNullable(undone));
    }

    private static MatchAct.Done done(ResultSet row, String columns) throws SQLException {
        return new MatchAct.Done(
                row.getString(columns + "login"),
                new Label(row.getString(columns + "name_zh"), row.getString(columns + "name_en")),
                new LibraryCode(row.getString(columns + "library")),
                row.getObject(columns + "at", OffsetDateTime.class).toInstant());
    }

    long note(MatchAct.Kind kind, RecordId record, RecordId other, String reason, Before before, Staff by, Instant at) {
        return jdbc.sql("""
                insert into match_act (kind, record, other, reason, before, done_by, done_at)
                values (:kind, :record, :other, left(:reason, 300), cast(:before as jsonb), :by, :at)
                returning id
                """)
                .param("kind", kind.name())
                .param("record", record.value())
                .param("other", other.value())
                .param("reason", reason.strip())
                .param("before", JSON.writeValueAsString(before))
                .param("by", by.id())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    Before before(long id) {
        return JSON.readValue(
                jdbc.sql("select before from match_act where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single(),
                Before.class);
    }

    void undone(long id, Staff by, Instant at) {
        jdbc.sql("update match_act set undone_by = :by, undone_at = :at where id = :id")
                .param("by", by.id())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("id", id)
                .update();
    }
}
