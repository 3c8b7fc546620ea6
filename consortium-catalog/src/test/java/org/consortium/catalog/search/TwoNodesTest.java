package org.consortium.catalog.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.consortium.core.union.Description.titled;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.consortium.catalog.intake.IntakeDesk;
import org.consortium.catalog.marc.MarcOptions;
import org.consortium.core.Label;
import org.consortium.core.database.TestDatabase;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Role;
import org.consortium.core.member.Staff;
import org.consortium.core.member.StaffMembers;
import org.consortium.core.union.Description;
import org.consortium.core.union.Format;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.util.FileSystemUtils;

/**
 * Two web nodes on one database and one cluster, their timed work running as it does in the program: what one does the other finds, every
 * mark is worked off once, and one goes on without the other.
 */
@EnabledIf(
        value = "org.consortium.catalog.search.OpenSearchNode#isThere",
        disabledReason = "No JDK 21 or newer, or no way to the node's jars")
class TwoNodesTest {

    private static final Duration PROMISED = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final LibraryCode CITY = new LibraryCode("city");

    private static final List<Path> HOMES = new ArrayList<>();

    private static TestDatabase database;
    private static ConfigurableApplicationContext here;
    private static ConfigurableApplicationContext there;

    private UnionShelf shelf;

    @BeforeAll
    static void start() throws IOException {
        database = TestDatabase.fresh();
        here = node("here");
        there = node("there");
        jdbc(here)
                .sql("create table worked_off (mark bigint, node text default current_setting('application_name'))")
                .update();
        jdbc(here).sql("""
                create function notes_who_works_off() returns trigger language plpgsql as $$
                begin
                    insert into worked_off (mark) values (old.id);
                    return old;
                end $$
                """).update();
        jdbc(here).sql("""
                create trigger who_works_off before delete on index_due
                for each row execute function notes_who_works_off()
                """).update();
        new UnionShelf(jdbc(here)).library(CITY.value(), null, "云泽市图书馆", "Yunze City Library");
    }

    @AfterAll
    static void stop() {
        there.close();
        here.close();
        HOMES.forEach(home -> FileSystemUtils.deleteRecursively(home.toFile()));
    }

    @BeforeEach
    void quiet() {
        shelf = new UnionShelf(jdbc(here));
        waitFor(
                PATIENCE,
                () -> due() == 0 && index(here).isComplete() && index(there).isComplete());
        jdbc(here).sql("truncate worked_off").update();
    }

    @Test
    void aLoanHereShowsThereWithinTwoSeconds() {
        var copy = shelf.copy("city", shelf.record("city", book("三体")), "YZ1", "I247.55/1");
        waitFor(PATIENCE, () -> available(here, "三体") == 1 && available(there, "三体") == 1);

        shelf.status(copy, "ON_LOAN");
        waitFor(PROMISED, () -> available(there, "三体") == 0);

        shelf.status(copy, "ON_SHELF");
        waitFor(PROMISED, () -> available(there, "三体") == 1);
    }

    @Test
    void whatIsImportedHereIsFoundThere() {
        var librarian = here.getBean(StaffMembers.class)
                .saveAndFlush(new Staff(
                        "city.he", new Label("何敏", "He Min"), CITY, Set.of(Role.LIBRARIAN), "-", Instant.EPOCH));
        var file = """
                <collection xmlns="http://www.loc.gov/MARC21/slim">
                <record><leader>00000nam a2200000 a 4500</leader><controlfield tag="001">two-nodes-1</controlfield>
                <datafield tag="245" ind1="0" ind2="0"><subfield code="a">云泽河道志</subfield></datafield></record>
                </collection>
                """;

        here.getBean(IntakeDesk.class)
                .start(
                        CITY,
                        new BranchCode("city-main"),
                        "books.xml",
                        new ByteArrayInputStream(file.getBytes(UTF_8)),
                        MarcOptions.detect(),
                        librarian);

        waitFor(PATIENCE, () -> total(there, "云泽河道志") == 1);
        assertThat(total(here, "云泽河道志")).isEqualTo(1);
    }

