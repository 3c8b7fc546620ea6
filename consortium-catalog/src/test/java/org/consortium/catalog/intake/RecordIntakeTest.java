package org.consortium.catalog.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consortium.catalog.intake.Members.CITY;
import static org.consortium.catalog.intake.Members.CITY_EAST;
import static org.consortium.catalog.intake.Members.CITY_MAIN;
import static org.consortium.catalog.intake.Members.UNIVERSITY;
import static org.consortium.catalog.intake.Members.UNIVERSITY_MAIN;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.consortium.catalog.marc.MarcEntry;
import org.consortium.catalog.marc.MarcFamily;
import org.consortium.catalog.marc.MarcItem;
import org.consortium.catalog.matching.MatchDecision;
import org.consortium.catalog.matching.MatchDecisions;
import org.consortium.core.Refusal;
import org.consortium.core.database.DatabaseTest;
import org.consortium.core.member.Actor;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Barcode;
import org.consortium.core.union.Contribution;
import org.consortium.core.union.Contributions;
import org.consortium.core.union.Copies;
import org.consortium.core.union.CopyStatus;
import org.consortium.core.union.Description;
import org.consortium.core.union.Identifier;
import org.consortium.core.union.Isbn;
import org.consortium.core.union.ItemClass;
import org.consortium.core.union.RecordId;
import org.consortium.core.union.UnionRecords;
import org.consortium.core.union.UnionRefusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@DatabaseTest
@Transactional
class RecordIntakeTest {

    private static final Instant NOW = Instant.parse("2026-03-04T02:00:00Z");
    private static final Actor CLOCK = Actor.clock();
    private static final Isbn ISBN = new Isbn("9787020002207");
    private static final Isbn OTHER_ISBN = new Isbn("9787020008735");

    @Autowired
    RecordIntake intake;

    @Autowired
    CopyDesk desk;

    @Autowired
    ItemClassCodes codes;

    @Autowired
    Members members;

    @Autowired
    Contributions contributions;

    @Autowired
    UnionRecords records;

    @Autowired
    Copies copies;

    @Autowired
    MatchDecisions decisions;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void membersAreThere() {
        members.open();
    }

    @Test
    void joinsTheSameBookOfTwoLibraries() {
        var first = intake.add(CITY, "c1", book("红楼梦", ISBN), CLOCK, NOW);
        var second = intake.add(UNIVERSITY, "u1", book("紅樓夢", ISBN), CLOCK, NOW);

        assertThat(second.record()).isEqualTo(first.record());
        assertThat(second.joined()).isTrue();
        var weighed = decisions.of(second.contribution()).get(0).weighed().get(0);
        assertThat(weighed.keys()).containsExactly("isbn 9787020002207");
        assertThat(weighed.signs()).contains("isbn-same 75", "title-same 50");
    }

