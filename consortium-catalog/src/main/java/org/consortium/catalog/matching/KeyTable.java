package org.consortium.catalog.matching;

import java.util.ArrayList;
import java.util.List;
import org.consortium.core.union.Contributions;
import org.consortium.core.union.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys under which union records are found by newcomers. */
@Component
class KeyTable {

    private static final int BATCH = 2000;

    private final JdbcClient jdbc;
    private volatile boolean current;

    KeyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A contribution and the record it is to be found as. */
    record Kept(RecordId record, Publication publication) {}

    void keep(List<Kept> kept) {
        var keys = new ArrayList<Long>();
        var records = new ArrayList<String>();
        for (var one : kept) {
            for (var key : one.publication().keys()) {
                keys.add(key.hash());
                records.add(one.record().value());
            }
        }
        if (keys.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into match_key (key, record)
                select distinct * from unnest(:keys, :records)
                on conflict do nothing
                """)
                .param("keys", keys.toArray(Long[]::new))
                .param("records", records.toArray(String[]::new))
                .update();
    }

    /**
     * Keys made in an older way are made again, once, before anybody looks for one. Called by whoever holds the
     * {@link MatchingTurn}.
     */
    void bringUpToDate() {
        if (current) {
            return;
        }
        var version = jdbc.sql("select version from match_key_version")
                .query(Integer.class)
                .single();
        if (version != MatchRules.KEYS_VERSION) {
            jdbc.sql("delete from match_key").update();
            long after = 0;
            for (var batch = after(after); !batch.isEmpty(); batch = after(after)) {
                keep(batch.stream().map(Row::kept).toList());
                after = batch.get(batch.size() - 1).id();
            }
            jdbc.sql("update match_key_version set version = :version")
                    .param("version", MatchRules.KEYS_VERSION)
                    .update();
        } else {
            current = true;
        }
    }

    private record Row(long id, Kept kept) {}

    private List<Row> after(long id) {
        return jdbc.sql("""
                select id, record, description from contribution
                where id > :id and not withdrawn
                order by id
                limit :batch
                """)
                .param("id", id)
                .param("batch", BATCH)
                .query((row, n) -> new Row(
                        row.getLong("id"),
                        new Kept(
                                new RecordId(row.getString("record")),
                                Publication.of(Contributions.description(row.getString("description"))))))
                .list();
    }
}
