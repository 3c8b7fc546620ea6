package org.consortium.catalog.search;

import java.util.List;
import org.consortium.catalog.search.Filters.Facet;
import org.hibernate.search.engine.search.sort.SearchSort;
import org.hibernate.search.engine.search.sort.dsl.SearchSortFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Finds records of the union catalogue: one box, filters, the numbers beside them, and where a copy is in right now. */
@Service
public class RecordSearch {

    private final CatalogueIndex index;
    private final ShelfCheck shelves;
    private final JdbcClient jdbc;

    RecordSearch(CatalogueIndex index, ShelfCheck shelves, JdbcClient jdbc) {
        this.index = index;
        this.shelves = shelves;
        this.jdbc = jdbc;
    }

    public SearchResult search(SearchQuery query) {
        var text = new QueryText(query.text());
        return index.read(session -> {
            var counting = new FacetCounting(session, text, query);
            var asked = session.search(RecordDocument.class)
                    .select(ShownRecord.class)
                    .where(f -> counting.narrowed(f, new Matching(text, f).ranked(), Facet.NONE))
                    .sort(f -> f.composite(order -> order(query, f).forEach(order::add)));
            counting.countWith(asked);
            var found = asked.fetch(query.page() * query.size(), query.size());
            counting.take(found);
            counting.countTheRest();
            return new SearchResult(
                    query,
                    found.total().hitCount(),
                    shelves.hits(found.hits()),
                    counting.facets(LibraryTree.read(jdbc)));
        });
    }

    /** Whether the index is whole; while it is made for the first time, results are not complete. */
    public boolean isComplete() {
        return index.isComplete();
    }

    private static List<SearchSort> order(SearchQuery query, SearchSortFactory f) {
        var newestAdded = f.field("createdAt").desc().toSort();
        var key = f.field("key").toSort();
        return switch (query.order()) {
            case RELEVANCE ->
                List.of(f.score().toSort(), f.field("loans").desc().toSort(), newestAdded, key);
            case NEWEST -> List.of(f.field("year").desc().missing().last().toSort(), newestAdded, key);
            case OLDEST -> List.of(f.field("year").asc().missing().last().toSort(), newestAdded, key);
            case TITLE -> List.of(f.field("titleOrder").toSort(), key);
            case MOST_BORROWED -> List.of(f.field("loans").desc().toSort(), newestAdded, key);
            case RECENTLY_ADDED -> List.of(newestAdded, key);
        };
    }
}