    @Test
    void takesTheLibrariansWordForARecordWithoutNumbers() {
        var first = intake.add(CITY, "c1", withoutNumbers("美的历程"), CLOCK, NOW);
        var sheet = List.of(
                new RecordForm("u1", withoutNumbers("美的历程"), first.record(), List.of(item("A0001", ""))),
                new RecordForm("u2", withoutNumbers("美的历程"), null, List.of()));

        var outcome = intake.enter(UNIVERSITY, UNIVERSITY_MAIN, sheet, CLOCK, NOW);

        assertThat(outcome.joined()).isEqualTo(1);
        assertThat(outcome.copies()).isEqualTo(1);
        assertThat(recordOf(UNIVERSITY, "u1")).isEqualTo(first.record());
        assertThat(recordOf(UNIVERSITY, "u2")).isNotEqualTo(first.record());
        assertThatThrownBy(() -> intake.enter(
                        UNIVERSITY,
                        UNIVERSITY_MAIN,
                        List.of(new RecordForm("u3", withoutNumbers("美的历程"), RecordId.of(999_999), List.of())),
                        CLOCK,
                        NOW))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.reason()).isEqualTo(UnionRefusal.RECORD_NOT_FOUND));
    }

    @Test
    void keepsApartWhatSharesAnIsbnButNotTheTitleOrTheVolume() {
        var set = intake.add(CITY, "c1", book("红楼梦", ISBN), CLOCK, NOW);
        var volume = intake.add(UNIVERSITY, "u1", volume("红楼梦", "上册"), CLOCK, NOW);
        var other = intake.add(UNIVERSITY, "u2", book("三国演义", ISBN), CLOCK, NOW);

        assertThat(List.of(set.record(), volume.record(), other.record())).doesNotHaveDuplicates();
        assertThat(decisions.of(volume.contribution()).get(0).weighed().get(0).vetoes())
                .containsExactly("set-against-volume");
    }

    @Test
    void keepsApartWhatOneLibraryKeepsApart() {
        take(CITY, CITY_MAIN, marc("c1", book("红楼梦", ISBN)), marc("c2", book("红楼梦", ISBN)));
        take(CITY, CITY_MAIN, marc("c3", book("红楼梦", ISBN)));

        assertThat(List.of(recordOf(CITY, "c1"), recordOf(CITY, "c2"), recordOf(CITY, "c3")))
                .doesNotHaveDuplicates();
    }

    @Test
    void joinsWhatFitsBestWhereSeveralRecordsCarryTheNumber() {
        take(CITY, CITY_MAIN, marc("c1", book("红楼梦", ISBN)), marc("c2", volume("红楼梦", "上册")));
        take(UNIVERSITY, UNIVERSITY_MAIN, marc("u1", volume("紅樓夢", "上冊")), marc("u2", book("红楼梦", ISBN)));

        assertThat(recordOf(UNIVERSITY, "u1")).isEqualTo(recordOf(CITY, "c2"));
        assertThat(recordOf(UNIVERSITY, "u2")).isEqualTo(recordOf(CITY, "c1"));
    }

    @Test
    void doesNotTrustANumberThatStandsOnManyTitles() {
        for (var title : List.of("红楼梦", "三国演义", "水浒传", "西游记")) {
            intake.add(CITY, title, book(title, ISBN), CLOCK, NOW);
        }

        var longer = intake.add(UNIVERSITY, "u1", book("红楼梦: 校注本", ISBN), CLOCK, NOW);
        var same = intake.add(UNIVERSITY, "u2", book("西游记", ISBN), CLOCK, NOW);

        assertThat(longer.joined()).isFalse();
        assertThat(same.record()).isEqualTo(recordOf(CITY, "西游记"));
    }

    @Test
    void changesNothingTheSecondTime() {
        var batch = List.of(marc("c1", book("红楼梦", ISBN), item("A0001", "")), marc("c2", book("三国演义", OTHER_ISBN)));
        intake.take(CITY, CITY_MAIN, batch, NOW);
        jdbc.sql("delete from index_due").update();

        var again = intake.take(CITY, CITY_MAIN, batch, NOW.plusSeconds(60));

        assertThat(again.count(Outcome.UNCHANGED)).isEqualTo(2);
        assertThat(again.copies()).isZero();
        assertThat(jdbc.sql("select count(*) from index_due").query(Long.class).single())
                .isZero();
    }

    @Test
    void replacesWhatHasChanged() {
        take(CITY, CITY_MAIN, marc("c1", book("紅楼夢", ISBN)));
        var before = recordOf(CITY, "c1");

        var outcome = take(CITY, CITY_MAIN, marc("c1", book("红楼梦", ISBN)));

        assertThat(outcome.count(Outcome.CHANGED)).isEqualTo(1);
        assertThat(recordOf(CITY, "c1")).isEqualTo(before);
        assertThat(records.required(before).title()).isEqualTo("红楼梦");
    }

    @Test
    void takesTheLaterOfTwoWithTheSameNumberInOneBatch() {
        var outcome = take(CITY, CITY_MAIN, marc("c1", book("红楼", ISBN)), marc("c1", book("红楼梦", ISBN)));

        assertThat(outcome.count(Outcome.ADDED)).isEqualTo(1);
        assertThat(outcome.count(Outcome.CHANGED)).isEqualTo(1);
        assertThat(records.required(recordOf(CITY, "c1")).title()).isEqualTo("红楼梦");
    }

    @Test
    void movesACorrectedRecordToItsPublicationAndRedirectsTheEmptyOne() {
        take(UNIVERSITY, UNIVERSITY_MAIN, marc("u1", book("三国演义", OTHER_ISBN)));
        take(CITY, CITY_MAIN, marc("c1", book("三国演义", ISBN), item("A0001", "")));
        var wrong = recordOf(CITY, "c1");

        take(CITY, CITY_MAIN, marc("c1", book("三国演义", OTHER_ISBN), item("A0001", "")));

        var right = recordOf(UNIVERSITY, "u1");
        assertThat(recordOf(CITY, "c1")).isEqualTo(right).isNotEqualTo(wrong);
        assertThat(records.required(wrong).id()).isEqualTo(right);
        assertThat(copies.required(CITY, new Barcode("A0001")).record()).isEqualTo(right);
    }

    @Test
    void leavesARecordItNoLongerFits() {
        take(CITY, CITY_MAIN, marc("c1", book("三国演义", ISBN)));
        take(UNIVERSITY, UNIVERSITY_MAIN, marc("u1", book("三国演义", ISBN)));
        var shared = recordOf(CITY, "c1");

        take(CITY, CITY_MAIN, marc("c1", book("水浒传", OTHER_ISBN)));

        assertThat(recordOf(CITY, "c1")).isNotEqualTo(shared);
        assertThat(records.required(recordOf(CITY, "c1")).title()).isEqualTo("水浒传");
        assertThat(records.required(shared).title()).isEqualTo("三国演义");
        assertThat(contributions.elected(shared).map(Contribution::controlNumber))
                .contains("u1");
    }

    @Test
    void isShownByTheContributionThatTellsMost() {
        take(CITY, CITY_MAIN, marc("c1", book("红楼梦", ISBN)));
        var full = Description.titled("红楼梦")
                .subtitle("校注本")
                .published("北京", "人民文学出版社", 1982)
                .identifiers(List.of(Identifier.of(ISBN)))
                .build();
        take(UNIVERSITY, UNIVERSITY_MAIN, marc("u1", full));

        var record = records.required(recordOf(CITY, "c1"));

        assertThat(record.title()).isEqualTo("红楼梦: 校注本");
        assertThat(record.year()).isEqualTo(1982);
        take(UNIVERSITY, UNIVERSITY_MAIN, deleted("u1"));
        assertThat(records.required(record.id()).title()).isEqualTo("红楼梦");
    }

    @Test
    void withdrawsWhatIsDeletedAndBringsItBack() {
        var live = marc("c1", book("红楼梦", ISBN), item("A0001", ""));
        take(CITY, CITY_MAIN, live);
        var record = recordOf(CITY, "c1");

        var outcome = take(CITY, CITY_MAIN, deleted("c1"), deleted("never-there"));

        assertThat(outcome.count(Outcome.WITHDRAWN)).isEqualTo(1);
        assertThat(outcome.count(Outcome.UNCHANGED)).isEqualTo(1);
        assertThat(codes(outcome)).containsExactly("deleted-unknown");
        assertThat(contributions.of(record)).isEmpty();
        assertThat(copies.required(CITY, new Barcode("A0001")).status()).isEqualTo(CopyStatus.WITHDRAWN);

        jdbc.sql("delete from index_due").update();
        assertThat(take(CITY, CITY_MAIN, live).count(Outcome.CHANGED)).isEqualTo(1);
        assertThat(recordOf(CITY, "c1")).isEqualTo(record);
        assertThat(status(CITY, "A0001")).isEqualTo("ON_SHELF");
        assertThat(jdbc.sql("select distinct record from index_due")
                        .query(String.class)
                        .list())
                .containsExactly(record.value());
    }

    @Test
    void keepsACopyThatIsOutWhenItsRecordIsDeleted() {
        take(CITY, CITY_MAIN, marc("c1", book("红楼梦", ISBN), item("A0001", ""), item("A0002", "")));
        jdbc.sql("update copy set status = 'ON_LOAN' where barcode = 'A0001'").update();

        var outcome = take(CITY, CITY_MAIN, deleted("c1"));

        assertThat(codes(outcome)).containsExactly("copies-still-out");
        assertThat(status(CITY, "A0001")).isEqualTo("ON_LOAN");
        assertThat(status(CITY, "A0002")).isEqualTo("WITHDRAWN");
    }

    @Test
    void bringsCopiesAndWarnsOfWhatIsDoubtfulAboutThem() {
        var outcome = take(
                CITY,
                CITY_MAIN,
                marc(
                        "c1",
                        book("红楼梦", ISBN),
                        item("A0001", "EAST / 文学"),
                        new MarcItem("A0002", "", "I242.4/1", "REFERENCE", "", "", "CNY59.70", ""),
                        new MarcItem("A0003", "nowhere", "", "XYZ", "", "", "", ""),
                        item("红", ""),
                        item("", "")),
                marc("c2", book("三国演义", OTHER_ISBN), item("A0001", "")));

        assertThat(outcome.copies()).isEqualTo(3);
        assertThat(codes(outcome))
                .containsExactlyInAnyOrder("branch-unknown", "item-class-unmapped", "barcode-odd", "barcode-taken");
        var east = copies.required(CITY, new Barcode("A0001"));
        assertThat(east.branch()).isEqualTo(CITY_EAST);
        assertThat(east.shelf()).isEqualTo("文学");
        assertThat(east.itemClass()).isEqualTo(ItemClass.BOOK);
        assertThat(copies.required(CITY, new Barcode("A0002")).callNumber()).isEqualTo("I242.4/1");
        assertThat(jdbc.sql("select price from copy where barcode = 'A0002'")
                        .query(Long.class)
                        .single())
                .isEqualTo(5970);
        assertThat(copies.required(CITY, new Barcode("A0003")).itemClass()).isEqualTo(ItemClass.SAFEST);
    }

    @Test
    void letsCopiesFollowWhenTheirCodeIsMapped() {
        take(CITY, CITY_MAIN, marc("c1", book("红楼梦", ISBN), new MarcItem("A1", "", "", "XYZ", "", "", "", "")));
        assertThat(codes.unmapped(CITY)).containsExactly(new ItemClassCodes.Unmapped("XYZ", 1));

        int copies = codes.map(" XYZ ", ItemClass.NEW_BOOK, members.librarianOf(CITY), NOW);
        take(CITY, CITY_MAIN, marc("c2", book("三国演义", OTHER_ISBN), new MarcItem("A2", "", "", "XYZ", "", "", "", "")));

        assertThat(copies).isEqualTo(1);
        assertThat(codes.unmapped(CITY)).isEmpty();
        assertThat(jdbc.sql("select distinct item_class from copy")
                        .query(String.class)
                        .list())
                .containsExactly("NEW_BOOK");
    }

    @Test
    void leavesABarcodeWithTheTitleThatHadItFirst() {
        take(CITY, CITY_MAIN, marc("c1", book("红楼梦", ISBN), item("A0001", "")));

        var outcome = take(CITY, CITY_MAIN, marc("c2", book("三国演义", OTHER_ISBN), item("A0001", "")));

        assertThat(codes(outcome)).containsExactly("barcode-taken");
        assertThat(copies.required(CITY, new Barcode("A0001")).record()).isEqualTo(recordOf(CITY, "c1"));
        assertThat(take(UNIVERSITY, UNIVERSITY_MAIN, marc("u1", book("红楼梦", ISBN), item("A0001", "")))
                        .copies())
                .isEqualTo(1);
    }

    @Test
    void readsTheSameBytesAgainInAnotherEncoding() {
        var raw = "bytes".getBytes(StandardCharsets.UTF_8);
        take(CITY, CITY_MAIN, entry("c1", "Big5", raw, book("garbled", ISBN)));

        var outcome = take(CITY, CITY_MAIN, entry("c1", "GB18030", raw, book("红楼梦", ISBN)));

        assertThat(outcome.count(Outcome.CHANGED)).isEqualTo(1);
        assertThat(records.required(recordOf(CITY, "c1")).title()).isEqualTo("红楼梦");
    }

    @Test
    void keepsARecordThatReadersWaitForEvenIfItWouldBeEmptied() {
        take(UNIVERSITY, UNIVERSITY_MAIN, marc("u1", book("三国演义", OTHER_ISBN)));
        take(CITY, CITY_MAIN, marc("c1", book("三国演义", ISBN)));
        var asked = recordOf(CITY, "c1");
        jdbc.sql("""
                insert into request (number, reader_class, record, borrower, pickup, phase, placed_at, version)
                values ('R-1', 'ADULT', :record, 'city', 'city-main', 'SEEKING', now(), 0)
                """).param("record", asked.value()).update();

        take(CITY, CITY_MAIN, marc("c1", book("三国演义", OTHER_ISBN)));

        assertThat(recordOf(CITY, "c1")).isEqualTo(asked);
        assertThat(decisions.of(contributions.find(CITY, "c1").orElseThrow().id()))
                .first()
                .extracting(MatchDecision::why)
                .isEqualTo("stays-requested");
    }

    @Test
    void addsCopiesAtTheDesk() {
        var added = intake.add(CITY, "c1", book("红楼梦", ISBN), CLOCK, NOW);
        var copy = desk.addCopy(
                added.contribution(), CITY_MAIN, new Barcode("A1"), "I242.4/1", ItemClass.BOOK, null, CLOCK, NOW);

        assertThat(copy.record()).isEqualTo(added.record());
        assertThat(copy.acquiredOn()).isEqualTo("2026-03-04");
        assertRefused(
                UnionRefusal.BARCODE_TAKEN,
                () -> desk.addCopy(
                        added.contribution(), CITY_MAIN, new Barcode("A1"), "", ItemClass.BOOK, null, CLOCK, NOW));
        assertRefused(
                IntakeRefusal.CONTRIBUTION_NOT_FOUND,
                () -> desk.addCopy(
                        added.contribution(),
                        CITY_MAIN,
                        new Barcode("A2"),
                        "",
                        ItemClass.BOOK,
                        null,
                        members.librarianOf(UNIVERSITY).actor(),
                        NOW));
    }

    private static void assertRefused(org.consortium.core.Reason reason, Runnable asked) {
        assertThatThrownBy(asked::run)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.reason()).isEqualTo(reason));
    }

    private BatchOutcome take(LibraryCode library, BranchCode branch, MarcEntry.Readable... batch) {
        return intake.take(library, branch, Arrays.asList(batch), NOW);
    }

    private RecordId recordOf(LibraryCode library, String controlNumber) {
        return contributions.find(library, controlNumber).orElseThrow().record();
    }

    private String status(LibraryCode library, String barcode) {
        return jdbc.sql("select status from copy where library = :library and barcode = :barcode")
                .param("library", library.value())
                .param("barcode", barcode)
                .query(String.class)
                .single();
    }

    private static List<String> codes(BatchOutcome outcome) {
        return outcome.warnings().stream().map(IntakeWarning::code).toList();
    }

    private static Description book(String title, Isbn isbn) {
        return Description.titled(title)
                .identifiers(List.of(Identifier.of(isbn)))
                .build();
    }

    private static Description withoutNumbers(String title) {
        return Description.titled(title).build();
    }

    private static Description volume(String title, String part) {
        return Description.titled(title)
                .part(part)
                .identifiers(List.of(Identifier.of(ISBN)))
                .build();
    }

    private static MarcItem item(String barcode, String location) {
        return new MarcItem(barcode, location, "", "", "", "", "", "");
    }

    private static MarcEntry.Readable marc(String controlNumber, Description description, MarcItem... items) {
        var raw = (controlNumber + description + Arrays.toString(items)).getBytes(StandardCharsets.UTF_8);
        return new MarcEntry.Readable(
                1, 0, raw, MarcFamily.MARC21, "UTF-8", controlNumber, false, description, List.of(items), List.of());
    }

    private static MarcEntry.Readable entry(String number, String encoding, byte[] raw, Description description) {
        return new MarcEntry.Readable(
                1, 0, raw, MarcFamily.UNIMARC, encoding, number, false, description, List.of(), List.of());
    }

    private static MarcEntry.Readable deleted(String controlNumber) {
        return new MarcEntry.Readable(
                1,
                0,
                new byte[] {'d'},
                MarcFamily.MARC21,
                "UTF-8",
                controlNumber,
                true,
                Description.titled("-").build(),
                List.of(),
                List.of());
    }
}
