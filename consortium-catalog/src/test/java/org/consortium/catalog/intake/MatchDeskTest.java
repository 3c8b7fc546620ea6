package org.consortium.catalog.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.consortium.catalog.intake.Members.CITY;
import static org.consortium.catalog.intake.Members.CITY_MAIN;
import static org.consortium.catalog.intake.Members.UNIVERSITY;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consortium.catalog.matching.MatchActs;
import org.consortium.catalog.matching.MatchAnswer;
import org.consortium.catalog.matching.MatchDecisions;
import org.consortium.catalog.matching.MatchDesk;
import org.consortium.catalog.matching.MatchExplanation;
import org.consortium.catalog.matching.MatchQueue;
import org.consortium.catalog.matching.MatchRefusal;
import org.consortium.core.Refusal;
import org.consortium.core.database.DatabaseTest;
import org.consortium.core.member.Actor;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Staff;
import org.consortium.core.union.Barcode;
import org.consortium.core.union.Contribution;
import org.consortium.core.union.Contributions;
import org.consortium.core.union.Copies;
import org.consortium.core.union.Description;
import org.consortium.core.union.Description.Name;
import org.consortium.core.union.Identifier;
import org.consortium.core.union.Isbn;
import org.consortium.core.union.ItemClass;
import org.consortium.core.union.RecordId;
import org.consortium.core.union.UnionRecords;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@DatabaseTest
@Transactional
class MatchDeskTest {

    private static final Instant NOW = Instant.parse("2026-03-04T02:00:00Z");
    private static final Actor CLOCK = Actor.clock();
    private static final LibraryCode COLLEGE = new LibraryCode("college");
    private static final Isbn ISBN = new Isbn("9787020002207");

    @Autowired
    MatchDesk desk;

    @Autowired
    MatchQueue queue;

    @Autowired
    MatchActs acts;

    @Autowired
    MatchExplanation explanation;

    @Autowired
    MatchDecisions decisions;

    @Autowired
    RecordIntake intake;

    @Autowired
    CopyDesk copyDesk;

    @Autowired
    Members members;

    @Autowired
    Contributions contributions;

    @Autowired
    UnionRecords records;

    @Autowired
    Copies copies;

    @Autowired
    JdbcClient jdbc;

    private Staff heMin;
    private int added;

    @BeforeEach
    void membersAreThere() {
        members.open();
        members.open(COLLEGE, new BranchCode("college-main"));
        heMin = members.librarianOf(CITY);
    }

    @Test
    void asksWhereMuchSpeaksForItAndNotEnough() {
        var first = add(CITY, "c1", book("围城").published("北京", "人民文学出版社", 1991));
        var second = add(UNIVERSITY, "u1", book("围城").published("", "", 1991));

        assertThat(second.joined()).isFalse();
        assertThat(decisions.of(second.contribution()).get(0).why()).isEqualTo("unsure");
        var question = queue.waiting(Optional.empty(), false, 0, 20).items().get(0);
        assertThat(Set.of(question.one(), question.other())).containsExactlyInAnyOrder(first.record(), second.record());
        assertThat(List.of(question.left(), question.right()))
                .extracting(MatchQueue.Side::library, side -> side.said().publisher())
                .containsExactlyInAnyOrder(tuple(CITY, "人民文学出版社"), tuple(UNIVERSITY, ""));
        assertThat(queue.waiting(Optional.of(COLLEGE), false, 0, 20).items()).isEmpty();
        assertThat(queue.sideBySide(question.id(), Optional.empty()).now().signs())
                .contains("title-same 50", "author-same 20");
    }

    @Test
    void joinsWhatALibrarianCallsTheSame() {
        var first = add(CITY, "c1", book("围城").published("北京", "人民文学出版社", 1991));
        var second = add(UNIVERSITY, "u1", book("围城").published("", "", 1991));
        var question = queue.waiting(Optional.empty(), false, 0, 20).items().get(0);

        desk.answer(question.id(), MatchAnswer.SAME, heMin, NOW);

        assertThat(records.required(second.record()).id()).isEqualTo(first.record());
        assertThat(queue.waiting(Optional.empty(), false, 0, 20).items()).isEmpty();
        assertRefused(MatchRefusal.QUESTION_ANSWERED, () -> desk.answer(question.id(), MatchAnswer.SAME, heMin, NOW));
        add(UNIVERSITY, "u1", book("围城 (学生版)").published("", "", 1999));
        assertThat(recordOf(UNIVERSITY, "u1")).isEqualTo(first.record());
        assertThat(explanation.of(first.record(), 0, 20).items())
                .anySatisfy(line -> assertThat(line.spoken()).isNotEmpty());
    }

