package org.consortium.core.union;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.consortium.core.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All union records, by their public ids. */
@Component
public class UnionRecords {

    private final JdbcClient jdbc;

    UnionRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<UnionRecord> find(RecordId id) {
        return jdbc.sql("select * from union_record where id = :id")
                .param("id", id.value())
                .query(UnionRecords::read)
                .optional();
    }

    /** The record now known under this id: that is another one after a merge. */
    public UnionRecord required(RecordId id) {
        var record = find(id).orElseThrow(() -> new Refusal(UnionRefusal.RECORD_NOT_FOUND, id));
        return record.successor().isPresent() ? required(record.mergedInto()) : record;
    }

    public Map<RecordId, UnionRecord> all(Collection<RecordId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select * from union_record where id in (:ids)")
                .param("ids", ids.stream().map(RecordId::value).toList())
                .query(UnionRecords::read)
                .list()
                .stream()
                .collect(Collectors.toMap(UnionRecord::id, record -> record));
    }

    private static UnionRecord read(ResultSet row, int number) throws SQLException {
        var mergedInto = row.getString("merged_into");
        return new UnionRecord(
                new RecordId(row.getString("id")),
                row.getString("title"),
                row.getString("byline"),
                row.getObject("year", Integer.class),
                Format.valueOf(row.getString("format")),
                row.getString("clc"),
                mergedInto == null ? null : new RecordId(mergedInto),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
