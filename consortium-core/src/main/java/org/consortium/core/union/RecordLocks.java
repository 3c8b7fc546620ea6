package org.consortium.core.union;

import java.util.Collection;
import java.util.Comparator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose turn it is with a record's copies and requests: whoever takes it waits for those before, until the end of their
 * transaction.
 */
@Component
public class RecordLocks {

    /** The first half of the advisory lock's key: these turns and nothing else. */
    private static final int KIND = 7011;

    private final JdbcClient jdbc;

    RecordLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void take(RecordId record) {
        jdbc.sql("select pg_advisory_xact_lock(:kind, hashtext(:record))")
                .param("kind", KIND)
                .param("record", record.value())
                .query(row -> {});
    }

    /** Several, always in the same order, so that two who want the same ones do not wait for each other. */
    public void take(Collection<RecordId> records) {
        records.stream()
                .distinct()
                .sorted(Comparator.comparing(RecordId::value))
                .forEach(this::take);
    }
}
