package org.consortium.catalog.matching;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * One transaction at a time decides about union records, in the whole consortium: otherwise two libraries that send
 * the same new book at the same instant would each begin a record of it.
 */
@Component
public class MatchingTurn {

    /** Any number will do that no other lock of this database uses. */
    private static final long LOCK = 0x6d617463685f3031L;

    private final JdbcClient jdbc;

    MatchingTurn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for the turn and keeps it until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(row -> {});
    }
}
