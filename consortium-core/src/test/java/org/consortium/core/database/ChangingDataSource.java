package org.consortium.core.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** One data source for a cached application context, over a new database for each test class. */
final class ChangingDataSource extends AbstractDataSource implements AutoCloseable {

    private static final long ROOM_FOR_KEYS = 1_000_000;

    private HikariDataSource pool;
    private int changes;

    ChangingDataSource(TestDatabase first) {
        pool = poolOf(first);
    }

    void changeTo(TestDatabase database) {
        pool.close();
        pool = poolOf(database);
        moveSequencesOn(++changes * ROOM_FOR_KEYS);
    }

    /** Hibernate keeps keys it has fetched ahead; those of an earlier database must not meet new ones. */
    private void moveSequencesOn(long start) {
        JdbcClient.create(pool)
                .sql("select setval(oid::regclass, :start) from pg_class where relkind = 'S'")
                .param("start", start)
                .query(Long.class)
                .list();
    }

    private static HikariDataSource poolOf(TestDatabase database) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.username());
        pool.setPassword(database.password());
        pool.setMinimumIdle(0);
        return pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public Connection getConnection(String username, String password) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        pool.close();
    }
}
