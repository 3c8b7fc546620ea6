package org.consortium.catalog.matching;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.consortium.core.union.Contributions;
import org.consortium.core.union.Description;
import org.consortium.core.union.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps union records true to their contributions: begins them, elects who stands for them, redirects emptied ones. */
@Component
public class RecordTable {

    private static final int LONGEST_CLASS_NUMBER = 40;

    private final JdbcClient jdbc;

    RecordTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<RecordId> freshIds(int number) {
        return jdbc
                .sql("select nextval('record_number') from generate_series(1, :number)")
                .param("number", number)
                .query(Long.class)
                .list()
                .stream()
                .map(RecordId::of)
                .toList();
    }

    /**
     * New records, each shown by the contribution that begins it.
     *
     * @param electedOf the contribution of each record
     * @param shown what the contributions say
     */
    public void begin(Map<RecordId, Long> electedOf, Map<Long, Publication> shown, Instant at) {
        if (electedOf.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into union_record
                  (id, title, byline, year, format, clc, elected, work, work_also, created_at, changed_at, version)
                select id, title, byline, year, format, clc, elected, work, also::bigint[], :at, :at, 0
                from unnest(:records, :elected, :titles, :bylines, :years, :formats, :clcs, :works, :also)
                  as begun (id, elected, title, byline, year, format, clc, work, also)
                """).params(columns(electedOf, shown, at)).update();
    }

    /**
     * Whoever tells most stands for the record; among equals the one that came first.
     *
     * @param fresh what contributions say that have just been written
     */
    public void elect(Collection<RecordId> records, Map<Long, Publication> fresh, Instant at) {
        Map<Long, Publication> publications = new HashMap<>(fresh);
        Map<RecordId, Long> elected = new LinkedHashMap<>();
        var unread = new ArrayList<Long>();
        jdbc.sql("""
                select u.id, best.id as best, u.elected is distinct from best.id as other
                from union_record u
                cross join lateral (
                  select c.id from contribution c
                  where c.record = u.id and not c.withdrawn
                  order by c.completeness desc, c.id
                  limit 1) best
                where u.id = any (:records)
                """)
                .param("records", records.stream().map(RecordId::value).toArray(String[]::new))
                .query(row -> {
                    long best = row.getLong("best");
                    boolean here = publications.containsKey(best);
                    if (here || row.getBoolean("other")) {
                        elected.put(new RecordId(row.getString("id")), best);
                    }
                    if (!here) {
                        unread.add(best);
                    }
                });
        if (elected.isEmpty()) {
            return;
        }
        unread.retainAll(elected.values());
        publications.putAll(read(unread));
        jdbc.sql("""
                update union_record u
                set title = n.title, byline = n.byline, year = n.year, format = n.format, clc = n.clc,
                    elected = n.elected, work = n.work, work_also = n.also::bigint[],
                    changed_at = :at, version = u.version + 1
                from unnest(:records, :elected, :titles, :bylines, :years, :formats, :clcs, :works, :also)
                  as n (id, elected, title, byline, year, format, clc, work, also)
                where u.id = n.id
                  and (u.title, u.byline, u.year, u.format, u.clc, u.elected, u.work, u.work_also)
                      is distinct from
                      (n.title, n.byline, n.year, n.format, n.clc, n.elected, n.work, n.also::bigint[])
                """).params(columns(elected, publications, at)).update();
    }

    private Map<Long, Publication> read(List<Long> contributions) {
        Map<Long, Publication> publications = new HashMap<>();
        if (contributions.isEmpty()) {
            return publications;
        }
        jdbc.sql("select id, description from contribution where id = any (:ids)")
                .param("ids", contributions.toArray(Long[]::new))
                .query(row -> {
                    publications.put(
                            row.getLong("id"), Publication.of(Contributions.description(row.getString("description"))));
                });
        return publications;
    }

    private static Map<String, Object> columns(
            Map<RecordId, Long> electedOf, Map<Long, Publication> publications, Instant at) {
        var shown = electedOf.values().stream().map(publications::get).toList();
        Map<String, Object> columns = new HashMap<>();
        columns.put("records", electedOf.keySet().stream().map(RecordId::value).toArray(String[]::new));
        columns.put("elected", electedOf.values().toArray(Long[]::new));
        columns.put("titles", texts(shown, Description::fullTitle));
        columns.put("bylines", texts(shown, Description::byline));
        columns.put("years", shown.stream().map(one -> one.description().year()).toArray(Integer[]::new));
        columns.put("formats", texts(shown, description -> description.format().name()));
        columns.put("clcs", texts(shown, RecordTable::clc));
        var works = shown.stream().map(WorkKeys::of).toList();
        columns.put("works", works.stream().map(WorkKeys::own).toArray(Long[]::new));
        columns.put(
                "also", works.stream().map(keys -> WorkKeys.array(keys.also())).toArray(String[]::new));
        columns.put("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
        return columns;
    }

    private static String[] texts(List<Publication> shown, Function<Description, String> column) {
        return shown.stream().map(Publication::description).map(column).toArray(String[]::new);
    }

    private static String clc(Description description) {
        return description
                .clc()
                .map(number ->
                        number.length() > LONGEST_CLASS_NUMBER ? number.substring(0, LONGEST_CLASS_NUMBER) : number)
                .orElse("");
    }

    /**
     * A record whose last contribution has moved redirects to where it went, and so does whatever redirected to it.
     *
     * @param moves from which record to which
     */
    public void redirectEmptied(Map<RecordId, RecordId> moves, Instant at) {
        if (moves.isEmpty()) {
            return;
        }
        jdbc.sql("""
                with emptied as (
                  select distinct on (source) source, target
                  from unnest(:sources, :targets) as moved (source, target)
                  where not exists (select from contribution c where c.record = source and not c.withdrawn)
                )
                update union_record u
                set merged_into = e.target, changed_at = :at, version = u.version + 1
                from emptied e
                where (u.id = e.source or u.merged_into = e.source) and u.id <> e.target
                """)
                .param("sources", moves.keySet().stream().map(RecordId::value).toArray(String[]::new))
                .param("targets", moves.values().stream().map(RecordId::value).toArray(String[]::new))
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }
}
