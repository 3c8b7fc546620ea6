package org.consortium.catalog.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.consortium.core.Label;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every rebuild there was, and the one there is: the database lets no second one begin on any node. */
@Component
class Rebuilds {

    /** One that gave no sign for so long died with its process. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final JdbcClient jdbc;

    Rebuilds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param staff who wants it, or null for the program itself
     * @return nothing where one is under way
     */
    Optional<Long> begin(Long staff, Instant at) {
        jdbc.sql("""
                        update index_rebuild
                           set state = 'FAILED', finished_at = beat_at
                         where finished_at is null
                           and beat_at < :silent
                        """).param("silent", silent(at)).update();
        return jdbc.sql("""
                        insert into index_rebuild (started_by, started_at, beat_at, total, state)
                        select :staff, :at, :at, count(*), 'FILLING'
                          from union_record
                         where merged_into is null
                            on conflict do nothing
                        returning id
                        """)
                .param("staff", staff)
                .param("at", utc(at))
                .query(Long.class)
                .optional();
    }

    void beat(long id, long done, Rebuild.State state, Instant at) {
        jdbc.sql("""
                        update index_rebuild
                           set done = :done, state = :state, beat_at = :at
                         where id = :id
                           and finished_at is null
                        """)
                .param("done", done)
                .param("state", state.name())
                .param("at", utc(at))
                .param("id", id)
                .update();
    }

    void finish(long id, long done, Rebuild.State state, Instant at) {
        jdbc.sql("""
                        update index_rebuild
                           set done = :done, state = :state, beat_at = :at, finished_at = :at
                         where id = :id
                        """)
                .param("done", done)
                .param("state", state.name())
                .param("at", utc(at))
                .param("id", id)
                .update();
    }

    /** The newest first. */
    List<Rebuild> last(int most, Instant now) {
        return jdbc.sql("""
                        select r.id, r.started_at, r.total, r.done, s.name_zh, s.name_en,
                               case when r.finished_at is null and r.beat_at < :silent then 'FAILED' else r.state end as state,
                               case when r.beat_at < :silent then coalesce(r.finished_at, r.beat_at)
                                    else r.finished_at end as finished_at
                          from index_rebuild r
                          left join staff s on s.id = r.started_by
                         order by r.id desc
                         limit :most
                        """)
                .param("silent", silent(now))
                .param("most", most)
                .query(Rebuilds::read)
                .list();
    }

    private static Rebuild read(ResultSet row, int number) throws SQLException {
        var name = row.getString("name_zh");
        return new Rebuild(
                row.getLong("id"),
                Optional.ofNullable(name == null ? null : new Label(name, row.getString("name_en"))),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getLong("total"),
                row.getLong("done"),
                Rebuild.State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getObject("finished_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static OffsetDateTime silent(Instant now) {
        return utc(now.minus(SILENCE));
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
