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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedPostgresTest {

    /** One home for all tests, because making one takes seconds; its name has what shells stumble over. */
    @TempDir
    static Path parent;

    Path home;
    EmbeddedPostgres postgres;

    @BeforeEach
    void start() {
        home = parent.resolve("云泽 it's home");
        postgres = EmbeddedPostgres.start(home);
    }

    @AfterEach
    void stop() {
        postgres.close();
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
        postgres.close();

        try (var stranger = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            postgres = EmbeddedPostgres.start(home);

            assertThat(stranger.isBound()).isTrue();
            assertThat(postgres.url()).doesNotContain(":" + port + "/");
            assertThat(setting("port")).isNotEqualTo(Integer.toString(port));
        }
    }

    @Test
    void takesNoStrangerForAServerLeftBehind() throws IOException {
        postgres.close();
        var thisJvm = ProcessHandle.current().pid() + "\n" + home.resolve("postgres/data") + "\n";
        Files.writeString(home.resolve("postgres/data/postmaster.pid"), thisJvm);

        postgres = EmbeddedPostgres.start(home);

        assertThat(setting("fsync")).isEqualTo("on");
    }

    @Test
    void asksForALostPasswordInsteadOfMakingANewOne() throws IOException {
        postgres.close();
        var password = home.resolve("postgres/password");
        var elsewhere = Files.move(password, parent.resolve("password"));

        assertThatThrownBy(() -> EmbeddedPostgres.start(home))
                .isInstanceOf(DatabaseNotStarted.class)
                .hasMessageContaining("put it back from a backup");

        Files.move(elsewhere, password);
    }

    private void restart() {
        postgres.close();
        postgres = EmbeddedPostgres.start(home);
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
