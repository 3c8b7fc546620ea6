package org.consortium.core.database;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.APPEND;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The PostgreSQL server that comes with the program, for a library without one. Its data lie in the home, survive a restart and a
 * {@code kill -9}, and are reached from this machine only.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String NAME = "consortium";
    private static final String ADDRESS = "127.0.0.1";
    private static final long LONG_LOG_IN_BYTES = 10_000_000;
    private static final int PORTS_TO_TRY = 3;

    private final Path directory;
    private final Path data;
    private final Map<String, String> settings;
    private final HomeLock lock;
    private PostgresTools tools;
    private String password;
    private int port;
    private boolean started;

    private EmbeddedPostgres(Path home, Map<String, String> settings, HomeLock lock) {
        this.directory = home.resolve("postgres");
        this.data = directory.resolve("data");
        this.settings = settings;
        this.lock = lock;
    }

    /** Starts the server whose data lie in {@code home}, and makes home, data and database when there are none yet. */
    public static EmbeddedPostgres start(Path home) {
        return start(home, Map.of());
    }

    /**
     * Starts the server with further settings of {@code postgresql.conf}.
     *
     * @throws DatabaseNotStarted if another program works in this home, or the server cannot run
     */
    public static EmbeddedPostgres start(Path home, Map<String, String> settings) {
        try {
            var absolute = home.toAbsolutePath().normalize();
            makeHome(absolute);
            var server = new EmbeddedPostgres(absolute, settings, HomeLock.of(absolute));
            server.startOrGiveUp();
            return server;
        } catch (IOException e) {
            throw new DatabaseNotStarted("The embedded database cannot work in %s: %s".formatted(home, e), e);
        }
    }

    /** Others may pass through, which the server needs when it runs as another user, but not look around. */
    private static void makeHome(Path home) throws IOException {
        if (Files.isDirectory(home)) {
            return;
        }
        Files.createDirectories(home);
        restrict(home, "rwx--x--x");
    }

    private static void restrict(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    private void startOrGiveUp() throws IOException {
        try {
            Files.createDirectories(directory);
            password = rememberedPassword();
            var binaries = PostgresBinaries.unpackedIn(directory);
            tools = new PostgresTools(binaries, directory, Unprivileged.waysInto(directory));
            clearUpAfterAnEarlierRun();
            if (!Files.isDirectory(data)) {
                makeData();
            }
            startOnAFreePort();
            makeDatabase();
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private String rememberedPassword() throws IOException {
        var file = directory.resolve("password");
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        if (Files.exists(data)) {
            throw new DatabaseNotStarted(
                    "The password of the embedded database, %s, is missing: put it back from a backup."
                            .formatted(file));
        }
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        var fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        var writing = directory.resolve("password.new");
        Files.deleteIfExists(writing);
        Files.createFile(writing);
        restrict(writing, "rw-------");
        Files.writeString(writing, fresh);
        Files.move(writing, file, ATOMIC_MOVE);
        return fresh;
    }

    private void clearUpAfterAnEarlierRun() throws IOException {
        var leftOver = new LeftOverServer(data, directory);
        if (leftOver.runs()) {
            log.info("Stopping the embedded database that an earlier run left behind");
            stopServer();
        }
        try {
            leftOver.forgetWhenItServesNoMore();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void makeData() throws IOException {
        log.info("Making the embedded database in {}", directory);
        var making = directory.resolve("data.new");
        // Letters of every script count as letters only under a UTF-8 character type; not every system has one by this
        // name
        var complaint = initdb(making, "--lc-ctype=" + (isMac() ? "UTF-8" : "C.UTF-8"));
        if (complaint != null) {
            complaint = initdb(making, "--lc-ctype=C");
        }
        if (complaint != null) {
            throw new DatabaseNotStarted("The embedded database could not be made: " + complaint);
        }
        Files.writeString(making.resolve("postgresql.conf"), "\ninclude 'consortium.conf'\n", APPEND);
        Files.move(making, data, ATOMIC_MOVE);
    }

    private String initdb(Path making, String characterType) throws IOException {
        FileSystemUtils.deleteRecursively(making);
        return tools.complaintOf(
                "initdb",
                "--pgdata=" + making,
                "--username=" + NAME,
                "--pwfile=" + directory.resolve("password"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                characterType,
                "--locale-provider=icu",
                "--icu-locale=und",
                "--data-checksums",
                "off".equals(settings.get("fsync")) ? "--no-sync" : "--sync-method=fsync");
    }

    private static boolean isMac() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
    }

    private void startOnAFreePort() throws IOException {
        var serverLog = directory.resolve("server.log");
        port = rememberedPort().filter(EmbeddedPostgres::isFree).orElseGet(EmbeddedPostgres::anyFreePort);
        for (var attempt = 1; ; attempt++) {
            makeRoomIn(serverLog);
            writeSettings();
            var complaint = tools.complaintOf(
                    "pg_ctl", "start", "--wait", "--timeout=120", "--pgdata=" + data, "--log=" + serverLog);
            if (complaint == null) {
                started = true;
                Files.writeString(directory.resolve("port"), Integer.toString(port));
                return;
            }
            if (isFree(port) || attempt == PORTS_TO_TRY) {
                throw new DatabaseNotStarted("The embedded database did not start: %s (more in %s)"
                        .formatted(lastFatalLineOf(serverLog).orElse(complaint), serverLog));
            }
            port = anyFreePort();
        }
    }

    private Optional<Integer> rememberedPort() throws IOException {
        var file = directory.resolve("port");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var text = Files.readString(file).strip();
        return text.matches("\\d{4,5}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(ADDRESS, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int anyFreePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName(ADDRESS))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new DatabaseNotStarted("No port is free on %s for the embedded database".formatted(ADDRESS), e);
        }
    }

    private static void makeRoomIn(Path serverLog) throws IOException {
        if (Files.exists(serverLog) && Files.size(serverLog) > LONG_LOG_IN_BYTES) {
            Files.delete(serverLog);
        }
    }

    private void writeSettings() throws IOException {
        var all = new LinkedHashMap<String, String>();
        all.put("listen_addresses", ADDRESS);
        all.put("port", Integer.toString(port));
        all.put("unix_socket_directories", "");
        all.put("timezone", "UTC");
        all.put("log_timezone", "UTC");
        all.put("log_checkpoints", "off");
        // A large import touches every index everywhere: what it touches stays in memory, and is written out seldom
        all.put("shared_buffers", megabytesKept() + "MB");
        all.put("max_wal_size", "4GB");
        all.put("checkpoint_timeout", "15min");
        all.put("jit", "off");
        all.putAll(settings);
        var lines = all.entrySet().stream()
                .map(setting -> "%s = '%s'%n".formatted(setting.getKey(), setting.getValue()))
                .collect(Collectors.joining());
        Files.writeString(data.resolve("consortium.conf"), lines);
    }

    /** A sixteenth of the memory, so that the program and the system have enough on small machines; a gigabyte is enough. */
    private static long megabytesKept() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Math.min(1024, Math.max(128, (system.getTotalMemorySize() >> 20) / 16));
    }

    private static Optional<String> lastFatalLineOf(Path serverLog) throws IOException {
        return PostgresTools.read(serverLog)
                .lines()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:") || line.contains("DETAIL:"))
                .reduce((earlier, later) -> later.contains("DETAIL:") ? earlier + " " + later : later);
    }

    /** Asked at every start, because an earlier run may have been killed between making the data and making the database. */
    private void makeDatabase() {
        try (var connection = DriverManager.getConnection(urlOf("postgres"), NAME, password);
                var statement = connection.createStatement();
                var found = statement.executeQuery("select 1 from pg_database where datname = '" + NAME + "'")) {
            if (!found.next()) {
                statement.execute("create database " + NAME);
            }
        } catch (SQLException e) {
            throw new DatabaseNotStarted("The embedded database started but does not answer: " + e.getMessage(), e);
        }
    }

    public String url() {
        return urlOf(NAME);
    }

    String urlOf(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(ADDRESS, port, database);
    }

    public String username() {
        return NAME;
    }

    public String password() {
        return password;
    }

    /** Lets running statements end as rolled back, writes everything to disk and gives the home back. */
    @Override
    public void close() {
        try (lock) {
            if (started) {
                started = false;
                stopServer();
            }
        } catch (IOException e) {
            log.warn("The embedded database was not stopped; the next start clears up", e);
        }
    }

    private void stopServer() throws IOException {
        var complaint =
                tools.complaintOf("pg_ctl", "stop", "--mode=fast", "--wait", "--timeout=60", "--pgdata=" + data);
        if (complaint != null) {
            log.warn("The embedded database did not stop: {}", complaint);
        }
    }
}
