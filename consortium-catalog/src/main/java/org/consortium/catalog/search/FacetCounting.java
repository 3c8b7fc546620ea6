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
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.engine.search.query.dsl.SearchQueryOptionsStep;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;

/**
 * Counts what each filter would leave. Facets whose filter is not set are counted along with the search itself; one that is
 * set is counted by a query of its own without it, so that its other values can be chosen too.
 */
final class FacetCounting {

    /** More libraries or languages than a region has. */
    private static final int MOST_TERMS = 2_000;

    private static final AggregationKey<Map<String, Long>> LIBRARIES = AggregationKey.of("libraries");
    private static final AggregationKey<Map<String, Long>> LANGUAGES = AggregationKey.of("languages");
    private static final AggregationKey<Map<String, Long>> FORMATS = AggregationKey.of("formats");
    private static final AggregationKey<Map<Integer, Long>> DECADES = AggregationKey.of("decades");
    private static final AggregationKey<Map<Boolean, Long>> ON_SHELF = AggregationKey.of("onShelf");

    private final SearchSession session;
    private final QueryText text;
    private final SearchQuery query;
    private final Filters filters;
    private final Set<Facet> shared;
    private Map<String, Long> libraries = Map.of();
    private Map<String, Long> languages = Map.of();
    private Map<String, Long> formats = Map.of();
    private Map<Integer, Long> decades = Map.of();
    private long available;

    FacetCounting(SearchSession session, QueryText text, SearchQuery query) {
        this.session = session;
        this.text = text;
        this.query = query;
        this.filters = new Filters(query);
        this.shared = EnumSet.noneOf(Facet.class);
        for (var facet : EnumSet.complementOf(EnumSet.of(Facet.NONE))) {
            if (!filters.sets(facet) && !(facet == Facet.AVAILABLE && filters.sets(Facet.LIBRARY))) {
                shared.add(facet);
            }
        }
    }

    /** What the text means, narrowed by the filters except one; filters take no part in the ranking. */
    PredicateFinalStep narrowed(SearchPredicateFactory f, SearchPredicate meant, Facet without) {
        var all = f.bool().must(meant);
        filters.without(without, f).forEach(all::filter);
        return all;
    }

    void countWith(SearchQueryOptionsStep<?, ?, ?, ?, ?, ?> search) {
        shared.forEach(facet -> count(facet, search));
    }

    void take(SearchResult<?> counted) {
        shared.forEach(facet -> take(facet, counted));
    }

    void countTheRest() {
        for (var facet : EnumSet.complementOf(EnumSet.of(Facet.NONE))) {
            if (facet == Facet.AVAILABLE && !shared.contains(facet)) {
                available = availableInScope();
            } else if (!shared.contains(facet)) {
                var alone = session.search(RecordDocument.class)
                        .where(f -> narrowed(f, new Matching(text, f).found(), facet));
                count(facet, alone);
                take(facet, alone.fetch(0));
            }
        }
    }

    private void count(Facet facet, SearchQueryOptionsStep<?, ?, ?, ?, ?, ?> search) {
        switch (facet) {
            case LIBRARY ->
                search.aggregation(
                        LIBRARIES,
                        f -> f.terms().field(libraryField(), String.class).maxTermCount(MOST_TERMS));
            case LANGUAGE ->
                search.aggregation(
                        LANGUAGES,
                        f -> f.terms().field("languages", String.class).maxTermCount(MOST_TERMS));
            case FORMAT -> search.aggregation(FORMATS, f -> f.terms().field("format", String.class));
            case YEAR ->
                search.aggregation(
                        DECADES, f -> f.terms().field("decade", Integer.class).maxTermCount(MOST_TERMS));
            case AVAILABLE -> search.aggregation(ON_SHELF, f -> f.terms().field("onShelf", Boolean.class));
            case NONE -> throw new IllegalArgumentException(facet.name());
        }
    }

    /** Who asks for what is on a shelf is told how much of it each library has there. */
    private String libraryField() {
        return filters.sets(Facet.AVAILABLE) ? "shelfLibraries" : "libraries";
    }

    private void take(Facet facet, SearchResult<?> counted) {
        switch (facet) {
            case LIBRARY -> libraries = counted.aggregation(LIBRARIES);
            case LANGUAGE -> languages = counted.aggregation(LANGUAGES);
            case FORMAT -> formats = counted.aggregation(FORMATS);
            case YEAR -> decades = counted.aggregation(DECADES);
            case AVAILABLE -> available = counted.aggregation(ON_SHELF).getOrDefault(true, 0L);
            case NONE -> throw new IllegalArgumentException(facet.name());
        }
    }

    private long availableInScope() {
        return session.search(RecordDocument.class)
                .where(f -> f.and(
                        narrowed(f, new Matching(text, f).found(), Facet.AVAILABLE)
                                .toPredicate(),
                        filters.onShelf(true, f)))
                .fetchTotalHitCount();
    }

    Facets facets(LibraryTree tree) {
        return new Facets(libraries(tree), languages(), formats(), decades(), available);
    }

    private List<LibraryCount> libraries(LibraryTree tree) {
        var lines = new ArrayList<LibraryCount>();
        tree.walk((code, place, depth) -> {
            long count = libraries.getOrDefault(code.value(), 0L);
            boolean chosen = query.libraries().contains(code);
            if (count > 0 || chosen) {
                var parent = place.parent() == null ? null : new LibraryCode(place.parent());
                lines.add(new LibraryCount(code, parent, place.name(), depth, count, chosen));
            }
        });
        return lines;
    }

    private List<Count<String>> languages() {
        var all = new HashMap<>(languages);
        query.languages().forEach(language -> all.putIfAbsent(language, 0L));
        return all.entrySet().stream()
                .map(line -> new Count<>(
                        line.getKey(), line.getValue(), query.languages().contains(line.getKey())))
                .sorted(comparing((Count<String> line) -> line.count(), reverseOrder())
                        .thenComparing(Count::value))
                .toList();
    }

    private List<Count<Format>> formats() {
        return Arrays.stream(Format.values())
                .map(format -> new Count<>(
                        format,
                        formats.getOrDefault(format.name(), 0L),
                        query.formats().contains(format)))
                .filter(line -> line.count() > 0 || line.chosen())
                .sorted(comparing((Count<Format> line) -> line.count(), reverseOrder())
                        .thenComparing(Count::value))
                .toList();
    }

    private List<Count<Integer>> decades() {
        return decades.entrySet().stream()
                .map(line -> new Count<>(line.getKey(), line.getValue(), isChosen(line.getKey())))
                .sorted(comparing((Count<Integer> line) -> line.value(), reverseOrder()))
                .toList();
    }

    private boolean isChosen(int decade) {
        return filters.sets(Facet.YEAR)
                && (query.yearFrom() == null || decade + RecordDocument.YEARS_IN_A_DECADE > query.yearFrom())
                && (query.yearTo() == null || decade <= query.yearTo());
    }
}
