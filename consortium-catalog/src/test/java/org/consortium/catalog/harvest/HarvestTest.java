package org.consortium.catalog.harvest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consortium.catalog.harvest.OaiServer.book;
import static org.consortium.catalog.harvest.OaiServer.deleted;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consortium.catalog.intake.IntakeRunner;
import org.consortium.core.Label;
import org.consortium.core.Refusal;
import org.consortium.core.database.DatabaseTest;
import org.consortium.core.member.Branch;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Branches;
import org.consortium.core.member.Calendar;
import org.consortium.core.member.Libraries;
import org.consortium.core.member.Library;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.LibraryKind;
import org.consortium.core.member.Role;
import org.consortium.core.member.Staff;
import org.consortium.core.member.StaffMembers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A college with a system of its own, whose records are fetched. The clock of the tests stands at 2026-03-04, 02:00 UTC or near. */
@DatabaseTest
@TestPropertySource(properties = "consortium.harvest.private-hosts=127.0.0.1")
class HarvestTest {

    private static final LibraryCode COLLEGE = new LibraryCode("college");
    private static final BranchCode COLLEGE_MAIN = new BranchCode("college-main");

    @Autowired
    HarvestDesk desk;

    @Autowired
    HarvestRunner runner;

    @Autowired
    HarvestStep step;

    @Autowired
    IntakeRunner imports;

    @Autowired
    Libraries libraries;

    @Autowired
    Branches branches;

    @Autowired
    StaffMembers staff;

    @Autowired
    JdbcClient jdbc;

    private OaiServer server;
    private Staff admin;

    @BeforeEach
    void aCollegeWithASystemOfItsOwn() {
        jdbc.sql("""
                truncate contribution, union_record, copy, intake_job, intake_reject, intake_warning, index_due, harvest,
                         harvest_run, harvested, match_key, match_question, match_verdict, match_decision, trail cascade
                """).update();
        if (!libraries.has(COLLEGE)) {
            var name = new Label("云泽师范学院图书馆", "Yunze Normal College Library");
            var profile = new Library.Profile(LibraryKind.UNIVERSITY, name, null, "云泽", "", "", "", true);
            libraries.saveAndFlush(new Library(COLLEGE, null, profile, LocalDate.of(2020, 1, 1)));
            branches.saveAndFlush(new Branch(
                    COLLEGE_MAIN,
                    COLLEGE,
                    new Branch.Place(name, "", "", null, null, "Asia/Shanghai", true, ""),
                    new Calendar(Map.of(), Set.of())));
            staff.saveAndFlush(
                    new Staff("yezhou", new Label("叶舟", ""), COLLEGE, Set.of(Role.LIBRARY_ADMIN), "-", Instant.EPOCH));
        }
        admin = staff.findByLogin("yezhou").orElseThrow();
        server = new OaiServer();
    }

    @AfterEach
    void serverEnds() {
        server.close();
    }

    @Test
    void fetchesPageByPageAndImportsWhatCame() {
        server.page("next", book("1", "红楼梦"), book("2", "家 &amp; 春")).page("", book("3", "秋"));
        var harvest = added("");

        run();

        assertThat(server.asked())
                .containsExactly("verb=ListRecords&metadataPrefix=marc21", "verb=ListRecords&resumptionToken=next");
        var done = last(harvest);
        assertThat(done.state()).isEqualTo(HarvestRun.State.DONE);
        assertThat(List.of(done.pages(), done.records(), done.deleted())).containsExactly(2, 3, 0);
        assertThat(titles()).containsExactly("家 & 春", "秋", "红楼梦");
    }

    @Test
    void asksNextTimeForWhatChangedSinceByTheServersClock() {
        server.page("", book("1", "红楼梦"));
        var harvest = added("books");
        run();

        assertThat(desk.harvest(harvest, Optional.empty()).checkpoint()).isEqualTo("2026-03-04T01:45:00Z");
        assertThat(runner.runAll()).as("not due yet").isZero();

        server.error("noRecordsMatch");
        desk.fetchNow(harvest, false, admin);
        run();

        assertThat(server.asked().get(1))
                .isEqualTo("verb=ListRecords&metadataPrefix=marc21&set=books&from=2026-03-04T01:45:00Z");
        assertThat(last(harvest).state()).isEqualTo(HarvestRun.State.DONE);
        assertThat(last(harvest).job()).isNull();
    }

    @Test
    void withdrawsWhatTheServerHasDeleted() {
        server.page("", book("1", "红楼梦"), book("2", "家"));
        var harvest = added("");
        run();

        server.page("", deleted("2"), deleted("99"));
        desk.fetchNow(harvest, false, admin);
        run();

        assertThat(last(harvest).deleted()).isEqualTo(2);
        assertThat(titles()).containsExactly("红楼梦");
    }