    @Test
    void asksAgainWhenAnAnswerIsTakenBack() {
        var first = add(CITY, "c1", book("围城").published("北京", "人民文学出版社", 1991));
        var second = add(UNIVERSITY, "u1", book("围城").published("", "", 1991));
        var question = queue.waiting(Optional.empty(), false, 0, 20).items().get(0);
        for (var answer : MatchAnswer.values()) {
            desk.answer(question.id(), answer, heMin, NOW);
            assertThat(queue.count(Optional.empty(), 99)).isZero();

            desk.takeBackAnswer(question.id(), heMin, NOW);

            assertThat(queue.count(Optional.of(CITY), 99)).isOne();
            assertThat(recordOf(CITY, "c1")).isEqualTo(first.record());
            assertThat(recordOf(UNIVERSITY, "u1")).isEqualTo(second.record());
        }
        assertRefused(MatchRefusal.QUESTION_OPEN, () -> desk.takeBackAnswer(question.id(), heMin, NOW));
    }

    @Test
    void letsNobodyDecideAboutRecordsOfOthers() {
        var first = add(COLLEGE, "c1", book("围城").published("北京", "人民文学出版社", 1991));
        var second = add(UNIVERSITY, "u1", book("围城").published("", "", 1991));
        var question = queue.waiting(Optional.empty(), false, 0, 20).items().get(0);

        assertRefused(MatchRefusal.QUESTION_NOT_FOUND, () -> desk.answer(question.id(), MatchAnswer.SAME, heMin, NOW));
        assertRefused(
                MatchRefusal.RECORDS_OF_OTHERS, () -> desk.merge(first.record(), second.record(), "", heMin, NOW));
        assertRefused(
                MatchRefusal.RECORDS_OF_OTHERS, () -> desk.keepApart(first.record(), second.record(), "", heMin, NOW));
        assertRefused(
                MatchRefusal.RECORDS_OF_OTHERS,
                () -> desk.split(first.record(), Set.of(first.contribution()), "", heMin, NOW));
        assertThat(recordOf(UNIVERSITY, "u1")).isEqualTo(second.record());
    }

    @Test
    void keepsApartWhatALibrarianCallsAnotherEdition() {
        add(CITY, "c1", book("围城").published("北京", "人民文学出版社", 1991));
        add(UNIVERSITY, "u1", book("围城").published("", "", 1991));
        var question = queue.waiting(Optional.empty(), false, 0, 20).items().get(0);

        desk.answer(question.id(), MatchAnswer.OTHER_EDITION, heMin, NOW);
        add(UNIVERSITY, "u1", book("围城").published("北京", "人民文学出版社", 1991));

        assertThat(recordOf(UNIVERSITY, "u1")).isNotEqualTo(recordOf(CITY, "c1"));
        assertThat(decisions
                        .of(contributions.find(UNIVERSITY, "u1").orElseThrow().id())
                        .get(0)
                        .weighed()
                        .get(0)
                        .vetoes())
                .contains("kept-apart");
    }

    @Test
    void putsAsideWhatNobodyIsSureOf() {
        add(CITY, "c1", book("围城").published("北京", "人民文学出版社", 1991));
        add(UNIVERSITY, "u1", book("围城").published("", "", 1991));
        var question = queue.waiting(Optional.empty(), false, 0, 20).items().get(0);

        desk.answer(question.id(), MatchAnswer.NOT_SURE, heMin, NOW);

        assertThat(queue.waiting(Optional.empty(), false, 0, 20).items()).isEmpty();
        assertThat(queue.waiting(Optional.empty(), true, 0, 20).items()).hasSize(1);
        desk.answer(question.id(), MatchAnswer.SAME, heMin, NOW);
        assertThat(queue.waiting(Optional.empty(), true, 0, 20).items()).isEmpty();
    }

