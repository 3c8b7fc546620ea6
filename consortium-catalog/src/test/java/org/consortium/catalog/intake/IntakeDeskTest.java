package org.consortium.catalog.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.consortium.catalog.intake.Members.CITY;
import static org.consortium.catalog.intake.Members.CITY_MAIN;
import static org.consortium.catalog.intake.Members.UNIVERSITY;
import static org.consortium.catalog.intake.Members.UNIVERSITY_MAIN;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.consortium.catalog.marc.ItemField;
import org.consortium.catalog.marc.MarcOptions;
import org.consortium.catalog.marc.MarcRefusal;
import org.consortium.core.Reason;
import org.consortium.core.Refusal;
import org.consortium.core.database.DatabaseTest;
import org.consortium.core.member.MemberRefusal;
import org.consortium.core.member.Trail;
import org.consortium.core.union.Contributions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.util.FileSystemUtils;

@DatabaseTest
@TestPropertySource(properties = "consortium.upload-limit=8MB")
class IntakeDeskTest {

    @Autowired
    IntakeDesk desk;

    @Autowired
    IntakeRunner runner;

    @Autowired
    IntakeStep step;

    @Autowired
    Members members;

    @Autowired
    Contributions contributions;

    @Autowired
    ItemFields fields;

    @Autowired
    Trail trail;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Value("${consortium.home}")
    Path home;

    @BeforeEach
    void nothingHasComeYet() {
        members.open();
        jdbc.sql("""
                truncate contribution, union_record, copy, intake_job, intake_reject, intake_warning, index_due,
                         match_key, match_question, match_verdict, match_decision, trail cascade
                """).update();
        FileSystemUtils.deleteRecursively(home.resolve("uploads").toFile());
    }

    @Test
    void takesAFileInTheBackground() {
        var started = start(MarcBytes.books(3));

        assertThat(started.number()).isEqualTo("I-260304-0001");
        assertThat(started.state()).isEqualTo(IntakeJob.State.WAITING);
        assertThat(runner.runAll()).isEqualTo(1);
        var done = job(started);
        assertThat(done.state()).isEqualTo(IntakeJob.State.DONE);
        assertThat(done.counts()).isEqualTo(new IntakeJob.Counts(3, 3, 0, 0, 0, 0, 0, 0, 0));
        assertThat(done.percent()).isEqualTo(100);
        assertThat(done.remaining(done.finishedAt())).isEmpty();
        assertThat(trail.lines(Optional.of(CITY), Optional.of("import"), 0, 10).items())
                .extracting(Trail.Line::action)
                .containsExactlyInAnyOrder("import-finished", "import-started");
        assertThat(home.resolve("uploads")).isEmptyDirectory();
    }

    @Test
    void changesNothingTheSecondTime() {
        read(MarcBytes.books(1200));

        var again = read(MarcBytes.books(1200));

        assertThat(again.counts().unchanged()).isEqualTo(1200);
        assertThat(again.number()).endsWith("-0002");
        assertThat(count("contribution")).isEqualTo(1200);
    }

    @Test
    void listsWhatCannotBeReadAndGivesItBack() throws IOException {
        var bad = MarcBytes.numbered("b2").field("100", "1 $aNobody").bytes();
        var file = concat(MarcBytes.books(1), bad, MarcBytes.book("b3", "Third").bytes());

        var job = read(file);

        assertThat(job.state()).isEqualTo(IntakeJob.State.DONE);
        assertThat(job.counts().rejected()).isEqualTo(1);
        assertThat(job.counts().addUp()).isTrue();
        var rejects = desk.rejects(job.number(), Optional.of(CITY), 0, 20);
        assertThat(rejects.total()).isEqualTo(1);
        var reject = rejects.items().get(0);
        assertThat(reject.number()).isEqualTo(2);
        assertThat(reject.position()).isEqualTo(MarcBytes.books(1).length);
        assertThat(reject.reason()).isEqualTo("no-title");
        var out = new ByteArrayOutputStream();
        desk.writeRejects(job.number(), Optional.of(CITY), out);
        assertThat(out.toByteArray()).isEqualTo(bad);
        assertThat(desk.rejectFile(job.number(), Optional.of(CITY)).name()).isEqualTo("I-260304-0001-rejects.mrc");
    }

