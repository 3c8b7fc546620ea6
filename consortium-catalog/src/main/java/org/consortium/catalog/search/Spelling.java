package org.consortium.catalog.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consortium.catalog.search.QueryText.Term;
import org.consortium.catalog.text.Folding;
import org.consortium.catalog.text.Pinyin;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;

/**
 * What somebody probably meant whose words are in no record: a Latin word with one or two letters wrong, a Chinese one with
 * a character of the same sound or one that is wrong, pinyin typed not quite right. Asked only when nothing was found.
 */
final class Spelling {

    private static final int MOST_LOOKED_AT = 60;
    private static final int SHORTEST_WORD = 4;
    private static final int TWO_WRONG_FROM = 6;
    private static final int SHORTEST_PINYIN = 6;

    private final SearchSession session;

    Spelling(SearchSession session) {
        this.session = session;
    }

    /** The whole text in another spelling, or nothing. */
    Optional<String> better(QueryText text) {
        if (!text.isPlain() || text.looksLikeANumber()) {
            return Optional.empty();
        }
        var words = new ArrayList<String>();
        boolean changed = false;
        for (var term : text.terms()) {
            var better = isKnown(term) ? Optional.<String>empty() : better(term);
            changed |= better.isPresent();
            words.add(better.orElse(term.text()));
        }
        return changed ? Optional.of(String.join(" ", words)) : spoken(text);
    }

    private boolean isKnown(Term term) {
        return session.search(RecordDocument.class)
                        .where(f -> () -> new Matching(new QueryText(term.text()), f).found())
                        .fetchTotalHitCount()
                > 0;
    }

    private Optional<String> better(Term term) {
        return switch (term.kind()) {
            case RUN -> betterChinese(term.text());
            case WORD -> term.text().length() < SHORTEST_WORD ? Optional.empty() : betterWord(term.text());
            case PHRASE, BEGINNING -> Optional.empty();
        };
    }

    private Optional<String> betterWord(String word) {
        int wrong = word.length() < TWO_WRONG_FROM ? 1 : 2;
        var words = texts(f -> f.match()
                        .fields("titles", "otherTitles", "names")
                        .matching(word)
                        .fuzzy(wrong))
                .flatMap(text -> Stream.of(Folding.fold(text).split(" ")))
                .filter(other -> EditDistance.of(word, other) <= wrong)
                .collect(Collectors.groupingBy(Function.identity(), HashMap::new, Collectors.counting()));
        return words.entrySet().stream()
                .min(Comparator.comparing(
                                (java.util.Map.Entry<String, Long> entry) -> EditDistance.of(word, entry.getKey()))
                        .thenComparing(entry -> -entry.getValue())
                        .thenComparing(java.util.Map.Entry::getKey))
                .map(java.util.Map.Entry::getKey)
                .or(() -> spoken(word));
    }

    /** A title whose pinyin is nearly this. */
    private Optional<String> spoken(QueryText text) {
        return text.mayBePinyin() ? spoken(text.key()) : Optional.empty();
    }

    private Optional<String> spoken(String letters) {
        if (letters.length() < SHORTEST_PINYIN) {
            return Optional.empty();
        }
        return session
                .search(RecordDocument.class)
                .select(f -> f.field("title", String.class))
                .where(f -> f.match()
                        .fields("pinyinKeys", "nameKeys")
                        .matching(letters)
                        .fuzzy(2))
                .fetchHits(1)
                .stream()
                .findFirst();
    }

    private Optional<String> betterChinese(String run) {
        var syllables = Pinyin.syllables(run);
        int characters = run.length();
        var sounding = texts(f -> f.phrase().fields("titlePinyin", "namePinyin").matching(String.join(" ", syllables)))
                .flatMap(text -> windows(text, characters, characters))
                .filter(window -> Pinyin.syllables(window).equals(syllables))
                .findFirst();
        if (sounding.isPresent() || characters <= 2) {
            return sounding;
        }
        int wrong = Math.max(1, characters / 4);
        return texts(f -> f.match()
                        .fields("titles", "names")
                        .matching(run)
                        .analyzer(Analysis.SINGLE)
                        .minimumShouldMatchNumber(characters - wrong))
                .flatMap(text -> windows(text, characters - 1, characters + 1))
                .filter(window -> EditDistance.of(run, window) <= wrong)
                .min(Comparator.comparing((String window) -> EditDistance.of(run, window))
                        .thenComparing(window -> Math.abs(window.length() - characters)));
    }

    /** What the records that match show of themselves, the best first. */
    private Stream<String> texts(Function<SearchPredicateFactory, PredicateFinalStep> where) {
        return session
                .search(RecordDocument.class)
                .select(f -> f.composite()
                        .from(
                                f.field("title", String.class).list(),
                                f.field("subtitle", String.class).list(),
                                f.field("namesShown", String.class).list())
                        .asList())
                .where(where)
                .fetchHits(MOST_LOOKED_AT)
                .stream()
                .flatMap(List::stream)
                .flatMap(several -> ((List<?>) several).stream())
                .filter(Objects::nonNull)
                .map(String.class::cast);
    }

    private static Stream<String> windows(String text, int shortest, int longest) {
        var folded = Folding.key(text);
        var windows = new ArrayList<String>();
        for (int length = shortest; length <= longest; length++) {
            for (int at = 0; length > 0 && at + length <= folded.length(); at++) {
                windows.add(folded.substring(at, at + length));
            }
        }
        return windows.stream();
    }
}
