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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.consortium.catalog.marc.MarcOptions;
import org.consortium.catalog.sheet.SheetColumn;
import org.consortium.catalog.sheet.SheetMapping;
import org.consortium.catalog.sheet.SheetRefusal;
import org.consortium.core.Refusal;
import org.consortium.core.database.DatabaseTest;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A reading room's list of its books, and what the union catalogue makes of it. */
@DatabaseTest
class ListImportTest {

    private static final String DREAM = """
            条码,ISBN,书名,作者,出版社,出版年,索书号,定价
            QT001,9787020002207,红楼梦,曹雪芹,人民文学出版社,1996,I242.4/1,59.70
            QT002,9787020002207,红楼梦,曹雪芹,人民文学出版社,1996,I242.4/1,59.70
            QT003,,桥头镇志,桥头镇人民政府,,2003,K295/1,
            """;

    @Autowired
    IntakeDesk desk;

    @Autowired
    IntakeRunner runner;

    @Autowired
    BriefRecords briefs;

    @Autowired
    MemberStanding standing;

    @Autowired
    Members members;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nothingHasComeYet() {
        members.open();
        jdbc.sql("""
                truncate contribution, union_record, copy, intake_job, intake_reject, intake_warning, index_due,
                         match_key, match_question, match_verdict, match_decision, trail, barcode_range cascade
                """).update();
    }

    @Test
    void waitsForTheColumnsToBeNamedAndShowsTheBeginning() {
        var job = start(CITY, CITY_MAIN, DREAM);

        assertThat(job.state()).isEqualTo(IntakeJob.State.MAPPING);
        assertThat(job.list().columns())
                .containsExactly(
                        SheetColumn.BARCODE,
                        SheetColumn.ISBN,
                        SheetColumn.TITLE,
                        SheetColumn.AUTHOR,
                        SheetColumn.PUBLISHER,
                        SheetColumn.YEAR,
                        SheetColumn.CALL_NUMBER,
                        SheetColumn.PRICE);
        assertThat(desk.beginning(job.number(), Optional.of(CITY), null)).hasSize(4);
        assertThat(runner.runAll()).isZero();
    }

    @Test
    void theSameTitleIsOneRecordWithItsCopies() {
        var job = read(DREAM);

        assertThat(job.counts()).isEqualTo(new IntakeJob.Counts(3, 2, 0, 1, 0, 0, 2, 0, 3));
        assertThat(jdbc.sql("select barcode, price from copy order by barcode")
                        .query()
                        .listOfRows())
                .extracting(row -> row.get("barcode"), row -> row.get("price"))
                .containsExactly(tuple("QT001", 5970L), tuple("QT002", 5970L), tuple("QT003", null));
    }

    @Test
    void theSameListAgainChangesNothingAndANextCopyOnlyComesToIt() {
        read(DREAM);

        var again = read(DREAM + "QT004,9787020002207,红楼梦,曹雪芹,人民文学出版社,1996,I242.4/1,59.70\n");

        assertThat(again.counts()).isEqualTo(new IntakeJob.Counts(4, 0, 0, 4, 0, 0, 0, 0, 1));
        assertThat(count("contribution")).isEqualTo(2);
        assertThat(count("copy")).isEqualTo(4);
    }

    @Test
    void whatTheRegionKnowsIsSuppliedAndTheRestWaitsToBeCompleted() {
        theUniversityHasTheDream();

        var job = read(DREAM);

        assertThat(job.counts().joined()).isEqualTo(1);
        var brief = briefs.of(CITY, 0, 10);
        assertThat(brief.items()).extracting(one -> one.description().title()).containsExactly("桥头镇志");
        assertThat(standing.of(CITY)).isEqualTo(new MemberStanding.Standing(2, 3, 1, 0, 0));
        assertThat(desk.warnings(job.number(), Optional.of(CITY), 0, 10).items())
                .extracting(IntakeWarning::position, IntakeWarning::code, IntakeWarning::detail)
                .as("with the line of the sheet, its headings counted")
                .containsExactly(tuple(4L, "brief-record", "桥头镇志"));
    }

