package org.consortium.catalog.search;

import java.util.List;
import org.consortium.catalog.search.QueryText.Kind;
import org.consortium.catalog.search.QueryText.Term;
import org.consortium.catalog.text.Pinyin;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;

/**
 * Which records a text means, and how well. Found is what has every word somewhere; the order is made by tiers far apart:
 * the exact title, then title, author, subject and the rest.
 */
final class Matching {

    private static final String[] PHRASE_FIELDS = {"titles", "otherTitles", "names", "subjects", "series", "publishers"
    };

    private static final float EXACT_TITLE = 400;
    private static final float EXACT_OTHER_TITLE = 300;
    private static final float EXACT_PINYIN = 200;
    private static final float IN_TITLE = 100;
    private static final float INITIALS = 90;
    private static final float IN_OTHER_TITLE = 60;
    private static final float TITLE_PINYIN = 50;
    private static final float IN_NAMES = 40;
    private static final float NAME_PINYIN = 30;
    private static final float IN_SUBJECTS = 20;

    /** A class letter and three digits say a subject; less is a word like any other. */
    private static final int SHORTEST_CALL_NUMBER = 4;

    private static final int SHORTEST_INITIALS = 2;
    private static final int SHORTEST_BEGINNING_OF_INITIALS = 4;
    private static final int LONGEST_INITIALS = 20;

    private final QueryText text;
    private final SearchPredicateFactory f;

    Matching(QueryText text, SearchPredicateFactory f) {
        this.text = text;
        this.f = f;
    }

    /** What is found; for counting, where the order does not matter. */
    SearchPredicate found() {
        if (text.isBlank()) {
            return f.matchAll().toPredicate();
        }
        var number = text.standardNumber();
        if (number.isPresent()) {
            return f.match().field("numbers").matching(number.get()).toPredicate();
        }
        return text.saysNothing() ? f.matchNone().toPredicate() : wanted();
    }

    /** What is meant, without what is not wanted. */
    private SearchPredicate wanted() {
        if (text.unwanted().isEmpty()) {
            return meant();
        }
        var wanted = f.bool().must(text.terms().isEmpty() ? f.matchAll().toPredicate() : meant());
        text.unwanted().forEach(word -> wanted.mustNot(phrase("everything", word)));
        return wanted.toPredicate();
    }

    /** What is found, the better the higher. */
    SearchPredicate ranked() {
        if (text.saysNothing() || text.standardNumber().isPresent()) {
            return found();
        }
        var found = f.bool().must(wanted());
        if (!text.terms().isEmpty()) {
            tiers().forEach(found::should);
        }
        return found.toPredicate();
    }

    /** The words, or a number, or pinyin: any of these readings will do. */
    private SearchPredicate meant() {
        var readings = f.bool();
        readings.should(allIn("everything"));
        if (text.looksLikeANumber()) {
            readings.should(is("numbers", EXACT_TITLE));
            readings.should(is("callNumbers", EXACT_TITLE));
            if (text.key().length() >= SHORTEST_CALL_NUMBER) {
                readings.should(begins("callNumbers", IN_TITLE));
            }
        }
        if (text.looksLikeAClass()) {
            readings.should(is("clcPath", IN_TITLE));
        }
        if (text.mayBePinyin()) {
            addPinyin(readings);
        }
        return readings.toPredicate();
    }

    private List<SearchPredicate> tiers() {
        return List.of(
                is("titleKeys", EXACT_TITLE),
                is("otherTitleKeys", EXACT_OTHER_TITLE),
                tier(IN_TITLE, "titles"),
                tier(IN_OTHER_TITLE, "otherTitles"),
                tier(IN_NAMES, "names", "titles"),
                tier(IN_SUBJECTS, "subjects", "titles"),
                any("titles", 3),
                any("names", 2));
    }

    /** A subject heading adds nothing to a title that says the same. */
    private SearchPredicate tier(float boost, String field, String... better) {
        var tier = f.bool().must(allIn(field));
        for (var higher : better) {
            tier.mustNot(allIn(higher));
        }
        return tier.constantScore().boost(boost).toPredicate();
    }

    /** How much of the text a field has, where words are spread over several: 红楼梦 in the title, 曹雪芹 among the names. */
    private SearchPredicate any(String field, float boost) {
        return f.match().field(field).matching(text.folded()).boost(boost).toPredicate();
    }

    private SearchPredicate allIn(String field) {
        var all = f.bool();
        for (var term : text.terms()) {
            all.must(in(field, term));
        }
        return all.toPredicate();
    }

    private SearchPredicate in(String field, Term term) {
        if (term.kind() == Kind.PHRASE) {
            return phrase(field, term.text());
        }
        var match = f.match().field(field).matching(term.text());
        return term.kind() == Kind.RUN
                ? match.minimumShouldMatchNumber(term.pairsNeeded()).toPredicate()
                : match.minimumShouldMatchPercent(100).toPredicate();
    }

    private SearchPredicate phrase(String field, String phrase) {
        var fields = field.equals("everything") ? PHRASE_FIELDS : new String[] {field};
        return f.phrase().fields(fields).matching(phrase).toPredicate();
    }

    private void addPinyin(BooleanPredicateClausesStep<?, ?> readings) {
        var letters = text.key();
        readings.should(is("pinyinKeys", EXACT_PINYIN));
        if (text.terms().size() == 1 && letters.length() >= SHORTEST_INITIALS && letters.length() <= LONGEST_INITIALS) {
            readings.should(is("initials", INITIALS));
            if (letters.length() >= SHORTEST_BEGINNING_OF_INITIALS) {
                readings.should(begins("initials", INITIALS / 2));
            }
        }
        for (var syllables : text.spoken()) {
            if (syllables.size() > 1) {
                readings.should(spoken("titlePinyin", syllables, TITLE_PINYIN));
                readings.should(spoken("namePinyin", syllables, NAME_PINYIN));
            }
        }
        if (text.terms().size() > 1) {
            readings.should(eachWordSpoken());
        }
    }

    /** Every word as pinyin or as it stands: honglou caoxueqin. */
    private SearchPredicate eachWordSpoken() {
        var all = f.bool();
        for (var term : text.terms()) {
            var either = f.bool();
            either.should(in("everything", term));
            for (var syllables : Pinyin.readings(term.text())) {
                if (syllables.size() > 1) {
                    either.should(spoken("titlePinyin", syllables, TITLE_PINYIN));
                    either.should(spoken("namePinyin", syllables, NAME_PINYIN));
                }
            }
            all.must(either);
        }
        return all.toPredicate();
    }

    private SearchPredicate spoken(String field, List<String> syllables, float boost) {
        return f.phrase()
                .field(field)
                .matching(String.join(" ", syllables))
                .constantScore()
                .boost(boost)
                .toPredicate();
    }

    private SearchPredicate is(String field, float boost) {
        return f.match()
                .field(field)
                .matching(text.key())
                .constantScore()
                .boost(boost)
                .toPredicate();
    }

    private SearchPredicate begins(String field, float boost) {
        return f.prefix()
                .field(field)
                .matching(text.key())
                .constantScore()
                .boost(boost)
                .toPredicate();
    }
}
