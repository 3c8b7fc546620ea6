package org.consortium.core.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.util.FileSystemUtils;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The PostgreSQL of a test run: a container where a Docker engine answers, the embedded one where none does. */
record TestServer(UnaryOperator<String> urls, String username, String password) {

    private static final String IMAGE = "postgres:18";

    /** What a test may lose when the machine stops, for speed. */
    private static final Map<String, String> FAST =
            Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off", "max_connections", "200");

    static TestServer start() {
        return DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
    }

    private static TestServer container() {
        // Removed after the JVM by the companion that watches over every test container
        @SuppressWarnings("resource")
        var container = new PostgreSQLContainer(IMAGE)
                .withEnv("POSTGRES_INITDB_ARGS", "--locale-provider=icu --icu-locale=und")
                .withCommand(
                        "postgres", "-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "max_connections=200");
        container.start();
        return new TestServer(
                database -> "jdbc:postgresql://%s:%d/%s"
                        .formatted(container.getHost(), container.getMappedPort(5432), database),
                container.getUsername(),
                container.getPassword());
    }

    /** Kept below the build directory from run to run, which saves unpacking; a second run at the same time has a home of its own. */
    private static TestServer embedded() {
        var build = Path.of("target");
        if (Files.isDirectory(build)) {
            try {
                return stoppedAtTheEnd(EmbeddedPostgres.start(build.resolve("test-database"), FAST), () -> {});
            } catch (DatabaseNotStarted inUse) {
                return inATemporaryHome();
            }
        }
        return inATemporaryHome();
    }

    private static TestServer inATemporaryHome() {
        try {
            var home = Files.createTempDirectory("consortium-test");
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
            return stoppedAtTheEnd(
                    EmbeddedPostgres.start(home, FAST), () -> FileSystemUtils.deleteRecursively(home.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestServer stoppedAtTheEnd(EmbeddedPostgres postgres, Runnable then) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            postgres.close();
            then.run();
        }));
        var server = new TestServer(postgres::urlOf, postgres.username(), postgres.password());
        server.dropDatabasesOfEarlierRuns();
        return server;
    }

    private void dropDatabasesOfEarlierRuns() {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            var names = new ArrayList<String>();
            try (var rows = statement.executeQuery(
                    "select datname from pg_database where datname = 'migrated' or datname like 'test\\_%'")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            for (var name : names) {
                statement.execute("drop database " + name + " with (force)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Old test databases stay", e);
        }
    }

    String urlOf(String database) {
        return urls.apply(database);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(urlOf("postgres"), username, password);
    }
}
