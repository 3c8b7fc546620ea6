package org.consortium.catalog.matching;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consortium.core.Refusal;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Contributions;
import org.consortium.core.union.RecordId;
import org.consortium.core.union.UnionRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moves contributions from one union record to another, with their copies and with the requests that depend on them. */
@Component
class Moving {

    private final JdbcClient jdbc;
    private final KeyTable keys;

    Moving(JdbcClient jdbc, KeyTable keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** A contribution of a record. */
    record Part(long id, boolean withdrawn, boolean elected) {}

    List<Part> parts(RecordId record) {
        return jdbc.sql("""
                select c.id, c.withdrawn, c.id = u.elected as elected
                from contribution c
                join union_record u on u.id = c.record
                where c.record = :record
                order by c.id
                """)
                .param("record", record.value())
                .query((row, n) -> new Part(row.getLong("id"), row.getBoolean("withdrawn"), row.getBoolean("elected")))
                .list();
    }

    boolean isContributedTo(RecordId record, LibraryCode library) {
        return jdbc.sql("""
                select exists (
                  select from contribution where record = :record and library = :library and not withdrawn)
                """)
                .param("record", record.value())
                .param("library", library.value())
                .query(Boolean.class)
                .single();
    }

    /** Of two that become one the id with more contributions stays, among equals the older. */
    boolean staysBefore(UnionRecord one, UnionRecord other) {
        long ofOne = live(one.id());
        long ofOther = live(other.id());
        if (ofOne != ofOther) {
            return ofOne > ofOther;
        }
        int older = one.createdAt().compareTo(other.createdAt());
        return older < 0 || older == 0 && one.id().value().compareTo(other.id().value()) < 0;
    }

    private long live(RecordId record) {
        return parts(record).stream().filter(part -> !part.withdrawn()).count();
    }

    /** Copies follow by their foreign key. */
    void contributions(Collection<Long> contributions, RecordId to, Instant at) {
        jdbc.sql("""
                update contribution set record = :to, changed_at = :at, version = version + 1
                where id = any (:ids)
                """)
                .param("to", to.value())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("ids", contributions.toArray(Long[]::new))
                .update();
        keys.keep(jdbc.sql("select description from contribution where id = any (:ids)")
                .param("ids", contributions.toArray(Long[]::new))
                .query((row, n) ->
                        new KeyTable.Kept(to, Publication.of(Contributions.description(row.getString("description")))))
                .list());
    }

    /** Everybody who waits for the one now waits for the other. */
    void allRequests(RecordId from, RecordId to) {
        boolean asksForBoth = jdbc.sql("""
                select exists (
                  select from request one
                  join request other on other.reader = one.reader
                  where one.record = :from and other.record = :to
                    and one.phase <> 'CLOSED' and other.phase <> 'CLOSED')
                """)
                .param("from", from.value())
                .param("to", to.value())
                .query(Boolean.class)
                .single();
        if (asksForBoth) {
            throw new Refusal(MatchRefusal.READER_ASKS_FOR_BOTH, from, to);
        }
        jdbc.sql("""
                update request set record = :to, version = version + 1
                where record = :from and phase <> 'CLOSED'
                """).param("from", from.value()).param("to", to.value()).update();
    }

    /** A request goes with the copy that is on its way to the reader; one that has no copy yet stays. */
    void requestsWithCopies(RecordId from, RecordId to) {
        jdbc.sql("""
                update request r
                set record = :to, version = r.version + 1
                from attempt_going going
                join copy c on c.id = going.copy
                where going.request = r.number and r.record = :from and c.record = :to and r.phase <> 'CLOSED'
                """).param("from", from.value()).param("to", to.value()).update();
    }

    List<String> redirectsTo(RecordId record) {
        return jdbc.sql("select id from union_record where merged_into = :record order by id")
                .param("record", record.value())
                .query(String.class)
                .list();
    }

    void redirect(Collection<String> records, RecordId to, Instant at) {
        jdbc.sql("""
                update union_record set merged_into = :to, changed_at = :at, version = version + 1
                where id = any (:records)
                """)
                .param("to", to == null ? null : to.value())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("records", records.toArray(String[]::new))
                .update();
    }

    /** Where these contributions are now. */
    Map<Long, String> places(Collection<Long> contributions) {
        var places = new HashMap<Long, String>();
        jdbc.sql("select id, record from contribution where id = any (:ids)")
                .param("ids", contributions.toArray(Long[]::new))
                .query(row -> {
                    places.put(row.getLong("id"), row.getString("record"));
                });
        return places;
    }
}
