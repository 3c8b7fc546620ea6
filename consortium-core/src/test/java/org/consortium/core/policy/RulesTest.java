package org.consortium.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.consortium.core.Reason;
import org.consortium.core.Refusal;
import org.consortium.core.card.ReaderClass;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.ItemClass;
import org.junit.jupiter.api.Test;

class RulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 4);
    private static final LibraryCode QIAOTOU = new LibraryCode("qiaotou");
    private static final LibraryCode UNIVERSITY = new LibraryCode("yunze-normal");
    private static final Asker TOWNSHIP_READER = new Asker(QIAOTOU, ReaderClass.ADULT);
    private static final Item BOOK = new Item(UNIVERSITY, ItemClass.BOOK, false, TODAY.minusYears(1));
    private static final Recognition EVERYBODY = recognition(1, "*", "*", Recognition.Grade.BORROW, null, null);
    private static final LendingTerms USUAL = terms(1, "*", null, null, null, 30, false);

    // recognition

    @Test
    void theMoreExactAgreementDecides() {
        var rules = rules(
                List.of(
                        EVERYBODY,
                        recognition(
                                2, "group:townships", "library:yunze-normal", Recognition.Grade.READ_ONLY, null, null),
                        recognition(
                                3, "library:qiaotou", "library:yunze-normal", Recognition.Grade.BORROW, null, null)),
                List.of(USUAL),
                List.of());

        var verdict = rules.mayRequest(TOWNSHIP_READER, BOOK, TODAY);

        assertThat(verdict.isYes()).isTrue();
        assertThat(verdict.recognition().id())
                .as("the row that decided is named")
                .isEqualTo(3);
    }

    @Test
    void anAgreementOfAGroupHoldsForItsMembers() {
        var rules = rules(
                List.of(
                        EVERYBODY,
                        recognition(2, "group:townships", "*", Recognition.Grade.RETURN_AND_READ, null, null)),
                List.of(USUAL),
                List.of());

        assertThat(reasons(rules.mayRequest(TOWNSHIP_READER, BOOK, TODAY)))
                .containsExactly(PolicyRefusal.CARD_NOT_RECOGNISED);
        assertThat(rules.mayRequest(new Asker(UNIVERSITY, ReaderClass.ADULT), BOOK, TODAY)
                        .isYes())
                .isTrue();
    }

    @Test
    void anAgreementHoldsFromItsFirstDayToItsLast() {
        var rules = rules(
                List.of(recognition(1, "*", "*", Recognition.Grade.BORROW, TODAY, TODAY.plusDays(1))),
                List.of(USUAL),
                List.of());

        assertThat(rules.mayRequest(TOWNSHIP_READER, BOOK, TODAY.minusDays(1)).isYes())
                .isFalse();
        assertThat(rules.mayRequest(TOWNSHIP_READER, BOOK, TODAY).isYes()).isTrue();
        assertThat(rules.mayRequest(TOWNSHIP_READER, BOOK, TODAY.plusDays(1)).isYes())
                .isTrue();
        assertThat(rules.mayRequest(TOWNSHIP_READER, BOOK, TODAY.plusDays(2)).isYes())
                .isFalse();
    }

    @Test
    void aLibraryAlwaysKnowsItsOwnCard() {
        var rules = rules(List.of(), List.of(USUAL), List.of());

        assertThat(rules.mayRequest(new Asker(UNIVERSITY, ReaderClass.STUDENT), BOOK, TODAY)
                        .isYes())
                .isTrue();
    }

    // terms

    @Test
    void ownerBeforeItemClassBeforeReaderClassBeforeVisiting() {
        var rules = rules(
                List.of(EVERYBODY),
                List.of(
                        USUAL,
                        terms(2, "*", null, null, true, 7, false),
                        terms(3, "*", null, ReaderClass.ADULT, null, 14, false),
                        terms(4, "*", ItemClass.BOOK, null, null, 21, false),
                        terms(5, "library:yunze-normal", null, null, null, 28, false)),
                List.of());

        assertThat(rules.terms(BOOK, TOWNSHIP_READER).orElseThrow().id()).isEqualTo(5);
        var elsewhere = new Item(new LibraryCode("liuxi"), ItemClass.BOOK, false, TODAY);
        assertThat(rules.terms(elsewhere, TOWNSHIP_READER).orElseThrow().id()).isEqualTo(4);
        var video = new Item(new LibraryCode("liuxi"), ItemClass.AUDIOVISUAL, false, TODAY);
        assertThat(rules.terms(video, TOWNSHIP_READER).orElseThrow().id()).isEqualTo(3);
        var child = new Asker(QIAOTOU, ReaderClass.CHILD);
        assertThat(rules.terms(video, child).orElseThrow().id()).isEqualTo(2);
        var atHome = new Asker(new LibraryCode("liuxi"), ReaderClass.CHILD);
        assertThat(rules.terms(video, atHome).orElseThrow().id()).isEqualTo(1);
    }

    @Test
    void withoutTermsNothingIsLent() {
        var rules = rules(List.of(EVERYBODY), List.of(), List.of());

        assertThat(reasons(rules.mayRequest(TOWNSHIP_READER, BOOK, TODAY))).containsExactly(PolicyRefusal.NO_TERMS);
    }

    @Test
    void whatIsOnlyReadInTheLibraryIsNotLent() {
        var rules = rules(
                List.of(EVERYBODY), List.of(USUAL, terms(2, "*", ItemClass.RARE, null, null, 0, true)), List.of());
        var rare = new Item(UNIVERSITY, ItemClass.RARE, false, TODAY);
        var marked = new Item(UNIVERSITY, ItemClass.BOOK, true, TODAY);

        assertThat(reasons(rules.mayBorrow(TOWNSHIP_READER, rare, Commitments.NOTHING, TODAY)))
                .containsExactly(PolicyRefusal.IN_LIBRARY_ONLY);
        assertThat(reasons(rules.mayBorrow(TOWNSHIP_READER, marked, Commitments.NOTHING, TODAY)))
                .containsExactly(PolicyRefusal.IN_LIBRARY_ONLY);
    }

    // limits

    @Test
    void everyFailedLimitIsNamed() {
        var rules = rules(
                List.of(EVERYBODY),
                List.of(USUAL),
                List.of(
                        limit(1, Limit.Kind.READER_TOTAL, "*", null, null, 3),
                        limit(2, Limit.Kind.PER_OWNER, "library:yunze-normal", null, null, 2),
                        limit(3, Limit.Kind.PER_ITEM_CLASS, "*", ItemClass.BOOK, null, 3),
                        limit(4, Limit.Kind.PER_ITEM_CLASS, "*", ItemClass.AUDIOVISUAL, null, 0)));
        var has = new Commitments(3, Map.of(UNIVERSITY, 2), Map.of(ItemClass.BOOK, 3), 0);

        assertThat(reasons(rules.mayBorrow(TOWNSHIP_READER, BOOK, has, TODAY)))
                .containsExactly(
                        PolicyRefusal.LIMIT_READER_TOTAL,
                        PolicyRefusal.LIMIT_PER_OWNER,
                        PolicyRefusal.LIMIT_PER_ITEM_CLASS);
    }

    @Test
    void aLimitForTheReadersClassStandsBeforeTheGeneralOne() {
        var rules = rules(
                List.of(EVERYBODY),
                List.of(USUAL),
                List.of(
                        limit(1, Limit.Kind.ACTIVE_REQUESTS, "*", null, null, 1),
                        limit(2, Limit.Kind.ACTIVE_REQUESTS, "*", null, ReaderClass.FACULTY, 15)));
        var has = new Commitments(0, Map.of(), Map.of(), 1);

        assertThat(rules.tooManyRequests(TOWNSHIP_READER, has)).isPresent();
        assertThat(rules.tooManyRequests(new Asker(UNIVERSITY, ReaderClass.FACULTY), has))
                .isEmpty();
    }

    // priorities

    @Test
    void newBooksAreForOwnReadersFirst() {
        var rules = new Rules(
                List.of(EVERYBODY),
                List.of(USUAL),
                List.of(),
                List.of(new Priority(Scope.of(UNIVERSITY), 30, 0, null, null, null)),
                Map.of());
        var fresh = new Item(UNIVERSITY, ItemClass.BOOK, false, TODAY.minusDays(29));

        assertThat(reasons(rules.mayRequest(TOWNSHIP_READER, fresh, TODAY)))
                .containsExactly(PolicyRefusal.OWN_READERS_FIRST);
        assertThat(rules.mayRequest(TOWNSHIP_READER, fresh, TODAY.plusDays(1)).isYes())
                .isTrue();
        assertThat(rules.mayRequest(new Asker(UNIVERSITY, ReaderClass.STUDENT), fresh, TODAY)
                        .isYes())
                .isTrue();
    }

    @Test
    void aPauseLastsThroughItsLastDay() {
        var pause = new Priority(Scope.CONSORTIUM, 0, 0, null, TODAY, TODAY.plusDays(2));

        assertThat(pause.isPausedOn(TODAY.minusDays(1))).isFalse();
        assertThat(pause.isPausedOn(TODAY)).isTrue();
        assertThat(pause.isPausedOn(TODAY.plusDays(2))).isTrue();
        assertThat(pause.isPausedOn(TODAY.plusDays(3))).isFalse();
    }

    private static Rules rules(List<Recognition> recognitions, List<LendingTerms> terms, List<Limit> limits) {
        return new Rules(recognitions, terms, limits, List.of(), Map.of(QIAOTOU, List.of("townships")));
    }

    private static Recognition recognition(
            long id, String home, String owner, Recognition.Grade grade, LocalDate from, LocalDate until) {
        return new Recognition(id, new Scope(home), new Scope(owner), grade, from, until, "");
    }

    private static LendingTerms terms(
            long id,
            String owner,
            ItemClass item,
            ReaderClass reader,
            Boolean visiting,
            int days,
            boolean inLibraryOnly) {
        return new LendingTerms(id, new Scope(owner), item, reader, visiting, days, 1, 15, 3, 7, true, inLibraryOnly);
    }

    private static Limit limit(long id, Limit.Kind kind, String owner, ItemClass item, ReaderClass reader, int most) {
        return new Limit(id, kind, new Scope(owner), item, reader, most);
    }

    private static List<Reason> reasons(Verdict verdict) {
        return verdict.refusals().stream().map(Refusal::reason).toList();
    }
}
