package org.consortium.catalog.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    private static final int MOST_FOR_A_WORD = 4;
    private static final int MOST_SPELLINGS = 8;
    private static final int SHORTEST_WORD = 4;
    private static final int TWO_WRONG_FROM = 6;
    private static final int SHORTEST_PINYIN = 6;

    /** Syllables are so alike that two letters of a short name make another one: zhongqing is not zhangjing. */
    private static final int TWO_WRONG_IN_PINYIN_FROM = 10;

    /** C# and C++ are nothing like another word. */
    private static final Pattern WITH_A_SIGN = Pattern.compile("[a-z](?:sharp|plusplus)");

    private final SearchSession session;

    Spelling(SearchSession session) {
        this.session = session;
    }

    /** The whole text in other spellings, the likeliest first. */
    List<String> better(QueryText text) {
        if (!text.isPlain() || text.looksLikeANumber()) {
            return List.of();
        }
        List<String> spellings = List.of("");
        boolean changed = false;
        for (var term : text.terms()) {
            var better = isKnown(term) ? List.<String>of() : better(term);
            changed |= !better.isEmpty();
            var words = better.isEmpty() ? List.of(term.text()) : better;
            spellings = spellings.stream()
                    .flatMap(before -> words.stream().map(word -> (before + " " + word).strip()))
                    .limit(MOST_SPELLINGS)
                    .toList();
        }
        return changed ? spellings : spoken(text);
    }

    private boolean isKnown(Term term) {
        return session.search(RecordDocument.class)
                        .where(f -> () -> new Matching(new QueryText(term.text()), f).found())
                        .fetchTotalHitCount()
                > 0;
    }

    private List<String> better(Term term) {
        return switch (term.kind()) {
            case RUN -> betterChinese(term.text());
            case WORD ->
                term.text().length() < SHORTEST_WORD
                                || WITH_A_SIGN.matcher(term.text()).matches()
                        ? List.of()
                        : betterWord(term.text());
            case EXACT, PHRASE, BEGINNING -> List.of();
        };
    }

    private List<String> betterWord(String word) {
        var apart = apart(word);
        if (apart.isPresent()) {
            return List.of(apart.get());
        }
        int wrong = word.length() < TWO_WRONG_FROM ? 1 : 2;
        var words = texts(f -> f.match()
                        .fields("titles", "otherTitles", "names", "subjects")
                        .matching(word)
                        .fuzzy(wrong))
                .flatMap(text -> Stream.of(Folding.fold(text).split(" ")))
                .filter(other -> EditDistance.of(word, other) <= wrong)
                .collect(Collectors.groupingBy(Function.identity(), HashMap::new, Collectors.counting()));
        var nearest = words.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Long> entry) -> EditDistance.of(word, entry.getKey()))
                        .thenComparing(entry -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .limit(MOST_FOR_A_WORD)
                .toList();
        return nearest.isEmpty() ? spoken(word) : nearest;
    }

    /** Two words that were written as one: hiphop, email. */
    private Optional<String> apart(String word) {
        return IntStream.range(1, word.length())
                .mapToObj(at -> word.substring(0, at) + " " + word.substring(at))
                .filter(both -> session.search(RecordDocument.class)
                                .where(f -> f.phrase().field("everything").matching(both))
                                .fetchTotalHitCount()
                        > 0)
                .findFirst();
    }

    /** A title, or a name, whose pinyin is nearly this. */
    private List<String> spoken(QueryText text) {
        return text.mayBePinyin() ? spoken(text.key()) : List.of();
    }

    private List<String> spoken(String letters) {
        if (letters.length() < SHORTEST_PINYIN) {
            return List.of();
        }
        int wrong = letters.length() < TWO_WRONG_IN_PINYIN_FROM ? 1 : 2;
        var titles = sounding("pinyinKeys", "title", letters, wrong).limit(1).toList();
        return titles.isEmpty()
                ? sounding("nameKeys", "namesShown", letters, wrong)
                        .filter(name -> EditDistance.of(letters, spokenName(name)) <= wrong)
                        .limit(1)
                        .toList()
                : titles;
    }

    private static String spokenName(String name) {
        return String.join("", Pinyin.nameSyllables(Folding.fold(name)));
    }

    private Stream<String> sounding(String keys, String shown, String letters, int wrong) {
        return session
                .search(RecordDocument.class)
                .select(f -> f.field(shown, String.class).list())
                .where(f -> f.match().field(keys).matching(letters).fuzzy(wrong))
                .fetchHits(1)
                .stream()
                .flatMap(List::stream);
    }

    private List<String> betterChinese(String run) {
        var syllables = Pinyin.syllables(run);
        int characters = run.length();
        var sounding = texts(f -> f.phrase().fields("titlePinyin", "namePinyin").matching(String.join(" ", syllables)))
                .flatMap(text -> windows(text, characters, characters))
                .filter(window -> Pinyin.syllables(window).equals(syllables))
                .findFirst();
        if (sounding.isPresent() || characters <= 2) {
            return sounding.stream().toList();
        }
        int wrong = Math.max(1, characters / 4);
        return texts(f -> f.match()
                        .fields("titles", "otherTitles", "names", "subjects")
                        .matching(run)
                        .analyzer(Analysis.SINGLE)
                        .minimumShouldMatchNumber(characters - wrong))
                .flatMap(text -> windows(text, characters - 1, characters + 1))
                .filter(window -> EditDistance.of(run, window) <= wrong)
                .min(Comparator.comparing((String window) -> EditDistance.of(run, window))
                        .thenComparing(window -> Math.abs(window.length() - characters)))
                .stream()
                .toList();
    }

    /** What the records that match show of themselves, the best first. */
    private Stream<String> texts(Function<SearchPredicateFactory, PredicateFinalStep> where) {
        return session
                .search(RecordDocument.class)
                .select(f -> f.composite()
                        .from(
                                f.field("title", String.class).list(),
                                f.field("subtitle", String.class).list(),
                                f.field("namesShown", String.class).list(),
                                f.field("otherTitles", String.class).list(),
                                f.field("subjects", String.class).list())
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