    @Test
    void aTitleLeavesTheListWhenAFullerRecordComes() {
        read(DREAM);
        assertThat(briefs.of(CITY, 0, 10).total()).isEqualTo(2);

        theUniversityHasTheDream();

        assertThat(briefs.of(CITY, 0, 10).items())
                .extracting(one -> one.description().title())
                .containsExactly("桥头镇志");
    }

    @Test
    void copiesWithoutABarcodeAreGivenOneOnceHoweverOftenTheListComes() {
        var list = "书名,作者,册数\n桥头镇志,镇志办,3\n河岸,沈长河,\n桥头镇志,镇志办,1\n空架子,无名,0\n";

        var job = readGiving(list, "QT0009");

        assertThat(job.counts().copies()).isEqualTo(5);
        assertThat(desk.givenBarcodes(job.number(), Optional.of(CITY), 0, 10).items())
                .extracting(one -> one.barcode().value(), GivenBarcode::title)
                .containsExactly(
                        tuple("QT0009", "桥头镇志"),
                        tuple("QT0010", "桥头镇志"),
                        tuple("QT0011", "桥头镇志"),
                        tuple("QT0012", "桥头镇志"),
                        tuple("QT0013", "河岸"));
        assertThat(readGiving(list, "").counts().copies()).isZero();
        assertThat(count("copy")).isEqualTo(5);
    }

    @Test
    void twoMoreCopiesAreTwoMoreBarcodesAndThoseInUseArePassedOver() {
        read("条码,书名\nQT0011,旧书\n");
        readGiving("书名,册数\n河岸,1册\n", "qt0010");

        var more = readGiving("书名,册数\n河岸,3\n", "");

        assertThat(desk.givenBarcodes(more.number(), Optional.of(CITY), 0, 10).items())
                .extracting(one -> one.barcode().value())
                .containsExactly("QT0012", "QT0013");
        assertThat(desk.nextBarcode(CITY).value()).isEqualTo("QT0014");
        assertThat(desk.nextBarcode(UNIVERSITY).value()).isEqualTo("UNIVERSITY-000001");
    }

    @Test
    void linesOfATitleFarApartAreCountedTogether() {
        var lines = new StringBuilder("书名,册数\n河岸,2\n");
        for (int i = 1; i <= 600; i++) {
            lines.append("书中第").append(i).append("号,0\n");
        }

        var job = readGiving(lines.append("河岸,1\n").toString(), "");

        assertThat(job.counts().copies()).isEqualTo(3);
    }

