package org.consortium.catalog.search;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consortium.core.union.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Where every record is found and since when, for search engines and feed readers. */
@Service
public class RecordAddresses {

    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

    /** A site map takes fifty thousand addresses; ids spread evenly, so 32 parts hold this many, and parts of two letters fifty million. */
    private static final long MANY = 1_000_000;

    private final JdbcClient jdbc;

    RecordAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param changedAt when the record was last changed */
    public record Address(RecordId id, OffsetDateTime changedAt) {}

    /** Beginnings of ids that part the catalogue: of one letter, of two where there are many records. */
    public List<String> parts() {
        var large = isLarge();
        var parts = new ArrayList<String>();
        for (var first : LETTERS.split("")) {
            if (large) {
                for (var second : LETTERS.split("")) {
                    parts.add(first + second);
                }
            } else {
                parts.add(first);
            }
        }
        return parts;
    }

    /** As the planner knows it; a million need no counting. */
    private boolean isLarge() {
        return jdbc.sql("select reltuples from pg_class where oid = 'union_record'::regclass")
                        .query(Double.class)
                        .single()
                > MANY;
    }

    /** The records whose ids begin so; none for what is no beginning of an id. */
    public List<Address> of(String part) {
        if (part.isEmpty() || part.length() > 2 || !part.chars().allMatch(letter -> LETTERS.indexOf(letter) >= 0)) {
            return List.of();
        }
        return jdbc.sql("""
                select id, changed_at from union_record
                where id between :from and :until and merged_into is null and elected is not null
                order by id
                """)
                .param("from", part)
                .param("until", part + "zzzzzzz")
                .query((row, number) ->
                        new Address(new RecordId(row.getString(1)), row.getObject(2, OffsetDateTime.class)))
                .list();
    }

    public Map<RecordId, OffsetDateTime> addedAt(Collection<RecordId> records) {
        var added = new HashMap<RecordId, OffsetDateTime>();
        jdbc.sql("select id, created_at from union_record where id in (:ids)")
                .param(
                        "ids",
                        records.isEmpty()
                                ? List.of("")
                                : records.stream().map(RecordId::value).toList())
                .query(row -> {
                    added.put(new RecordId(row.getString(1)), row.getObject(2, OffsetDateTime.class));
                });
        return added;
    }
}
