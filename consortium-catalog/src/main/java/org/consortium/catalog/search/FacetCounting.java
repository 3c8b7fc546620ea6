package org.consortium.catalog.search;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.consortium.catalog.search.Filters.Part;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.engine.search.query.dsl.SearchQueryOptionsStep;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;

/**
 * Counts what each choice would leave. What nothing is chosen of is counted along with the search itself; a part with a
 * choice is counted by a query of its own without it, so that its other values can be chosen too.
 */
final class FacetCounting {

    /** More libraries, branches, languages and classes than a region has. */
    private static final int MOST_TRAITS = 20_000;

    private static final int MOST_HEADINGS = FacetLines.MOST_HEADINGS;

    private static final AggregationKey<Map<String, Long>> TRAITS = AggregationKey.of("traits");
    private static final AggregationKey<Map<String, Long>> SHELVES = AggregationKey.of("shelves");
    private static final AggregationKey<Map<String, Long>> AUTHORS = AggregationKey.of("authors");
    private static final AggregationKey<Map<String, Long>> TOPICS = AggregationKey.of("topics");

    private final Engine engine;
    private final SearchSession session;
    private final QueryText text;
    private final Filters filters;
    private final Set<Part> chosen;
    private final Map<Part, Map<String, Long>> counts = new EnumMap<>(Part.class);
    private long available;

    FacetCounting(Engine engine, SearchSession session, QueryText text, Filters filters) {
        this.engine = engine;
        this.session = session;
        this.text = text;
        this.filters = filters;
        this.chosen = filters.set();
    }

    /** What the text means, narrowed by the filters except one; filters take no part in the ranking. */
    PredicateFinalStep narrowed(SearchPredicateFactory f, SearchPredicate meant, Part without) {
        var all = f.bool().must(meant);
        filters.without(without, f).forEach(all::filter);
        return all;
    }

    void countWith(SearchQueryOptionsStep<?, ?, ?, ?, ?, ?> search) {
        count(Part.NONE, search);
        if (!chosen.contains(Part.AUTHOR)) {
            count(Part.AUTHOR, search);
        }
        if (!chosen.contains(Part.SUBJECT)) {
            count(Part.SUBJECT, search);
        }
    }

    void take(SearchResult<?> counted) {
        take(Part.NONE, counted);
        if (!chosen.contains(Part.AUTHOR)) {
            take(Part.AUTHOR, counted);
        }
        if (!chosen.contains(Part.SUBJECT)) {
            take(Part.SUBJECT, counted);
        }
        available = chosen.contains(Part.AVAILABLE) ? counted.total().hitCount() : onShelf();
    }

    void countTheRest() {
        for (var part : chosen) {
            if (part != Part.AVAILABLE) {
                var alone = session.search(RecordDocument.class)
                        .where(f -> narrowed(f, new Matching(text, f).found(), part));
                count(part, alone);
                take(part, alone.fetch(0));
            }
        }
    }

    private void count(Part part, SearchQueryOptionsStep<?, ?, ?, ?, ?, ?> search) {
        switch (part) {
            case AUTHOR -> search.aggregation(AUTHORS, f -> () -> engine.counts(f, "authors", MOST_HEADINGS));
            case SUBJECT -> search.aggregation(TOPICS, f -> () -> engine.counts(f, "topics", MOST_HEADINGS));
            default -> {
                search.aggregation(TRAITS, f -> () -> engine.counts(f, Trait.FIELD, MOST_TRAITS));
                if (countsShelves(part)) {
                    search.aggregation(SHELVES, f -> () -> engine.counts(f, Trait.SHELVES, MOST_TRAITS));
                }
            }
        }
    }

    private void take(Part part, SearchResult<?> counted) {
        counts.put(
                part,
                switch (part) {
                    case AUTHOR -> counted.aggregation(AUTHORS);
                    case SUBJECT -> counted.aggregation(TOPICS);
                    default -> traits(part, counted);
                });
    }

    private Map<String, Long> traits(Part part, SearchResult<?> counted) {
        var traits = new HashMap<>(counted.aggregation(TRAITS));
        if (countsShelves(part)) {
            traits.putAll(counted.aggregation(SHELVES));
        }
        return traits;
    }

    /** Who asks what is in is told whose shelves it is on, and not whose it is. */
    private boolean countsShelves(Part part) {
        return filters.query().available() && (part == Part.NONE || part == Part.PLACE);
    }

    private long onShelf() {
        return filters.isAnyShelf()
                ? of(Part.NONE).getOrDefault(Trait.ON_SHELF.of(""), 0L)
                : session.search(RecordDocument.class)
                        .where(f -> f.and(
                                narrowed(f, new Matching(text, f).found(), Part.AVAILABLE)
                                        .toPredicate(),
                                filters.onShelf(true, f)))
                        .fetchTotalHitCount();
    }

    /** The counts for a part: its own where something of it is chosen. */
    Map<String, Long> of(Part part) {
        return counts.getOrDefault(part, counts.get(Part.NONE));
    }

    long available() {
        return available;
    }
}
