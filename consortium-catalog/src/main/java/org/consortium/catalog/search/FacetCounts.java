package org.consortium.catalog.search;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consortium.catalog.search.Filters.Facet;
import org.consortium.catalog.search.SearchResult.Count;
import org.consortium.catalog.search.SearchResult.Facets;
import org.consortium.catalog.search.SearchResult.LibraryCount;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Format;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts what each filter would leave. A filter that is set is left out of its own count, so that its other values can be
 * chosen too; facets without a set filter share one query.
 */
@Component
class FacetCounts {

    /** More libraries or languages than a region has. */
    private static final int MOST_TERMS = 2_000;

    private static final AggregationKey<Map<String, Long>> LIBRARIES = AggregationKey.of("libraries");
    private static final AggregationKey<Map<String, Long>> LANGUAGES = AggregationKey.of("languages");
    private static final AggregationKey<Map<String, Long>> FORMATS = AggregationKey.of("formats");
    private static final AggregationKey<Map<Integer, Long>> DECADES = AggregationKey.of("decades");

    private final JdbcClient jdbc;

    FacetCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Facets of(SearchSession session, QueryText text, SearchQuery query) {
        var counting = new Counting(session, text, new Filters(query));
        var shared = EnumSet.of(Facet.LIBRARY, Facet.LANGUAGE, Facet.FORMAT, Facet.YEAR);
        for (var facet : Set.copyOf(shared)) {
            if (counting.filters.sets(facet)) {
                shared.remove(facet);
                counting.count(EnumSet.of(facet), facet);
            }
        }
        if (!shared.isEmpty()) {
            counting.count(shared, Facet.NONE);
        }
        return new Facets(
                libraries(counting.libraries, query),
                languages(counting.languages, query),
                formats(counting.formats, query),
                decades(counting.decades, query),
                counting.available());
    }

    /** The text's meaning, narrowed by filters that take no part in the ranking. */
    static PredicateFinalStep narrowed(SearchPredicateFactory f, QueryText text, List<SearchPredicate> filters) {
        var all = f.bool().must(new Matching(text, f).predicate());
        filters.forEach(all::filter);
        return all;
    }

    /** One search being counted; its maps fill query by query. */
    private static final class Counting {

        private final SearchSession session;
        private final QueryText text;
        private final Filters filters;
        private Map<String, Long> libraries = Map.of();
        private Map<String, Long> languages = Map.of();
        private Map<String, Long> formats = Map.of();
        private Map<Integer, Long> decades = Map.of();

        private Counting(SearchSession session, QueryText text, Filters filters) {
            this.session = session;
            this.text = text;
            this.filters = filters;
        }

        private void count(Set<Facet> facets, Facet without) {
            var libraryField = filters.sets(Facet.AVAILABLE) ? "shelfLibraries" : "libraries";
            var query = session.search(RecordDocument.class).where(f -> narrowed(f, text, filters.without(without, f)));
            if (facets.contains(Facet.LIBRARY)) {
                query.aggregation(
                        LIBRARIES,
                        f -> f.terms().field(libraryField, String.class).maxTermCount(MOST_TERMS));
            }
            if (facets.contains(Facet.LANGUAGE)) {
                query.aggregation(
                        LANGUAGES,
                        f -> f.terms().field("languages", String.class).maxTermCount(MOST_TERMS));
            }
            if (facets.contains(Facet.FORMAT)) {
                query.aggregation(FORMATS, f -> f.terms().field("format", String.class));
            }
            if (facets.contains(Facet.YEAR)) {
                query.aggregation(
                        DECADES, f -> f.terms().field("decade", Integer.class).maxTermCount(MOST_TERMS));
            }
            var counted = query.fetch(0);
            for (var facet : facets) {
                switch (facet) {
                    case LIBRARY -> libraries = counted.aggregation(LIBRARIES);
                    case LANGUAGE -> languages = counted.aggregation(LANGUAGES);
                    case FORMAT -> formats = counted.aggregation(FORMATS);
                    case YEAR -> decades = counted.aggregation(DECADES);
                    default -> throw new IllegalArgumentException(facet.name());
                }
            }
        }

        private long available() {
            return session.search(RecordDocument.class)
                    .where(f -> {
                        var narrow = new ArrayList<>(filters.without(Facet.AVAILABLE, f));
                        narrow.add(filters.onShelf(true, f));
                        return narrowed(f, text, narrow);
                    })
                    .fetchTotalHitCount();
        }
    }

    private List<LibraryCount> libraries(Map<String, Long> counts, SearchQuery query) {
        var lines = new ArrayList<LibraryCount>();
        LibraryTree.read(jdbc).walk((code, place, depth) -> {
            long count = counts.getOrDefault(code.value(), 0L);
            boolean chosen = query.libraries().contains(code);
            if (count > 0 || chosen) {
                var parent = place.parent() == null ? null : new LibraryCode(place.parent());
                lines.add(new LibraryCount(code, parent, place.name(), depth, count, chosen));
            }
        });
        return lines;
    }

    private static List<Count<String>> languages(Map<String, Long> counts, SearchQuery query) {
        var all = new HashMap<>(counts);
        query.languages().forEach(language -> all.putIfAbsent(language, 0L));
        return all.entrySet().stream()
                .map(line -> new Count<>(
                        line.getKey(), line.getValue(), query.languages().contains(line.getKey())))
                .sorted(comparing((Count<String> line) -> line.count(), reverseOrder())
                        .thenComparing(Count::value))
                .toList();
    }

    private static List<Count<Format>> formats(Map<String, Long> counts, SearchQuery query) {
        return Arrays.stream(Format.values())
                .map(format -> new Count<>(
                        format,
                        counts.getOrDefault(format.name(), 0L),
                        query.formats().contains(format)))
                .filter(line -> line.count() > 0 || line.chosen())
                .sorted(comparing((Count<Format> line) -> line.count(), reverseOrder())
                        .thenComparing(Count::value))
                .toList();
    }

    private static List<Count<Integer>> decades(Map<Integer, Long> counts, SearchQuery query) {
        return counts.entrySet().stream()
                .map(line -> new Count<>(line.getKey(), line.getValue(), touches(line.getKey(), query)))
                .sorted(comparing((Count<Integer> line) -> line.value(), reverseOrder()))
                .toList();
    }

    private static boolean touches(int decade, SearchQuery query) {
        boolean chosen = query.yearFrom() != null || query.yearTo() != null;
        return chosen
                && (query.yearFrom() == null || decade + 9 >= query.yearFrom())
                && (query.yearTo() == null || decade <= query.yearTo());
    }
}