    @Test
    void aNumberOfCopiesNobodyUnderstandsIsADoubtAndNoFirstBarcodeARefusal() {
        var job = readGiving("书名,册数\n河岸,若干\n", "");

        assertThat(job.counts().copies()).isEqualTo(1);
        assertThat(desk.warnings(job.number(), Optional.of(CITY), 0, 10).items())
                .extracting(IntakeWarning::code)
                .contains("copies-odd");
        assertThatThrownBy(() -> readGiving("书名\n河岸\n", "QTA"))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.reason()).isEqualTo(IntakeRefusal.BARCODE_RANGE_FORM));
    }

    private IntakeJob readGiving(String list, String first) {
        var job = start(CITY, CITY_MAIN, list);
        desk.map(job.number(), job.list().givingBarcodes(true), null, first, members.librarianOf(CITY));
        runner.runAll();
        return desk.job(job.number(), Optional.of(CITY));
    }

    @Test
    void anIsbnAloneIsEnoughWhereTheRegionKnowsIt() {
        theUniversityHasTheDream();

        var job = read("ISBN,条码\n9787020002207,QT001\n9787020000001,QT002\n9787208061644,QT003\n,QT004\n");

        assertThat(job.counts()).isEqualTo(new IntakeJob.Counts(4, 1, 0, 0, 0, 3, 0, 1, 1));
        assertThat(desk.rejects(job.number(), Optional.of(CITY), 0, 10).items())
                .extracting(Reject::number, Reject::reason)
                .containsExactly(
                        tuple(2, "no-title-and-no-isbn"), tuple(3, "isbn-not-known"), tuple(4, "no-title-and-no-isbn"));
        assertThat(jdbc.sql("select description ->> 'title' from contribution where library = 'city'")
                        .query(String.class)
                        .single())
                .isEqualTo("红楼梦");
    }

    @Test
    void givesBackTheLinesThatDidNotComeWithHeadingsToSendThemAgain() throws IOException {
        var job = read("书名,作者,备注\n,无名氏,\"一, 二\"\n");

        var out = new ByteArrayOutputStream();
        desk.writeRejects(job.number(), Optional.of(CITY), out);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\uFEFF题名,作者,附注\r\n,无名氏,\"一, 二\"\r\n");
    }

    @Test
    void aListOfDeletionsWithdrawsWhatItNames() {
        theUniversityHasTheDream();

        var job = start(UNIVERSITY, UNIVERSITY_MAIN, "控制号\nu1\nu2\n");
        var list = new SheetMapping(List.of(SheetColumn.CONTROL_NUMBER), true, true);
        desk.map(job.number(), list, null, members.librarianOf(UNIVERSITY));
        runner.runAll();

        var done = desk.job(job.number(), Optional.empty());
        assertThat(done.counts()).isEqualTo(new IntakeJob.Counts(2, 0, 0, 1, 1, 0, 1, 0, 0));
    }

    @Test
    void goesOnAtTheRightLineAfterACrash() {
        var lines = new StringBuilder("书名,条码\n");
        for (int i = 1; i <= 1200; i++) {
            lines.append("书中第").append(i).append("号,C").append(i).append('\n');
        }
        var job = named(start(CITY, CITY_MAIN, lines.toString()));
        jdbc.sql("update intake_job set seen = 700, unchanged = 700").update();

        runner.runAll();

        assertThat(desk.job(job.number(), Optional.of(CITY)).counts().added()).isEqualTo(500);
    }

    @Test
    void columnsAreNamedOnceAndSayEnough() {
        var job = start(CITY, CITY_MAIN, "甲,乙\n一,二\n");
        var by = members.librarianOf(CITY);

        assertThatThrownBy(() -> desk.map(job.number(), job.list(), null, by))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.reason()).isEqualTo(SheetRefusal.COLUMNS_NOT_KNOWN));
        var list = new SheetMapping(List.of(SheetColumn.TITLE), true, false);
        desk.map(job.number(), list, null, by);
        assertThatThrownBy(() -> desk.map(job.number(), list, null, by))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.reason()).isEqualTo(IntakeRefusal.COLUMNS_NAMED));
    }

    private void theUniversityHasTheDream() {
        var record = MarcBytes.book("u1", "红楼梦 /$c曹雪芹著")
                .field("020", "  $a9787020002207")
                .field("100", "1 $a曹雪芹")
                .field("260", "  $a北京 :$b人民文学出版社,$c1996")
                .field("300", "  $a1606 p.");
        start(UNIVERSITY, UNIVERSITY_MAIN, MarcBytes.file(record));
        runner.runAll();
    }

    private IntakeJob read(String list) {
        var job = named(start(CITY, CITY_MAIN, list));
        runner.runAll();
        return desk.job(job.number(), Optional.of(CITY));
    }

    private IntakeJob named(IntakeJob job) {
        return desk.map(job.number(), job.list(), null, members.librarianOf(CITY));
    }

    private IntakeJob start(LibraryCode library, BranchCode branch, String list) {
        return start(library, branch, list.getBytes(StandardCharsets.UTF_8));
    }

    private IntakeJob start(LibraryCode library, BranchCode branch, byte[] content) {
        return desk.start(
                library,
                branch,
                "list.csv",
                new ByteArrayInputStream(content),
                MarcOptions.detect(),
                members.librarianOf(library));
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