    @Test
    void listsWhatIsDoubtful() {
        var job = read(MarcBytes.file(MarcBytes.book("b1", "Doubtful").field("020", "  $a9787020002200")));

        assertThat(job.counts().added()).isEqualTo(1);
        assertThat(job.counts().warned()).isEqualTo(1);
        var warnings = desk.warnings(job.number(), Optional.of(CITY), 0, 20).items();
        assertThat(warnings).extracting(IntakeWarning::code).containsExactly("isbn-invalid");
        assertThat(warnings.get(0).controlNumber()).isEqualTo("b1");
        assertThat(warnings.get(0).record())
                .isEqualTo(contributions.find(CITY, "b1").orElseThrow().record());
    }

    @Test
    void refusesWhatIsNoFileOfRecords() {
        assertRefused(MarcRefusal.EMPTY_FILE, () -> start(new byte[0]));
        assertRefused(
                MarcRefusal.NOT_A_MARC_FILE, () -> start("{\"title\": \"no list\"}".getBytes(StandardCharsets.UTF_8)));
        assertRefused(MarcRefusal.COMPRESSED_OTHERWISE, () -> start(new byte[] {'P', 'K', 3, 4, 0, 0}));
        assertRefused(IntakeRefusal.FILE_TOO_LARGE, () -> start(new Endless()));
        assertThat(count("intake_job")).isZero();
        assertThat(home.resolve("uploads")).isEmptyDirectory();
    }

    @Test
    void keepsOneLibrarysImportsFromAnother() {
        var job = start(MarcBytes.books(1));

        assertRefused(IntakeRefusal.IMPORT_NOT_FOUND, () -> desk.job(job.number(), Optional.of(UNIVERSITY)));
        assertRefused(IntakeRefusal.IMPORT_NOT_FOUND, () -> desk.cancel(job.number(), members.librarianOf(UNIVERSITY)));
        assertRefused(
                MemberRefusal.LIBRARY_NOT_FOUND,
                () -> desk.start(
                        UNIVERSITY,
                        UNIVERSITY_MAIN,
                        "books.mrc",
                        new ByteArrayInputStream(MarcBytes.books(1)),
                        MarcOptions.detect(),
                        members.librarianOf(CITY)));
        assertThat(desk.jobs(Optional.of(UNIVERSITY), 0, 20).items()).isEmpty();
        assertThat(desk.jobs(Optional.empty(), 0, 20).items())
                .extracting(IntakeJob::number)
                .containsExactly(job.number());
    }

    @Test
    void goesOnAtTheRightRecordAfterACrash() {
        var job = start(MarcBytes.books(1300));
        crashAfter(500);
        assertThat(job(job).counts().seen()).isEqualTo(500);
        assertThat(runner.runAll())
                .as("the dead node's job is not taken from it at once")
                .isZero();

        jdbc.sql("update intake_job set beat_at = beat_at - interval '1 minute'")
                .update();
        assertThat(runner.runAll()).isEqualTo(1);

        assertThat(job(job).state()).isEqualTo(IntakeJob.State.DONE);
        assertThat(job(job).counts()).isEqualTo(new IntakeJob.Counts(1300, 1300, 0, 0, 0, 0, 0, 0, 0));
        assertThat(count("contribution")).isEqualTo(1300);
        assertThat(count("match_decision")).isEqualTo(1300);
    }

    /** A node that reads so many records and is never heard of again. */
    private void crashAfter(int records) {
        var work = step.claim().orElseThrow();
        try (var file = ArrivingFile.open(work, clock)) {
            var batch = new ArrayList<Arrival>();
            while (batch.size() < records) {
                batch.add(file.next());
            }
            step.take(work, batch, file.bytesRead(), IntakeStep.Ending.NOT_YET);
        }
        jdbc.sql("update intake_job set worker = 'a node that died'").update();
    }

    @Test
    void stopsANodeThatHasLostItsJob() {
        start(MarcBytes.books(10));
        var work = step.claim().orElseThrow();
        jdbc.sql("update intake_job set worker = 'another node'").update();

        assertThatThrownBy(() -> step.take(work, List.of(), 0, IntakeStep.Ending.DONE))
                .isInstanceOf(IntakeStep.TakenAway.class);
    }

