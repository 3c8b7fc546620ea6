package org.consortium.catalog.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consortium.catalog.intake.RecordIntake;
import org.consortium.core.Label;
import org.consortium.core.Refusal;
import org.consortium.core.database.DatabaseTest;
import org.consortium.core.member.Actor;
import org.consortium.core.member.Libraries;
import org.consortium.core.member.Library;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.LibraryKind;
import org.consortium.core.member.Role;
import org.consortium.core.member.Staff;
import org.consortium.core.member.StaffMembers;
import org.consortium.core.union.Contributions;
import org.consortium.core.union.RecordId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rules are data: others are made of them, tried on a sample of what is stored, switched on and back. */
@DatabaseTest
class RulesTest {

    private static final Instant NOW = Instant.parse("2026-03-04T02:00:00Z");
    private static final int STANDARD = MatchRules.standard().version();

    @Autowired
    RuleBook book;

    @Autowired
    RuleDesk desk;

    @Autowired
    RuleSamples samples;

    @Autowired
    RecordIntake intake;

    @Autowired
    Contributions contributions;

    @Autowired
    Libraries libraries;

    @Autowired
    StaffMembers staff;

    @Autowired
    JdbcClient jdbc;

    private LabelledSet set;
    private Staff council;

    @BeforeEach
    void theChinesePairsAreStored() throws IOException {
        set = LabelledSets.chinese();
        var of = new LibraryCode("council");
        if (!libraries.has(of)) {
            open(of);
            for (var record : set.records()) {
                var library = library(record);
                if (!libraries.has(library)) {
                    open(library);
                }
            }
            for (int i = 0; i < set.records().size(); i++) {
                var record = set.records().get(i);
                intake.add(library(record), "n" + i, record.description(), Actor.clock(), NOW);
            }
        }
        council = staff.findByLogin("council")
                .orElseGet(() -> staff.saveAndFlush(new Staff(
                        "council", new Label("秘书处", "Office"), of, Set.of(Role.COUNCIL_ADMIN), "-", Instant.EPOCH)));
    }

    private void open(LibraryCode code) {
        var name = new Label(code.value(), code.value());
        var profile = new Library.Profile(LibraryKind.CITY, name, null, "云泽", "", "", "", true);
        libraries.save(new Library(code, null, profile, LocalDate.of(2020, 1, 1)));
    }

    private static LibraryCode library(LabelledSet.Labelled record) {
        return new LibraryCode("l-" + Math.floorMod(record.library().hashCode(), 1_000_000_000));
    }

    @Test
    void whatIsStoredWasDecidedAsInMemory() {
        var inMemory = MatchingBench.placed(set);

        Map<RecordId, RecordId> stored = new HashMap<>();
        for (int i = 0; i < inMemory.size(); i++) {
            var contribution =
                    contributions.find(library(set.records().get(i)), "n" + i).orElseThrow();
            var known = stored.putIfAbsent(inMemory.get(i).record(), contribution.record());
            assertThat(contribution.record())
                    .as("%s", contribution.description())
                    .isEqualTo(known == null ? contribution.record() : known);
        }
        assertThat(Set.copyOf(stored.values())).hasSameSizeAs(stored.values());
    }

    @Test
    void aSampleShowsWhatOtherRulesWouldChangeAndMovesNothing() throws InterruptedException {
        var before = records();
        var strict = desk.make(STANDARD, numbers(150, 120, Map.of()), "strict", council, NOW);
        var loose = desk.make(STANDARD, numbers(60, 40, Map.of(Sign.EDITION_OTHER, 0)), "loose", council, NOW);

        var ofStrict = finished(samples.start(strict, 1_000, council, NOW));
        var ofLoose = finished(samples.start(loose, 1_000, council, NOW));

        assertThat(ofStrict.separated()).isPositive();
        assertThat(ofStrict.joined()).isZero();
        assertThat(ofLoose.joined()).isPositive();
        assertThat(ofLoose.separated()).isZero();
        assertThat(ofLoose.done()).isEqualTo(set.records().size());
        assertThat(ofStrict.examples())
                .anySatisfy(example -> assertThat(example.change()).isEqualTo(RuleSample.Change.SEPARATED));
        assertThat(records()).isEqualTo(before);
        assertThat(samples.of(loose)).hasSize(1);
    }

    private RuleSample finished(long id) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            var sample = samples.find(id).orElseThrow();
            if (sample.over()) {
                return sample;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("The sample was not finished");
    }

    private List<String> records() {
        return jdbc.sql("select record from contribution order by id")
                .query(String.class)
                .list();
    }

    private static RuleDesk.Numbers numbers(int join, int review, Map<Sign, Integer> points) {
        return new RuleDesk.Numbers(join, review, 50, 3, points);
    }

    @Test
    void decideOnceTheyAreSwitchedOnAndNoMoreWhenTheOldOnesAreBack() {
        var version = desk.make(STANDARD, numbers(95, 60, Map.of(Sign.YEAR_SAME, 15)), "", council, NOW);
        assertThat(book.current().version()).isEqualTo(STANDARD);

        desk.switchOn(version, council, NOW);

        assertThat(book.current().join()).isEqualTo(95);
        assertThat(book.current().points(Sign.YEAR_SAME)).isEqualTo(15);
        assertThat(book.current().points(Sign.TITLE_SAME)).isEqualTo(50);
        assertRefused(MatchRefusal.RULES_IN_FORCE, () -> desk.switchOn(version, council, NOW));
        assertRefused(MatchRefusal.RULES_IN_FORCE, () -> samples.start(version, 10, council, NOW));
        desk.switchOn(STANDARD, council, NOW);
        assertThat(book.current()).isEqualTo(MatchRules.standard());
        assertThat(book.switches()).extracting(RuleBook.Switched::version).startsWith(STANDARD, version);
    }

    @Test
    void mustBePossible() {
        assertRefused(MatchRefusal.RULES_BANDS, () -> numbers(60, 61, Map.of()));
        assertRefused(MatchRefusal.RULES_POINTS, () -> numbers(90, 60, Map.of(Sign.ISBN_SAME, 201)));
        assertRefused(MatchRefusal.RULES_CAPS, () -> new RuleDesk.Numbers(90, 60, 0, 3, Map.of()));
        assertRefused(
                MatchRefusal.RULES_UNCHANGED,
                () -> desk.make(STANDARD, numbers(90, 60, Map.of(Sign.ISBN_SAME, 75)), "", council, NOW));
        assertRefused(MatchRefusal.RULES_NOT_FOUND, () -> desk.switchOn(7, council, NOW));
        assertRefused(MatchRefusal.SAMPLE_SIZE, () -> samples.start(STANDARD, 0, council, NOW));
    }

    private static void assertRefused(MatchRefusal reason, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.reason()).isEqualTo(reason));
    }
}