    @Test
    void mergesWithCopiesRequestsAndOldIds() {
        var one = add(CITY, "c1", book("红楼梦"));
        var other = add(UNIVERSITY, "u1", book("石头记"));
        copyDesk.addCopy(one.contribution(), CITY_MAIN, new Barcode("A1"), "", ItemClass.BOOK, null, CLOCK, NOW);
        ask("R-1", other.record());

        var left = desk.merge(other.record(), one.record(), "同书异名", heMin, NOW);

        assertThat(left).isEqualTo(one.record());
        assertThat(records.required(other.record()).id()).isEqualTo(one.record());
        assertThat(recordOf(UNIVERSITY, "u1")).isEqualTo(one.record());
        assertThat(recordOfRequest("R-1")).isEqualTo(one.record());
        assertThat(acts.of(one.record()).get(0).reason()).isEqualTo("同书异名");
        assertRefused(MatchRefusal.RECORDS_ARE_ONE, () -> desk.merge(one.record(), other.record(), "", heMin, NOW));
    }

    @Test
    void undoesAMergeWithItsRequestsAndCopies() {
        var one = add(CITY, "c1", book("红楼梦"));
        var other = add(UNIVERSITY, "u1", book("石头记"));
        copyDesk.addCopy(
                other.contribution(),
                Members.UNIVERSITY_MAIN,
                new Barcode("U1"),
                "",
                ItemClass.BOOK,
                null,
                members.librarianOf(UNIVERSITY).actor(),
                NOW);
        ask("R-1", other.record());
        lend("R-1", UNIVERSITY, "U1");
        desk.merge(one.record(), other.record(), "", heMin, NOW);
        var act = acts.of(one.record()).get(0);

        desk.undo(act.id(), heMin, NOW);

        assertThat(recordOf(UNIVERSITY, "u1")).isEqualTo(other.record());
        assertThat(records.required(other.record()).id()).isEqualTo(other.record());
        assertThat(records.required(one.record()).title()).isEqualTo("红楼梦");
        assertThat(copies.required(UNIVERSITY, new Barcode("U1")).record()).isEqualTo(other.record());
        assertThat(recordOfRequest("R-1")).isEqualTo(other.record());
        assertRefused(MatchRefusal.ACT_UNDONE, () -> desk.undo(act.id(), heMin, NOW));
        assertThat(jdbc.sql("select count(*) from match_verdict")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void doesNotUndoWhatHasMovedOn() {
        var one = add(CITY, "c1", book("红楼梦"));
        var other = add(UNIVERSITY, "u1", book("石头记"));
        var third = add(COLLEGE, "k1", book("金玉缘"));
        desk.merge(one.record(), other.record(), "", heMin, NOW);
        var first = acts.of(one.record()).get(0);
        desk.split(one.record(), Set.of(other.contribution()), "", heMin, NOW.plusSeconds(1));
        var librarianOfThird = members.librarianOf(COLLEGE);
        desk.merge(recordOf(UNIVERSITY, "u1"), third.record(), "", librarianOfThird, NOW.plusSeconds(2));

        assertRefused(MatchRefusal.ACT_OVERTAKEN, () -> desk.undo(first.id(), heMin, NOW.plusSeconds(3)));
    }

    @Test
    void splitsSoThatTheIdStaysWithTheLargerPart() {
        var one = add(CITY, "c1", numbered("红楼梦"));
        add(UNIVERSITY, "u1", numbered("红楼梦"));
        add(COLLEGE, "k1", numbered("红楼梦"));
        var shared = one.record();
        var leaving = Set.of(id(CITY, "c1"), id(COLLEGE, "k1"));

        var fresh = desk.split(shared, leaving, "另一版", heMin, NOW);

        assertThat(recordOf(CITY, "c1")).isEqualTo(shared);
        assertThat(recordOf(COLLEGE, "k1")).isEqualTo(shared);
        assertThat(recordOf(UNIVERSITY, "u1")).isEqualTo(fresh);
        assertThat(records.required(fresh).title()).isEqualTo("红楼梦");
    }

    @Test
    void splitsForGoodWhateverTheMemberSendsLater() {
        var one = add(CITY, "c1", numbered("红楼梦"));
        add(UNIVERSITY, "u1", numbered("红楼梦"));
        var fresh = desk.split(one.record(), Set.of(id(UNIVERSITY, "u1")), "", heMin, NOW);

        add(UNIVERSITY, "u1", numbered("红楼梦").edition("第3版"));

        assertThat(recordOf(UNIVERSITY, "u1")).isEqualTo(fresh);
    }

    @Test
    void letsARequestGoWithTheCopyThatIsOnItsWay() {
        var one = add(CITY, "c1", numbered("红楼梦"));
        add(COLLEGE, "k1", numbered("红楼梦"));
        var other = add(UNIVERSITY, "u1", numbered("红楼梦"));
        copyDesk.addCopy(
                other.contribution(),
                Members.UNIVERSITY_MAIN,
                new Barcode("U1"),
                "",
                ItemClass.BOOK,
                null,
                members.librarianOf(UNIVERSITY).actor(),
                NOW);
        ask("R-1", one.record());
        ask("R-2", one.record());
        lend("R-1", UNIVERSITY, "U1");

        var fresh = desk.split(one.record(), Set.of(other.contribution()), "", heMin, NOW);

        assertThat(recordOfRequest("R-1")).isEqualTo(fresh);
        assertThat(recordOfRequest("R-2")).isEqualTo(one.record());
        desk.undo(acts.of(fresh).get(0).id(), heMin, NOW);
        assertThat(recordOfRequest("R-1")).isEqualTo(one.record());
        assertThat(records.required(fresh).id()).isEqualTo(one.record());
        assertThat(copies.required(UNIVERSITY, new Barcode("U1")).record()).isEqualTo(one.record());
    }

    @Test
    void refusesASplitThatLeavesNothing() {
        var one = add(CITY, "c1", numbered("红楼梦"));
        var other = add(UNIVERSITY, "u1", book("三国演义"));

        assertRefused(
                MatchRefusal.SPLIT_NEEDS_TWO_PARTS,
                () -> desk.split(one.record(), Set.of(one.contribution()), "", heMin, NOW));
        assertRefused(
                MatchRefusal.CONTRIBUTION_ELSEWHERE,
                () -> desk.split(one.record(), Set.of(other.contribution()), "", heMin, NOW));
    }

    @Test
    void tellsWhyTheContributionsAreOne() {
        add(CITY, "c1", numbered("红楼梦"));
        var joined = add(UNIVERSITY, "u1", numbered("紅樓夢"));

        var lines = explanation.of(joined.record(), 0, 20).items();

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).toElected()).isEmpty();
        var second = lines.get(1);
        assertThat(second.toElected().orElseThrow().keys()).contains("isbn 9787020002207");
        assertThat(second.toElected().orElseThrow().signs()).contains("isbn-same 75", "title-same 50");
        assertThat(second.decision().orElseThrow().decision().why()).isEqualTo("joined");
        assertThat(second.decision().orElseThrow().decision().rules()).isEqualTo(2);
    }

