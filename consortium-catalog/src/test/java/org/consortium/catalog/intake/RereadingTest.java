package org.consortium.catalog.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consortium.catalog.intake.Members.CITY;
import static org.consortium.catalog.intake.Members.CITY_EAST;
import static org.consortium.catalog.intake.Members.CITY_MAIN;
import static org.consortium.catalog.intake.Members.UNIVERSITY;
import static org.consortium.catalog.intake.Members.UNIVERSITY_MAIN;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.Optional;
import org.consortium.catalog.marc.ItemField;
import org.consortium.catalog.marc.MarcOptions;
import org.consortium.core.Refusal;
import org.consortium.core.database.DatabaseTest;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Trail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a library has sent is read again by what is known of its fields today. */
@DatabaseTest
class RereadingTest {

    /** As it was kept when nobody knew of its subtitle and its year. */
    private static final String READ_POORLY = """
            update contribution set description = '{"title":"Book number 1","format":"BOOK"}'
            where library = 'city' and control_number = 'b1'
            """;

    @Autowired
    RereadingDesk rereading;

    @Autowired
    IntakeDesk desk;

    @Autowired
    IntakeRunner runner;

    @Autowired
    IntakeStep step;

    @Autowired
    ItemFields fields;

    @Autowired
    Members members;

    @Autowired
    Trail trail;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nothingHasComeYet() {
        members.open();
        jdbc.sql("""
                truncate contribution, union_record, copy, intake_job, intake_reject, intake_warning, index_due,
                         match_key, match_question, match_verdict, match_decision, trail, item_field cascade
                """).update();
    }

    @Test
    void replacesWhatReadsOtherwiseAndLeavesTheRest() {
        sent(
                CITY,
                CITY_MAIN,
                MarcBytes.file(
                        MarcBytes.book("b1", "Book number 1$ba subtitle").field("260", "  $c1999"),
                        MarcBytes.book("b2", "Book number 2")));
        jdbc.sql(READ_POORLY).update();

        var done = readAgain();

        assertThat(done.state()).isEqualTo(IntakeJob.State.DONE);
        assertThat(done.fromStore()).isTrue();
        assertThat(done.percent()).isEqualTo(100);
        assertThat(done.counts()).isEqualTo(new IntakeJob.Counts(2, 0, 1, 1, 0, 0, 0, 0, 0));
        assertThat(jdbc.sql("select 1 from contribution where description::text like '%a subtitle%' and version = 1")
                        .query()
                        .listOfRows())
                .hasSize(1);
        assertThat(jdbc.sql("select version from contribution where control_number = 'b2'")
                        .query(Integer.class)
                        .single())
                .as("what reads the same is not touched")
                .isZero();
        assertThat(readAgain().counts().changed()).isZero();
        assertThat(trail.lines(Optional.of(CITY), Optional.of("import"), 0, 10).items())
                .extracting(Trail.Line::action)
                .contains("rereading-started", "import-finished");
    }

    @Test
    void copiesComeFromAFieldTheLibraryHasNamedSinceAndThoseThatStandStay() {
        sent(
                CITY,
                CITY_MAIN,
                MarcBytes.file(
                        MarcBytes.book("b1", "Book number 1").field("966", "  $bQT001"),
                        MarcBytes.book("b2", "Book number 2").field("952", "  $pQT002$oI247")));
        jdbc.sql("update copy set branch = 'city-east', at_branch = 'city-east' where barcode = 'QT002'")
                .update();
        fields.name(new ItemField("966", "b", "", "", "", ""), members.librarianOf(CITY), clock.instant());

        var done = readAgain();

        assertThat(done.counts().copies()).isEqualTo(1);
        assertThat(branchOf("QT002")).isEqualTo(CITY_EAST.value());
        assertThat(jdbc.sql("select count(*) from copy").query(Integer.class).single())
                .isEqualTo(2);
        assertThat(readAgain().counts().copies()).isZero();
    }

    private String branchOf(String barcode) {
        return jdbc.sql("select branch from copy where barcode = :barcode")
                .param("barcode", barcode)
                .query(String.class)
                .single();
    }

