package org.consortium.catalog.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.consortium.catalog.search.QueryText.Group;
import org.consortium.catalog.search.QueryText.Kind;
import org.consortium.catalog.search.QueryText.Term;
import org.consortium.catalog.text.Folding;
import org.consortium.catalog.text.Pinyin;
import org.consortium.catalog.text.WordForms;
import org.consortium.core.union.Isbn;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;

/**
 * Which records a text means, and how well. Found is what has every word somewhere; the order is made by tiers far apart:
 * the exact title, then title, author, subject and the rest, and among equals what many libraries hold and readers borrow.
 */
final class Matching {

    private static final String[] PHRASE_FIELDS = {"titles", "otherTitles", "names", "subjects", "series", "publishers"
    };

    private static final float EXACT_TITLE = 400;
    private static final float EXACT_BUT_FOR_ARTICLE = 350;
    private static final float EXACT_OTHER_TITLE = 300;
    private static final float EXACT_PINYIN = 200;
    private static final float IN_TITLE = 100;
    private static final float INITIALS = 90;
    private static final float IN_OTHER_TITLE = 60;
    private static final float TITLE_PINYIN = 50;
    private static final float IN_NAMES = 40;
    private static final float NAME_PINYIN = 30;
    private static final float IN_SUBJECTS = 20;
    private static final float PHRASE_IN_TITLE = 15;

    private static final float BEGINS_TITLE = 10;

    /** What is shorter very many titles begin with. */
    private static final int SHORTEST_BEGINNING_OF_A_TITLE = 8;

    /** For each further step of {@link RecordDocument#LIKED_STEPS}: less than any tier, more than the length of a title. */
    private static final float LIKED = 1.5f;

