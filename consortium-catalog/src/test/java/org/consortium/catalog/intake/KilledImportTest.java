package org.consortium.catalog.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consortium.catalog.intake.Members.CITY;
import static org.consortium.catalog.intake.Members.CITY_MAIN;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.consortium.catalog.marc.MarcOptions;
import org.consortium.core.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The program that reads a file is killed in the midst of it, as when a machine loses its power; another goes on. */
class KilledImportTest {

    private static final int RECORDS = 20_000;

    @TempDir
    Path home;

    @Test
    void losesNothingAndDoublesNothing() throws Exception {
        var settings = settings(TestDatabase.fresh());
        try (var here = Program.start(settings)) {
            var desk = here.getBean(IntakeDesk.class);
            var number = sendAFile(here).number();
            var other = anotherProgram(settings);
            while (desk.job(number, Optional.of(CITY)).counts().seen() == 0) {
                assertThat(other.waitFor(5, TimeUnit.MILLISECONDS))
                        .as("It ended by itself, see killed-import.log in the build directory")
                        .isFalse();
            }
            other.destroyForcibly().waitFor();
            var dead = desk.job(number, Optional.of(CITY));
            var jdbc = here.getBean(JdbcClient.class);
            jdbc.sql("update intake_job set beat_at = beat_at - interval '1 minute'")
                    .update();

            int jobs = here.getBean(IntakeRunner.class).runAll();

            assertThat(dead.counts().seen()).isPositive().isLessThan(RECORDS);
            assertThat(dead.state()).isEqualTo(IntakeJob.State.RUNNING);
            assertThat(jobs).isEqualTo(1);
            var done = desk.job(number, Optional.of(CITY));
            assertThat(done.state()).isEqualTo(IntakeJob.State.DONE);
            assertThat(done.counts()).isEqualTo(new IntakeJob.Counts(RECORDS, RECORDS, 0, 0, 0, 0, 0, 0, 0));
            for (var table : List.of("contribution", "union_record", "match_decision")) {
                assertThat(jdbc.sql("select count(*) from " + table)
                                .query(Integer.class)
                                .single())
                        .as(table)
                        .isEqualTo(RECORDS);
            }
            System.out.println("Killed after " + dead.counts().seen() + " of " + RECORDS + " records, then went on");
        }
    }

    private String[] settings(TestDatabase database) {
        return new String[] {
            "--spring.datasource.url=" + database.url(),
            "--spring.datasource.username=" + database.username(),
            "--spring.datasource.password=" + database.password(),
            "--consortium.home=" + home
        };
    }

    private static IntakeJob sendAFile(ConfigurableApplicationContext here) {
        var members = here.getBean(Members.class);
        members.open();
        return here.getBean(IntakeDesk.class)
                .start(
                        CITY,
                        CITY_MAIN,
                        "books.mrc",
                        new ByteArrayInputStream(MarcBytes.books(RECORDS)),
                        MarcOptions.detect(),
                        members.librarianOf(CITY));
    }

    private static Process anotherProgram(String[] settings) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName()));
        command.addAll(List.of(settings));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target/killed-import.log").toFile())
                .start();
    }

    /** The program without its web. Not annotated as a configuration, so that no scan finds it. */
    @EnableAutoConfiguration
    @AutoConfigurationPackage(basePackages = "org.consortium")
    @ComponentScan("org.consortium")
    static final class Program {

        static ConfigurableApplicationContext start(String... settings) {
            return new SpringApplicationBuilder(Program.class)
                    .web(WebApplicationType.NONE)
                    .run(settings);
        }

        public static void main(String[] settings) {
            start(settings).getBean(IntakeRunner.class).runAll();
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