    private Added add(LibraryCode library, String number, Description.Builder description) {
        return intake.add(library, number, description.build(), CLOCK, NOW.plusSeconds(added++));
    }

    private static Description.Builder book(String title) {
        return Description.titled(title).names(List.of(Name.of("钱锺书", "author")));
    }

    private static Description.Builder numbered(String title) {
        return Description.titled(title).identifiers(List.of(Identifier.of(ISBN)));
    }

    private void ask(String number, RecordId record) {
        jdbc.sql("""
                insert into request (number, reader_class, record, borrower, pickup, phase, placed_at, version)
                values (:number, 'ADULT', :record, 'city', 'city-main', 'SEEKING', now(), 0)
                """).param("number", number).param("record", record.value()).update();
    }

    private void lend(String request, LibraryCode library, String barcode) {
        jdbc.sql("""
                insert into attempt (request, position, lender, copy, state, asked_at, answer_by)
                select :request, 0, :lender, id, 'SENT', now(), now() from copy where barcode = :barcode
                """)
                .param("request", request)
                .param("lender", library.value())
                .param("barcode", barcode)
                .update();
    }

    private RecordId recordOfRequest(String number) {
        return new RecordId(jdbc.sql("select record from request where number = :number")
                .param("number", number)
                .query(String.class)
                .single());
    }

    private RecordId recordOf(LibraryCode library, String number) {
        return contributions
                .find(library, number)
                .map(Contribution::record)
                .map(record -> records.required(record).id())
                .orElseThrow();
    }

    private long id(LibraryCode library, String number) {
        return contributions.find(library, number).orElseThrow().id();
    }

    private static void assertRefused(MatchRefusal reason, Runnable asked) {
        assertThatThrownBy(asked::run)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.reason()).isEqualTo(reason));
    }
}