    @Test
    void tellsBeforeWhatWouldChange() {
        sent(
                CITY,
                CITY_MAIN,
                MarcBytes.file(
                        MarcBytes.book("b1", "Book number 1$ba subtitle").field("966", "  $bQT001"),
                        MarcBytes.book("b2", "Book number 2")));
        jdbc.sql(READ_POORLY).update();
        fields.name(new ItemField("966", "b", "", "", "", ""), members.librarianOf(CITY), clock.instant());

        var sample = rereading.sample(CITY, members.librarianOf(CITY));

        assertThat(sample.records()).isEqualTo(2);
        assertThat(sample.looked()).isEqualTo(2);
        assertThat(sample.changed()).isEqualTo(1);
        assertThat(sample.fields()).containsOnlyKeys("subtitle");
        assertThat(sample.copies()).isEqualTo(1);
        assertThat(sample.examples())
                .singleElement()
                .satisfies(one -> assertThat(one.controlNumber()).isEqualTo("b1"));
    }

    @Test
    void whatCanNoLongerBeReadStaysAsItIs() {
        sent(CITY, CITY_MAIN, MarcBytes.books(3));
        jdbc.sql("update contribution set raw = 'nothing' where control_number = 'b2'")
                .update();

        var done = readAgain();

        assertThat(done.counts()).isEqualTo(new IntakeJob.Counts(3, 0, 0, 2, 0, 1, 0, 0, 0));
        assertThat(desk.rejects(done.number(), Optional.of(CITY), 0, 10).items())
                .singleElement()
                .satisfies(reject -> assertThat(reject.detail()).isEqualTo("b2"));
        assertThat(jdbc.sql("select count(*) from contribution where not withdrawn")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void givesWayToWhatIsSentMeanwhileAndGoesOnWhereItWas() {
        sent(CITY, CITY_MAIN, MarcBytes.books(1200));
        var again = rereading.start(CITY, members.librarianOf(CITY));
        start(UNIVERSITY, UNIVERSITY_MAIN, MarcBytes.books(3));
        var first = step.claim().orElseThrow();
        assertThat(first.fromStore()).as("a file goes first").isFalse();
        step.release(first);

        runner.runAll();

        var done = desk.job(again.number(), Optional.of(CITY));
        assertThat(done.state()).isEqualTo(IntakeJob.State.DONE);
        assertThat(done.counts().seen()).isEqualTo(1200);
        assertThat(done.counts().unchanged()).isEqualTo(1200);
    }

    @Test
    void goesOnAfterTheRecordItCameTo() {
        sent(CITY, CITY_MAIN, MarcBytes.books(9));
        var again = rereading.start(CITY, members.librarianOf(CITY));
        jdbc.sql("update intake_job set seen = 4, unchanged = 4, read_up_to = 'b4' where from_store")
                .update();

        runner.runAll();

        assertThat(desk.job(again.number(), Optional.of(CITY)).counts().unchanged())
                .isEqualTo(9);
    }

    @Test
    void onceAtATimeAndOnlyByTheLibraryItself() {
        sent(CITY, CITY_MAIN, MarcBytes.books(1));
        rereading.start(CITY, members.librarianOf(CITY));

        assertThatThrownBy(() -> rereading.start(CITY, members.librarianOf(CITY)))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.reason()).isEqualTo(IntakeRefusal.REREADING_UNDER_WAY));
        assertThatThrownBy(() -> rereading.start(CITY, members.librarianOf(UNIVERSITY)))
                .isInstanceOf(Refusal.class);
    }

    private IntakeJob readAgain() {
        var job = rereading.start(CITY, members.librarianOf(CITY));
        runner.runAll();
        return desk.job(job.number(), Optional.of(CITY));
    }

    private void sent(LibraryCode library, BranchCode branch, byte[] file) {
        start(library, branch, file);
        runner.runAll();
    }

    private void start(LibraryCode library, BranchCode branch, byte[] file) {
        desk.start(
                library,
                branch,
                "books.mrc",
                new ByteArrayInputStream(file),
                MarcOptions.detect(),
                members.librarianOf(library));
    }
}
