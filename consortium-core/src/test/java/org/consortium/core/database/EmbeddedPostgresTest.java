package org.consortium.core.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedPostgresTest {

    /** One home and, while a test does not stop it, one server for all tests, because making them takes seconds. */
    @TempDir
    static Path parent;

    static Path home;
    static EmbeddedPostgres postgres;

    @BeforeAll
    static void chooseAHomeThatShellsStumbleOver() throws IOException {
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx--x--x"));
        home = parent.resolve("云泽 it's home");
    }

    @BeforeEach
    void start() {
        if (postgres == null) {
            postgres = EmbeddedPostgres.start(home);
        }
    }

    @AfterAll
    static void stop() {
        if (postgres != null) {
            postgres.close();
            postgres = null;
        }
    }

    @Test
    void keepsWhatWasWrittenAndItsPortOverARestart() {
        jdbc().sql("create table book (title text)").update();
        jdbc().sql("insert into book values ('红楼梦')").update();
        var url = postgres.url();

        restart();

        assertThat(jdbc().sql("select title from book").query(String.class).single())
                .isEqualTo("红楼梦");
        assertThat(postgres.url()).isEqualTo(url);
    }

    @Test
    void doesNotTradeSafetyForSpeed() {
        assertThat(setting("fsync")).isEqualTo("on");
        assertThat(setting("synchronous_commit")).isEqualTo("on");
        assertThat(setting("data_checksums")).isEqualTo("on");
    }

    @Test
    void listensToThisMachineOnlyAndAsksForThePassword() {
        assertThat(setting("listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(setting("unix_socket_directories")).isEmpty();
        var stranger = JdbcClient.create(new DriverManagerDataSource(postgres.url(), postgres.username(), "guess"));
        assertThatThrownBy(() -> stranger.sql("select 1").query().singleValue())
                .hasRootCauseMessage("FATAL: password authentication failed for user \"consortium\"");
    }

    @Test
    void sortsAndComparesLettersOfEveryScript() {
        assertThat(jdbc().sql("select string_agg(name, '' order by name) from unnest(array['b', 'É', 'a', 'C']) name")
                        .query(String.class)
                        .single())
                .isEqualTo("abCÉ");
        assertThat(jdbc().sql("select lower('ÄÉШ')").query(String.class).single())
                .isEqualTo("äéш");
    }

    @Test
    void letsNobodyElseReadThePassword() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("postgres/password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void doesNotShareItsHome() {
        assertThatThrownBy(() -> EmbeddedPostgres.start(home))
                .isInstanceOf(DatabaseNotStarted.class)
                .hasMessage(
                        "Another Consortium (process %d) already works in %s: stop it, or set CONSORTIUM_HOME to another directory.",
                        ProcessHandle.current().pid(), home);
    }

    @Test
    void takesAnotherPortWhenItsOwnIsTaken() throws IOException {
        var port = URI.create(postgres.url().substring("jdbc:".length())).getPort();
        stop();

        try (var stranger = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            start();

            assertThat(stranger.isBound()).isTrue();
            assertThat(postgres.url()).doesNotContain(":" + port + "/");
            assertThat(setting("port")).isNotEqualTo(Integer.toString(port));
        }
    }

    @Test
    void takesNoStrangerForAServerLeftBehind() throws IOException {
        stop();
        var thisJvm = ProcessHandle.current().pid() + "\n" + home.resolve("postgres/data") + "\n";
        Files.writeString(home.resolve("postgres/data/postmaster.pid"), thisJvm);

        start();

        assertThat(setting("fsync")).isEqualTo("on");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void doesNotWaitForAServerThatHasEnded() throws IOException {
        stop();
        var parent = new ProcessBuilder("sh", "-c", "true & echo $!; exec sleep 60").start();
        try (var said = parent.inputReader()) {
            var ended = said.readLine() + "\n" + home.resolve("postgres/data") + "\n";
            Files.writeString(home.resolve("postgres/data/postmaster.pid"), ended);

            start();

            assertThat(setting("fsync")).isEqualTo("on");
        } finally {
            parent.destroy();
        }
    }

    @Test
    void asksForALostPasswordInsteadOfMakingANewOne() throws IOException {
        stop();
        var password = home.resolve("postgres/password");
        var elsewhere = Files.move(password, parent.resolve("password"));

        assertThatThrownBy(() -> EmbeddedPostgres.start(home))
                .isInstanceOf(DatabaseNotStarted.class)
                .hasMessageContaining("put it back from a backup");

        Files.move(elsewhere, password);
    }

    private void restart() {
        stop();
        start();
    }

    private String setting(String name) {
        return jdbc().sql("select current_setting(:name)")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(new DriverManagerDataSource(postgres.url(), postgres.username(), postgres.password()));
    }
}
