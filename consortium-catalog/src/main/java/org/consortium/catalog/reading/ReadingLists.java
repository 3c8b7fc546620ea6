package org.consortium.catalog.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consortium.catalog.reading.ReadingList.Line;
import org.consortium.catalog.reading.ReadingList.Summary;
import org.consortium.core.Link;
import org.consortium.core.Refusal;
import org.consortium.core.union.Contributions;
import org.consortium.core.union.Description;
import org.consortium.core.union.Format;
import org.consortium.core.union.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lists readers keep: each sees her own, and whoever has the link of one sees that one. */
@Component
@Transactional(readOnly = true)
public class ReadingLists {

    private final JdbcClient jdbc;

    ReadingLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A reader's lists, the one changed last first. */
    public List<Summary> of(long reader) {
        return summaries(reader, "l.taken_at is null");
    }

    /** What a form that puts something into a list offers. */
    public record Named(Handle handle, String name) {}

    /** A reader's lists by their names alone, the one changed last first: for every page that has such a form. */
    public List<Named> names(long reader) {
        return jdbc.sql("""
                select handle, name from reading_list
                where reader = :reader and taken_at is null
                order by changed_at desc, id desc
                """)
                .param("reader", reader)
                .query((row, n) -> new Named(new Handle(row.getString("handle")), row.getString("name")))
                .list();
    }

    /** Those she took away within a day. */
    public List<Summary> taken(long reader) {
        return summaries(reader, "l.taken_at is not null");
    }

    private List<Summary> summaries(long reader, String which) {
        return jdbc.sql("""
                select l.handle, l.name, l.note, l.link, l.changed_at,
                       (select count(distinct case when u.merged_into is null then u.id else record_now(u.id) end)
                          from reading_list_record r join union_record u on u.id = r.record
                         where r.list = l.id and r.taken_at is null) as records
                from reading_list l
                where l.reader = :reader and %s
                order by l.changed_at desc, l.id desc
                """.formatted(which))
                .param("reader", reader)
                .query((row, n) -> new Summary(
                        new Handle(row.getString("handle")),
                        row.getString("name"),
                        row.getString("note"),
                        Optional.ofNullable(row.getString("link")).map(Link::new),
                        row.getInt("records"),
                        instant(row, "changed_at")))
                .list();
    }

    /** One's own list; another's is not found. */
    public ReadingList required(Handle handle, long reader) {
        return one("l.handle = :handle and l.reader = :reader", Map.of("handle", handle.value(), "reader", reader))
                .orElseThrow(() -> new Refusal(ReadingRefusal.READING_LIST_NOT_FOUND));
    }

    /** The list somebody was given the link of; not found once that is withdrawn. */
    public ReadingList shared(Link link) {
        return one("l.link = :link", Map.of("link", link.value()))
                .orElseThrow(() -> new Refusal(ReadingRefusal.READING_LIST_NOT_FOUND));
    }

    private Optional<ReadingList> one(String which, Map<String, Object> asked) {
        return jdbc.sql("""
                select l.id, l.handle, l.name, l.note, l.link, l.changed_at
                from reading_list l
                where l.taken_at is null and %s
                """.formatted(which))
                .params(asked)
                .query((row, n) -> new ReadingList(
                        new Handle(row.getString("handle")),
                        row.getString("name"),
                        row.getString("note"),
                        Optional.ofNullable(row.getString("link")).map(Link::new),
                        instant(row, "changed_at"),
                        lines(row.getLong("id"), false),
                        lines(row.getLong("id"), true)))
                .optional();
    }

    private List<Line> lines(long list, boolean taken) {
        var lines = new LinkedHashMap<RecordId, Line>();
        jdbc.sql("""
                select u.id, u.title, u.byline, u.year, u.format, u.clc, r.note, r.added_at, e.id is not null as held,
                       coalesce(e.description ->> 'publisher', '') as publisher, c.copies, c.on_shelf
                from reading_list_record r
                join union_record put on put.id = r.record
                join union_record u on u.id = case when put.merged_into is null then put.id else record_now(put.id) end
                left join contribution e on e.id = u.elected and not e.withdrawn
                cross join lateral (
                  select count(*) as copies, count(*) filter (where status = 'ON_SHELF') as on_shelf
                  from copy
                  where record = u.id and status <> 'WITHDRAWN') c
                where r.list = :list and (r.taken_at is not null) = :taken
                order by r.position, r.record
                """)
                .param("list", list)
                .param("taken", taken)
                .query(ReadingLists::line)
                .list()
                .forEach(line -> lines.putIfAbsent(line.record(), line));
        return List.copyOf(lines.values());
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                new RecordId(row.getString("id")),
                row.getString("title"),
                row.getString("byline"),
                row.getString("publisher"),
                row.getObject("year", Integer.class),
                Format.valueOf(row.getString("format")),
                row.getString("clc"),
                row.getBoolean("held"),
                row.getInt("copies"),
                row.getInt("on_shelf"),
                row.getString("note"),
                instant(row, "added_at"));
    }

    /** What is said of each record of a list, in its order, for citing; without those no library has any more. */
    public Map<RecordId, Description> descriptions(ReadingList list) {
        var said = new LinkedHashMap<RecordId, Description>();
        jdbc.sql("""
                select u.id, e.description
                from unnest(:records) with ordinality as asked (id, place)
                join union_record u on u.id = asked.id
                join contribution e on e.id = u.elected and not e.withdrawn
                order by asked.place
                """)
                .param(
                        "records",
                        list.lines().stream().map(line -> line.record().value()).toArray(String[]::new))
                .query(row -> {
                    said.put(
                            new RecordId(row.getString("id")), Contributions.description(row.getString("description")));
                });
        return said;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
