package org.consortium.web.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.consortium.core.database.EmbeddedPostgres;
import org.consortium.core.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What a person meets who starts, stops and kills the packaged program. */
class PackagedProgramIT {

    private static final Duration A_MOMENT = Duration.ofSeconds(30);

    @TempDir
    Path parent;

    Path home;
    int port;

    @BeforeEach
    void choose() throws IOException {
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx--x--x"));
        home = parent.resolve("home");
        Files.createDirectory(home);
        port = RunningProgram.freePort();
    }

    @Test
    void keepsItsDataThroughEveryKillAndOnANewerJava() throws Exception {
        try (var program = RunningProgram.start(home, port).untilItServes()) {
            database().sql("create table shelf (title text)").update();
            database().sql("insert into shelf values ('红楼梦')").update();
            program.kill();
        }
        var leftOver = postmaster();
        assertThat(leftOver.isAlive())
                .as("the database outlives a killed program")
                .isTrue();

        try (var program = RunningProgram.start(home, port).untilItServes()) {
            assertThat(leftOver.onExit()).succeedsWithin(A_MOMENT);
            assertThat(shelf()).isEqualTo("红楼梦");
            program.kill();
            postmaster().destroyForcibly();
        }

        try (var program =
                RunningProgram.start(home, port, newerJdk(), Map.of()).untilItServes()) {
            assertThat(shelf()).isEqualTo("红楼梦");
            var stopped = postmaster();
            program.stop();
            assertThat(stopped.onExit())
                    .as("the database stops with the program")
                    .succeedsWithin(A_MOMENT);
            assertThat(home.resolve("postgres/data/postmaster.pid")).doesNotExist();
        }
    }

    @Test
    void saysInOneSentenceThatItsPortIsTaken() throws Exception {
        try (var stranger = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"));
                var program = RunningProgram.start(home, stranger.getLocalPort())) {
            refuses(
                    program,
                    "Port %d is taken by another program: stop that program or set SERVER_PORT to a free port.",
                    port);
            assertThat(home.resolve("postgres")).doesNotExist();
        }
    }

    @Test
    void saysInOneSentenceThatItsHomeIsTaken() throws Exception {
        try (var first = EmbeddedPostgres.start(home);
                var second = RunningProgram.start(home, port)) {
            refuses(second, "Another Consortium (process %d) already works in %s", thisProcess(), home);
            assertThat(first.url()).isNotEmpty();
        }
    }

    @Test
    void startsNothingOfItsOwnOnANamedDatabaseAndLoadsNoDemo() throws Exception {
        var named = TestDatabase.fresh();
        var variables = Map.of(
                "SPRING_DATASOURCE_URL", named.url(),
                "SPRING_DATASOURCE_USERNAME", named.username(),
                "SPRING_DATASOURCE_PASSWORD", named.password(),
                "CONSORTIUM_DEMO", "true");

        try (var program =
                RunningProgram.start(home, port, thisJdk(), variables).untilItServes()) {
            assertThat(home.resolve("postgres")).doesNotExist();
            assertThat(program.log()).contains("CONSORTIUM_DEMO is ignored");
        }
    }

    @Test
    void saysInOneSentenceThatANamedDatabaseDoesNotAnswer() throws Exception {
        var variables = Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:%d/none".formatted(port));

        try (var program = RunningProgram.start(home, port, thisJdk(), variables)) {
            refuses(program, "Check SPRING_DATASOURCE_URL");
        }
    }

    private static void refuses(RunningProgram program, String sentence, Object... arguments) throws Exception {
        assertThat(program.exitCode()).isNotZero();
        assertThat(program.log()).contains(sentence.formatted(arguments)).doesNotContain("\tat ");
    }

    private static long thisProcess() {
        return ProcessHandle.current().pid();
    }

    private static Path newerJdk() {
        var found = NewerJdk.find();
        if (found.isEmpty()) {
            System.out.println("LEFT OUT: the program on a JDK 21 or newer, because none was found"
                    + " (JAVA_HOME_21, JAVA_HOME_25, /usr/lib/jvm).");
        }
        return found.orElseGet(PackagedProgramIT::thisJdk);
    }

    private static Path thisJdk() {
        return Path.of(System.getProperty("java.home"));
    }

    private String shelf() throws IOException {
        return database().sql("select title from shelf").query(String.class).single();
    }

    private JdbcClient database() throws IOException {
        var url =
                "jdbc:postgresql://127.0.0.1:%s/consortium".formatted(Files.readString(home.resolve("postgres/port")));
        var password = Files.readString(home.resolve("postgres/password"));
        return JdbcClient.create(new DriverManagerDataSource(url, "consortium", password));
    }

    private ProcessHandle postmaster() throws IOException {
        var number =
                Files.readAllLines(home.resolve("postgres/data/postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(number.strip())).orElseGet(() -> fail("No process " + number));
    }
}