    @Test
    void tidiesUpWhatNoJobNeeds() throws IOException {
        var waiting = start(MarcBytes.books(1));
        var lost = start(MarcBytes.books(1));
        try (var files = Files.newDirectoryStream(home.resolve("uploads"))) {
            for (var file : files) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
            }
        }
        var nobodys = Files.write(home.resolve("uploads/broken-off.import"), new byte[1]);
        Files.setLastModifiedTime(nobodys, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        Files.delete(home.resolve("uploads")
                .resolve(jdbc.sql("select file_path from intake_job where number = :number")
                        .param("number", lost.number())
                        .query(String.class)
                        .single()));
        jdbc.sql("update intake_job set created_at = created_at - interval '2 days'")
                .update();

        runner.tidy();

        assertThat(nobodys).doesNotExist();
        assertThat(job(lost).failure()).isEqualTo("file-gone");
        runner.runAll();
        assertThat(job(waiting).state()).isEqualTo(IntakeJob.State.DONE);
    }

    @Test
    void stopsWhenCancelled() {
        var job = start(MarcBytes.books(10));
        var work = step.claim().orElseThrow();

        desk.cancel(job.number(), members.librarianOf(CITY));

        assertThatThrownBy(() -> step.take(work, List.of(), 0, IntakeStep.Ending.DONE))
                .isInstanceOf(IntakeStep.TakenAway.class);
        assertThat(job(job).state()).isEqualTo(IntakeJob.State.CANCELLED);
        assertRefused(IntakeRefusal.IMPORT_OVER, () -> desk.cancel(job.number(), members.librarianOf(CITY)));
        assertThat(runner.runAll()).isZero();
    }

    @Test
    void keepsWhatWasReadOfAFileThatBreaksOff() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(MarcBytes.books(20_000));
        }
        var job = read(Arrays.copyOf(packed.toByteArray(), packed.size() * 3 / 4));

        assertThat(job.state()).isEqualTo(IntakeJob.State.FAILED);
        assertThat(job.failure()).isEqualTo("file-broke-off");
        assertThat(job.counts().added()).isGreaterThan(10_000);
        assertThat(job.counts().addUp()).isTrue();
        assertThat(count("contribution")).isEqualTo(job.counts().added());
    }

    @Test
    void readsCopiesWhereTheLibrarySaysTheyAre() {
        var book = MarcBytes.book("b1", "Elsewhere").field("920", "  $a01-A-1$kI247.5");
        var by = members.librarianOf(CITY);
        fields.name(new ItemField("920", "a", "", "k", "", ""), by, clock.instant());
        var told = read(MarcBytes.file(book));
        fields.forget(by, clock.instant());
        var forgotten = read(MarcBytes.file(MarcBytes.book("b2", "Anywhere").field("920", "  $a01-A-2")));

        assertThat(told.counts().copies()).isEqualTo(1);
        assertThat(jdbc.sql("select call_number from copy").query(String.class).single())
                .isEqualTo("I247.5");
        assertThat(forgotten.counts().copies()).isZero();
    }

    @Test
    void rejectsOnlyTheRecordTheDatabaseWillNotHave() {
        jdbc.sql("alter table contribution add constraint nothing_evil check (control_number <> 'b700')")
                .update();
        try {
            var job = read(MarcBytes.books(1000));

            assertThat(job.state()).isEqualTo(IntakeJob.State.DONE);
            assertThat(job.counts().added()).isEqualTo(999);
            assertThat(desk.rejects(job.number(), Optional.empty(), 0, 20).items())
                    .extracting(Reject::number, Reject::reason)
                    .containsExactly(tuple(700, "not-stored"));
        } finally {
            jdbc.sql("alter table contribution drop constraint nothing_evil").update();
        }
    }

    private IntakeJob read(byte[] file) {
        var job = start(file);
        runner.runAll();
        return job(job);
    }

    private IntakeJob job(IntakeJob job) {
        return desk.job(job.number(), Optional.of(CITY));
    }

    private IntakeJob start(byte[] file) {
        return start(new ByteArrayInputStream(file));
    }

    private IntakeJob start(InputStream file) {
        return desk.start(
                CITY, CITY_MAIN, "C:\\files\\books.mrc", file, MarcOptions.detect(), members.librarianOf(CITY));
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static byte[] concat(byte[]... parts) {
        var whole = new ByteArrayOutputStream();
        for (var part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    private static void assertRefused(Reason reason, Runnable asked) {
        assertThatThrownBy(asked::run)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.reason()).isEqualTo(reason));
    }

    /** More than any limit. */
    private static final class Endless extends InputStream {

        @Override
        public int read() {
            return '0';
        }

        @Override
        public int read(byte[] into, int from, int length) {
            Arrays.fill(into, from, from + length, (byte) '0');
            return length;
        }
    }
}