    @Test
    void waitsAsLongAsTheServerAsks() {
        server.status(503, "Retry-After", "1").page("", book("1", "红楼梦"));
        var harvest = added("");
        long begun = System.nanoTime();

        run();

        assertThat((System.nanoTime() - begun) / 1_000_000).isGreaterThanOrEqualTo(1000);
        assertThat(last(harvest).state()).isEqualTo(HarvestRun.State.DONE);
    }

    @Test
    void goesOnAfterACrashWhereItStood() {
        server.page("second", book("1", "红楼梦"))
                .meanwhile(() -> jdbc.sql("update harvest_run set worker = 'a node that died', beat_at = null")
                        .update())
                .page("", book("2", "家"))
                .page("", book("2", "家"));
        var harvest = added("");

        run();

        assertThat(server.asked())
                .containsExactly(
                        "verb=ListRecords&metadataPrefix=marc21",
                        "verb=ListRecords&resumptionToken=second",
                        "verb=ListRecords&resumptionToken=second");
        assertThat(last(harvest).state()).isEqualTo(HarvestRun.State.DONE);
        assertThat(last(harvest).records()).isEqualTo(2);
        assertThat(titles()).containsExactly("家", "红楼梦");
    }

    @Test
    void beginsAgainWhereTheServerHasForgotten() {
        server.page("old", book("1", "红楼梦")).error("badResumptionToken").page("", book("1", "红楼梦"), book("2", "家"));
        var harvest = added("");

        run();

        assertThat(last(harvest).records()).isEqualTo(2);
        assertThat(titles()).containsExactly("家", "红楼梦");
    }

    @Test
    void tellsWhyItCouldNotAndAsksForTheSameAgain() {
        server.error("cannotDisseminateFormat");
        var harvest = added("");
        run();

        var failed = last(harvest);
        assertThat(failed.state()).isEqualTo(HarvestRun.State.FAILED);
        assertThat(failed.failure()).isEqualTo("harvest-answer");
        assertThat(failed.failureDetail()).isEqualTo("cannotDisseminateFormat");
        assertThat(desk.harvest(harvest, Optional.empty()).checkpoint()).isNull();
    }

    @Test
    void neverReadsDocumentTypesOrForeignFiles() {
        server.raw("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><OAI-PMH><ListRecords>" + book("1", "&e;")
                + "</ListRecords></OAI-PMH>");
        var harvest = added("");
        run();

        assertThat(last(harvest).failure()).isEqualTo("harvest-not-readable");
    }

    @Test
    void followsARedirectOnlyWhereItMayGo() {
        server.status(302, "Location", "http://localhost:1/secret");
        var harvest = added("");
        run();

        assertThat(last(harvest).failure()).isEqualTo("harvest-address-private");
    }

    @Test
    void refusesAddressesInsideAndWhatIsNone() {
        assertRefused(HarvestRefusal.HARVEST_ADDRESS_PRIVATE, "http://localhost/oai");
        assertRefused(HarvestRefusal.HARVEST_ADDRESS_PRIVATE, "http://169.254.169.254/latest");
        assertRefused(HarvestRefusal.HARVEST_ADDRESS_PRIVATE, "http://[::1]/oai");
        assertRefused(HarvestRefusal.HARVEST_ADDRESS_PRIVATE, "http://[::ffff:10.0.0.1]/oai");
        assertRefused(HarvestRefusal.HARVEST_ADDRESS_FORM, "file:///etc/passwd");
        assertRefused(HarvestRefusal.HARVEST_ADDRESS_FORM, "http://name:word@library.example/");
    }

    @Test
    void greetsTheServer() {
        assertThat(desk.greet(added(""), admin)).isEqualTo("云泽师范学院图书馆");
    }

    @Test
    void isCancelledWhileItFetches() {
        var harvest = added("");
        step.claim().orElseThrow();

        desk.cancel(harvest, admin);

        assertThat(last(harvest).state()).isEqualTo(HarvestRun.State.CANCELLED);
        assertThatThrownBy(() -> desk.cancel(harvest, admin))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.reason()).isEqualTo(HarvestRefusal.HARVEST_IDLE));
    }

    private void assertRefused(HarvestRefusal reason, String address) {
        var asked = new HarvestDesk.Asked(COLLEGE_MAIN, address, "marc21", "", null, 24);
        assertThatThrownBy(() -> desk.add(asked, admin))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.reason()).isEqualTo(reason));
    }

    private String added(String set) {
        var asked = new HarvestDesk.Asked(COLLEGE_MAIN, server.address(), "marc21", set, null, 24);
        return desk.add(asked, admin).code();
    }

    private void run() {
        runner.runAll();
        imports.runAll();
        runner.runAll();
    }

    private HarvestRun last(String harvest) {
        return desk.runs(harvest, Optional.of(COLLEGE), 0, 1).items().get(0);
    }

    private List<String> titles() {
        return jdbc
                .sql("select description ->> 'title' from contribution where not withdrawn")
                .query(String.class)
                .list()
                .stream()
                .sorted()
                .toList();
    }
}