    /** One library and few loans: nothing to tell most records by, so nothing is added up for them. */
    private static final int USUAL_STEP = 1;

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
        var isbn = text.isbn();
        if (isbn.isPresent()) {
            return f.match().field("numbers").matching(isbn.get()).toPredicate();
        }
        return text.saysNothing() ? f.matchNone().toPredicate() : wanted();
    }

    /** What is meant, without what is not wanted. */
    private SearchPredicate wanted() {
        if (text.unwanted().isEmpty()) {
            return meant();
        }
        var wanted = f.bool().must(text.wanted().isEmpty() ? f.matchAll().toPredicate() : meant());
        text.unwanted().forEach(group -> wanted.mustNot(without(group)));
        return wanted.toPredicate();
    }

    /** What is found, the better the higher. */
    SearchPredicate ranked() {
        if (text.saysNothing() || text.isbn().isPresent()) {
            return found();
        }
        var found = f.bool().must(wanted());
        if (!text.terms().isEmpty()) {
            tiers().forEach(found::should);
        }
        for (int step = USUAL_STEP + 1; step <= RecordDocument.LIKED_STEPS; step++) {
            found.should(f.match()
                    .field("liked")
                    .matching(String.valueOf(step))
                    .constantScore()
                    .boost(LIKED * (step - USUAL_STEP)));
        }
        return found.toPredicate();
    }

    /** The words, or a number, or pinyin: any of these readings will do. */
    private SearchPredicate meant() {
        if (!text.isPlain()) {
            return allOf(text.wanted());
        }
        var readings = f.bool();
        readings.should(somewhere());
        text.issn()
                .ifPresent(issn -> readings.should(f.match()
                        .field("numbers")
                        .matching(issn)
                        .constantScore()
                        .boost(EXACT_TITLE)));
        if (text.looksLikeANumber()) {
            var key = text.numberKey();
            readings.should(is("numbers", key, EXACT_TITLE));
            text.oclc().ifPresent(oclc -> readings.should(is("numbers", oclc, EXACT_TITLE)));
            readings.should(is("callNumbers", key, EXACT_TITLE));
            if (key.length() >= SHORTEST_CALL_NUMBER) {
                readings.should(begins("callNumbers", key, IN_TITLE));
            }
        }
        if (text.looksLikeAClass()) {
            readings.should(is("clcPath", text.numberKey(), IN_TITLE));
        }
        if (text.mayBePinyin()) {
            addPinyin(readings);
        }
        return readings.toPredicate();
    }

    /** Found by the words, ranked by the tiers: how often the whole record says them, and how long it is, says little more. */
    private SearchPredicate somewhere() {
        return f.bool().must(allIn("everything")).constantScore().toPredicate();
    }

    private SearchPredicate allOf(List<Group> groups) {
        var all = f.bool();
        for (var group : groups) {
            var either = f.bool();
            for (var terms : group.alternatives()) {
                var together = f.bool();
                terms.forEach(term -> together.must(in(term)));
                either.should(together);
            }
            all.must(either);
        }
        return all.toPredicate();
    }

    /** What is not wanted is meant as it stands. */
    private SearchPredicate without(Group group) {
        var together = f.bool();
        for (var terms : group.alternatives()) {
            for (var term : terms) {
                together.must(in(asItStands(term)));
            }
        }
        return together.toPredicate();
    }

    private static Term asItStands(Term term) {
        return switch (term.kind()) {
            case RUN -> new Term(term.field(), Kind.PHRASE, term.text());
            case WORD -> new Term(term.field(), Kind.EXACT, term.text());
            case EXACT, PHRASE, BEGINNING -> term;
        };
    }

    private SearchPredicate in(Term term) {
        return switch (term.field()) {
            case ANY -> in("everything", term);
            case TITLE -> orSpoken(term, "titlePinyin", in("titles", term), in("otherTitles", term));
            case AUTHOR -> orSpoken(term, "namePinyin", in("names", term));
            case SUBJECT -> in("subjects", term);
            case PUBLISHER -> in("publishers", term);
            case SERIES -> in("series", term);
            case CALL_NUMBER -> begins("callNumbers", Folding.key(term.text()), 1);
            case CLASS -> is("clcPath", Folding.key(term.text()), 1);
            case NUMBER -> is("numbers", number(term.text()), 1);
            case YEAR -> years(term.text());
        };
    }

    private static String number(String typed) {
        return Isbn.in(typed).map(Isbn::value).orElseGet(() -> Folding.key(typed));
    }

    /** A year that is none is a word like any other. */
    private SearchPredicate years(String said) {
        var years = QueryText.years(said);
        return years.isEmpty()
                ? in("everything", new Term(QueryField.ANY, Kind.PHRASE, Folding.fold(said)))
                : f.range()
                        .field("year")
                        .between(years.get()[0], years.get()[1])
                        .constantScore()
                        .toPredicate();
    }

    private SearchPredicate orSpoken(Term term, String pinyin, SearchPredicate... written) {
        var either = f.bool();
        Stream.of(written).forEach(either::should);
        if (QueryText.isLatin(term)) {
            Pinyin.readings(term.text()).forEach(syllables -> either.should(spoken(pinyin, syllables, TITLE_PINYIN)));
        }
        return either.toPredicate();
    }

    private List<SearchPredicate> tiers() {
        var key = text.key();
        if (key.isEmpty()) {
            return List.of(any("titles", 1));
        }
        var tiers = new ArrayList<>(List.of(
                is("titleKeys", key, EXACT_TITLE),
                otherTitle(key),
                tier(IN_TITLE, "titles"),
                asTyped(),
                any("titles", 3)));
        if (key.length() >= SHORTEST_BEGINNING_OF_A_TITLE) {
            tiers.add(begins("titleKeys", key, BEGINS_TITLE));
        }
        text.keyWithoutArticle().ifPresent(bare -> tiers.add(is("titleKeys", bare, EXACT_BUT_FOR_ARTICLE)));
        if (text.isOnlyOfTitles()) {
            return tiers;
        }
        tiers.addAll(List.of(besidesTheTitle(), any("names", 2)));
        if (text.mayBePinyin()) {
            text.spoken().stream().findFirst().map(this::inShortTitles).ifPresent(tiers::add);
        }
        return tiers;
    }

    /** A title that is said twice is no better for it. */
    private SearchPredicate otherTitle(String key) {
        return f.bool()
                .must(f.match().field("otherTitleKeys").matching(key))
                .mustNot(f.match().field("titleKeys").matching(key))
                .constantScore()
                .boost(EXACT_OTHER_TITLE)
                .toPredicate();
    }

    /** Of two titles that sound so the shorter: 三体 before its second part. */
    private SearchPredicate inShortTitles(List<String> syllables) {
        return f.match()
                .field("titlePinyin")
                .matching(String.join(" ", syllables))
                .boost(2)
                .toPredicate();
    }

    /** The words as they follow each other: 中国哲学 before 中国的哲学. */
    private SearchPredicate asTyped() {
        return f.phrase()
                .field("titles")
                .matching(text.folded())
                .analyzer(Analysis.ofPhrase(text.folded()))
                .constantScore()
                .boost(PHRASE_IN_TITLE)
                .toPredicate();
    }

    /** A subject heading adds nothing to a title that says the same. */
    private SearchPredicate besidesTheTitle() {
        return f.bool()
                .must(f.bool()
                        .should(tier(IN_OTHER_TITLE, "otherTitles"))
                        .should(tier(IN_NAMES, "names"))
                        .should(tier(IN_SUBJECTS, "subjects")))
                .mustNot(allIn("titles"))
                .toPredicate();
    }

    private SearchPredicate tier(float boost, String field) {
        return f.bool().must(allIn(field)).constantScore().boost(boost).toPredicate();
    }

    /** How much of the text a field has, where words are spread over several: 红楼梦 in the title, 曹雪芹 among the names. */
    private SearchPredicate any(String field, float boost) {
        var all = text.terms().stream().map(Term::text).toList();
        return f.match()
                .field(field)
                .matching(String.join(" ", all))
                .boost(boost)
                .toPredicate();
    }

    private SearchPredicate allIn(String field) {
        var all = f.bool();
        for (var term : text.needed()) {
            all.must(in(field, term));
        }
        return all.toPredicate();
    }

    private SearchPredicate in(String field, Term term) {
        return switch (term.kind()) {
            case PHRASE -> phrase(field, term.text());
            case BEGINNING -> f.prefix().field(field).matching(term.text()).toPredicate();
            case RUN ->
                f.match()
                        .field(field)
                        .matching(term.text())
                        .minimumShouldMatchNumber(term.pairsNeeded())
                        .toPredicate();
            case WORD -> inAnyForm(field, term.text());
            case EXACT -> word(field, term.text());
        };
    }

    /** A name has no plural: Woods is somebody else. */
    private SearchPredicate inAnyForm(String field, String word) {
        var forms = field.equals("names") ? WordForms.spellings(word) : WordForms.of(word);
        if (forms.isEmpty()) {
            return word(field, word);
        }
        var any = f.bool().should(word(field, word));
        forms.forEach(form -> any.should(word(field, form)));
        return any.toPredicate();
    }

    private SearchPredicate word(String field, String word) {
        return f.match()
                .field(field)
                .matching(word)
                .minimumShouldMatchPercent(100)
                .toPredicate();
    }

    private SearchPredicate phrase(String field, String phrase) {
        var fields = field.equals("everything") ? PHRASE_FIELDS : new String[] {field};
        return Analysis.ofPhrase(phrase).equals(Analysis.QUERY)
                ? f.phrase().fields(fields).matching(phrase).toPredicate()
                : phraseOfSingle(fields, phrase);
    }

    /** Single characters are everywhere; their pairs tell at once where looking for their places is worth it. */
    private SearchPredicate phraseOfSingle(String[] fields, String phrase) {
        var any = f.bool();
        for (var field : fields) {
            any.should(f.bool()
                    .filter(f.match().field(field).matching(phrase).minimumShouldMatchPercent(100))
                    .must(f.phrase().field(field).matching(phrase).analyzer(Analysis.ofPhrase(phrase))));
        }
        return any.toPredicate();
    }

    private void addPinyin(BooleanPredicateClausesStep<?, ?> readings) {
        var letters = text.key();
        readings.should(is("pinyinKeys", letters, EXACT_PINYIN));
        if (text.terms().size() == 1 && letters.length() >= SHORTEST_INITIALS && letters.length() <= LONGEST_INITIALS) {
            readings.should(is("initials", letters, INITIALS));
            if (letters.length() >= SHORTEST_BEGINNING_OF_INITIALS) {
                readings.should(begins("initials", letters, INITIALS / 2));
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

    private SearchPredicate is(String field, String key, float boost) {
        return f.match().field(field).matching(key).constantScore().boost(boost).toPredicate();
    }

    private SearchPredicate begins(String field, String key, float boost) {
        return f.prefix()
                .field(field)
                .matching(key)
                .constantScore()
                .boost(boost)
                .toPredicate();
    }
}
