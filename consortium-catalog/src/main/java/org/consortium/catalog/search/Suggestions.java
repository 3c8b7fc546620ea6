package org.consortium.catalog.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.consortium.catalog.text.Folding;
import org.consortium.catalog.text.Pinyin;
import org.consortium.core.union.RecordId;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.query.SearchResult;
import org.springframework.stereotype.Service;

/**
 * What somebody who is still typing may mean: titles, names and subjects that begin so, in characters, pinyin or initials. What
 * very many records begin with, a letter or two, many type: it is remembered for as long as a browser may.
 */
@Service
public class Suggestions {

    private static final int MOST_LOOKED_AT = 40;
    private static final int LONGEST = 60;

    /** Headings that sound alike stand together, so some are read to find those that are written so, too. */
    private static final int MOST_HEADINGS = 30;

    private static final int MOST_SUBJECTS = 2;

    /** Before the titles; many bodies begin with the name of their country, and few ask for them. */
    private static final int FIRST_NAMES = 2;

    private static final String[] TITLE_FIELDS = {"titleKeys", "pinyinKeys", "initials"};

    private static final int VERY_MANY = 1_000;
    private static final int MOST_REMEMBERED = 10_000;

    /** How long an answer may be shown again. */
    public static final Duration FRESH = Duration.ofMinutes(1);

    private final CatalogueIndex index;
    private final Cache<Asked, List<Suggestion>> remembered;

    Suggestions(CatalogueIndex index, Clock clock) {
        this.index = index;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(FRESH)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    private record Asked(String folded, int most) {}

    /** What is suggested. */
    public enum Kind {
        TITLE,
        NAME,
        SUBJECT
    }

    /** @param record the record of a title that is suggested; nothing for a name or a subject */
    public record Suggestion(Kind kind, String text, Optional<RecordId> record) {}

    /**
     * At most so many: two names where they begin so, then titles, first what is typed in full, then the most borrowed, and
     * other names where room is left; subjects come last and have some room kept for them.
     */
    public List<Suggestion> of(String typed, int most) {
        var folded = Folding.fold(typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed);
        if (folded.isBlank()) {
            return List.of();
        }
        var known = remembered.getIfPresent(new Asked(folded, most));
        return known == null ? lookUp(folded, most) : known;
    }

    private List<Suggestion> lookUp(String folded, int most) {
        var key = folded.replace(" ", "");
        // nü is typed as nv, and stands in the index as nu
        var keys = Stream.of(key, Pinyin.withoutUmlauts(key)).distinct().toList();
        var subjects = subjects(folded, keys);
        var suggestions = new LinkedHashMap<String, Suggestion>();
        var named = named(keys);
        var titled = titled(keys);
        var names = names(named.hits(), keys).stream().limit(most / 2).toList();
        names.stream().limit(FIRST_NAMES).forEach(name -> suggestions.put(Folding.key(name), named(name)));
        for (var title : titled.hits()) {
            if (suggestions.size() < most - subjects.size()) {
                suggestions.putIfAbsent(Folding.key(title.title()), titled(title));
            }
        }
        for (var name : names) {
            if (suggestions.size() < most - subjects.size()) {
                suggestions.putIfAbsent(Folding.key(name), named(name));
            }
        }
        subjects.forEach((subjectKey, subject) -> suggestions.putIfAbsent(subjectKey, of(subject)));
        var found = suggestions.values().stream().limit(most).toList();
        if (named.total().hitCount() + titled.total().hitCount() > VERY_MANY) {
            remembered.put(new Asked(folded, most), found);
        }
        return found;
    }

    private SearchResult<ShownRecord> titled(List<String> keys) {
        return index.read(session -> session.search(RecordDocument.class)
                .select(ShownRecord.class)
                .where(f -> f.bool()
                        .must(anyOf(
                                f,
                                key -> f.prefix()
                                        .fields(TITLE_FIELDS)
                                        .matching(key)
                                        .constantScore()
                                        .toPredicate(),
                                keys))
                        .should(anyOf(
                                f,
                                key -> f.match()
                                        .fields(TITLE_FIELDS)
                                        .matching(key)
                                        .constantScore()
                                        .toPredicate(),
                                keys)))
                .sort(f -> f.score().then().field("loans").desc().then().field("titleOrder"))
                .fetch(MOST_LOOKED_AT));
    }

    private static SearchPredicate anyOf(
            SearchPredicateFactory f, Function<String, SearchPredicate> predicate, List<String> keys) {
        if (keys.size() == 1) {
            return predicate.apply(keys.get(0));
        }
        var any = f.bool();
        keys.forEach(key -> any.should(predicate.apply(key)));
        return any.toPredicate();
    }

    private SearchResult<List<String>> named(List<String> keys) {
        return index.read(session -> session.search(RecordDocument.class)
                .select(f -> f.field("namesShown", String.class).list())
                .where(f -> () -> anyOf(
                        f, key -> f.prefix().field("nameKeys").matching(key).toPredicate(), keys))
                .sort(f -> f.field("loans").desc().then().field("key"))
                .fetch(MOST_LOOKED_AT));
    }

    /** Those of the records' names that begin so, each once. */
    private static Collection<String> names(List<List<String>> records, List<String> keys) {
        var names = new LinkedHashMap<String, String>();
        for (var name : records.stream().flatMap(List::stream).toList()) {
            if (RecordDocument.nameKeys(name).anyMatch(begins -> beginsWithOne(begins, keys))) {
                names.putIfAbsent(Folding.key(name), name);
            }
        }
        return names.values();
    }

    private static boolean beginsWithOne(String text, List<String> keys) {
        return keys.stream().anyMatch(text::startsWith);
    }

    /** By their keys; the shortest first, for that is the subject itself and not a part of it, and simplified before traditional. */
    private Map<String, String> subjects(String folded, List<String> keys) {
        var found = new LinkedHashMap<String, String>();
        places(folded)
                .flatMap(place -> index.values("topics", place, false, MOST_HEADINGS).stream())
                .map(Heading::parse)
                .filter(heading -> beginsWithOne(Folding.key(heading.shown()), keys)
                        || beginsWithOne(heading.order().replace(" ", ""), keys))
                .sorted(Comparator.comparing(
                                (Heading heading) -> heading.shown().length())
                        .thenComparing(Heading.SIMPLIFIED_FIRST))
                .map(Heading::shown)
                .forEach(shown -> {
                    if (found.size() < MOST_SUBJECTS) {
                        found.putIfAbsent(Folding.key(shown), shown);
                    }
                });
        return found;
    }

    /** Where in the list of subjects it may begin: as it is spoken, and letters as the word they are, too. */
    private static Stream<String> places(String folded) {
        if (Pinyin.hasHan(folded)) {
            return Stream.of(String.join(" ", Pinyin.syllables(folded)));
        }
        for (int end = folded.length(); end > 0; end--) {
            var readings = Pinyin.readings(folded.substring(0, end));
            if (!readings.isEmpty()) {
                var spoken = String.join(" ", readings.get(0)) + " " + folded.substring(end);
                return Stream.of(folded, spoken.strip()).distinct();
            }
        }
        return Stream.of(folded);
    }

    private static Suggestion named(String name) {
        return new Suggestion(Kind.NAME, name, Optional.empty());
    }

    private static Suggestion titled(ShownRecord record) {
        return new Suggestion(Kind.TITLE, record.title(), Optional.of(new RecordId(record.id())));
    }

    private static Suggestion of(String subject) {
        return new Suggestion(Kind.SUBJECT, subject, Optional.empty());
    }
}
