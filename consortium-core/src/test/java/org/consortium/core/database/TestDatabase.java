package org.consortium.core.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A new, migrated, otherwise empty database on a real PostgreSQL, for one test or a group of them. */
public record TestDatabase(String url, String username, String password) {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String TEMPLATE = "migrated";

    /** Costs a copy of a template, some tens of milliseconds; the first call in a JVM also starts the server and runs the migrations. */
    public static TestDatabase fresh() {
        var server = Template.SERVER;
        var name = "test_" + COUNT.incrementAndGet();
        try (var connection = server.connect();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + TEMPLATE);
            return new TestDatabase(server.urlOf(name), server.username(), server.password());
        } catch (SQLException e) {
            throw new IllegalStateException("No test database", e);
        }
    }

    public DataSource dataSource() {
        return new DriverManagerDataSource(url, username, password);
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, username, password);
    }

    /** Made when the first test asks. */
    private static final class Template {

        static final TestServer SERVER = TestServer.start();

        static {
            try (var connection = SERVER.connect();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + TEMPLATE);
            } catch (SQLException e) {
                throw new IllegalStateException("No template database", e);
            }
            Flyway.configure()
                    .dataSource(SERVER.urlOf(TEMPLATE), SERVER.username(), SERVER.password())
                    .load()
                    .migrate();
        }
    }
}