    @Test
    void bothWorkAndNoMarkIsLostOrWorkedOffTwice() {
        putOnTheShelves("共享", 240);

        waitFor(PATIENCE, () -> due() == 0);
        assertThat(total(here, "共享")).isEqualTo(240);
        assertThat(total(there, "共享")).isEqualTo(240);
        assertThat(workedOff("select count(*) - count(distinct mark) from worked_off"))
                .isZero();
        assertThat(workedOff("select count(distinct node) from worked_off")).isEqualTo(2);
    }

    @Test
    void whenOneEndsTheOtherGoesOn() throws IOException {
        var third = node("third");
        var ending = new Thread(third::close);

        putOnTheShelves("接着", 60);
        ending.start();
        putOnTheShelves("接着", 60);
        join(ending);

        waitFor(PATIENCE, () -> due() == 0);
        assertThat(total(here, "接着")).isEqualTo(120);
        assertThat(total(there, "接着")).isEqualTo(120);
    }

    @Test
    void anIndexMadeAnewHereServesThereAndMissesNothing() {
        putOnTheShelves("重建", 20);
        var rebuilding = new Thread(here.getBean(IndexRebuild.class)::run);

        rebuilding.start();
        putOnTheShelves("重建", 60);
        join(rebuilding);

        waitFor(PATIENCE, () -> due() == 0 && total(there, "重建") == 80);
        assertThat(total(here, "重建")).isEqualTo(80);
    }

    /** A desk's pace, so that both have their turns. */
    private void putOnTheShelves(String title, int records) {
        IntStream.range(0, records).forEach(number -> {
            shelf.record("city", book(title + " " + number));
            sleep(Duration.ofMillis(20));
        });
    }

    private static Description book(String title) {
        return titled(title).format(Format.BOOK).build();
    }

    private static long available(ConfigurableApplicationContext node, String text) {
        return search(node).search(SearchQuery.of(text).onlyAvailable(true)).total();
    }

    private static long total(ConfigurableApplicationContext node, String text) {
        return search(node).search(SearchQuery.of(text)).total();
    }

    private static int due() {
        return workedOff("select count(*) from index_due");
    }

    private static int workedOff(String question) {
        return jdbc(here).sql(question).query(Integer.class).single();
    }

    private static RecordSearch search(ConfigurableApplicationContext node) {
        return node.getBean(RecordSearch.class);
    }

    private static CatalogueIndex index(ConfigurableApplicationContext node) {
        return node.getBean(CatalogueIndex.class);
    }

    private static JdbcClient jdbc(ConfigurableApplicationContext node) {
        return node.getBean(JdbcClient.class);
    }

    private static void waitFor(Duration most, BooleanSupplier fact) {
        var end = System.nanoTime() + most.toNanos();
        while (!fact.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within %s", most).isLessThan(end);
            sleep(Duration.ofMillis(50));
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ConfigurableApplicationContext node(String name) throws IOException {
        var home = Files.createTempDirectory("consortium-" + name);
        HOMES.add(home);
        return new SpringApplicationBuilder(Node.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "consortium.home=" + home,
                        "consortium.search.opensearch=" + OpenSearchNode.address(),
                        "spring.datasource.url=" + database.url()
                                + (database.url().contains("?") ? "&" : "?") + "ApplicationName=" + name,
                        "spring.datasource.username=" + database.username(),
                        "spring.datasource.password=" + database.password())
                .run();
    }

    /** The program without its web. Not annotated as a configuration, so that no other test's scan finds it. */
    @EnableAutoConfiguration
    @EnableScheduling
    @AutoConfigurationPackage(basePackages = "org.consortium")
    @ComponentScan(
            basePackages = "org.consortium",
            excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
    static class Node {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
