package org.consortium.catalog.search;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consortium.catalog.search.Filters.Part;
import org.consortium.catalog.search.SearchResult.Facets;
import org.consortium.catalog.search.SearchResult.Fewer;
import org.consortium.catalog.search.SearchResult.Instead;
import org.hibernate.search.engine.search.sort.SearchSort;
import org.hibernate.search.engine.search.sort.dsl.SearchSortFactory;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Finds records of the union catalogue: one box, filters, the numbers beside them, and where a copy is in right now. */
@Service
public class RecordSearch {

    private static final int MOST_WORDS_TO_LEAVE_OUT = 6;
    private static final int SHORTEST_PART = 2;
    private static final int LONGEST_IN_PARTS = 12;

    private final CatalogueIndex index;
    private final ShelfCheck shelves;
    private final KeptTree tree;
    private final JdbcClient jdbc;

    RecordSearch(CatalogueIndex index, ShelfCheck shelves, KeptTree tree, JdbcClient jdbc) {
        this.index = index;
        this.shelves = shelves;
        this.tree = tree;
        this.jdbc = jdbc;
    }

    /** What is found; where nothing is, what is found under the spelling that was probably meant. */
    public SearchResult search(SearchQuery query) {
        return search(query, true);
    }

    /** The same without the numbers beside it, for whoever shows none. */
    public SearchResult list(SearchQuery query) {
        return search(query, false);
    }

    private SearchResult search(SearchQuery query, boolean counted) {
        var found = find(query, Instead.NOTHING, counted);
        if (found.total() > 0 || query.text().isEmpty()) {
            return found;
        }
        var instead = instead(query);
        return instead.readAs().isPresent() && !query.isFiltered()
                ? find(query, instead, counted)
                : new SearchResult(query, 0, List.of(), found.facets(), instead);
    }

    private SearchResult find(SearchQuery query, Instead instead, boolean counted) {
        var text = new QueryText(instead.readAs().orElse(query.text()));
        var filters = new Filters(query, librariesIn(query.scope()));
        return index.read((engine, session) -> {
            var counting = new FacetCounting(engine, session, text, filters);
            var asked = session.search(RecordDocument.class)
                    .select(ShownRecord.class)
                    .where(f -> counting.narrowed(f, new Matching(text, f).ranked(), Part.NONE))
                    .sort(f -> f.composite(order -> order(query, f).forEach(order::add)));
            if (counted) {
                counting.countWith(asked);
            }
            var found = asked.fetch(query.page() * query.size(), query.size());
            return new SearchResult(
                    query,
                    found.total().hitCount(),
                    shelves.hits(found.hits()),
                    counted ? facets(query, filters, counting, found) : Facets.NOT_COUNTED,
                    instead);
        });
    }

    private Facets facets(
            SearchQuery query,
            Filters filters,
            FacetCounting counting,
            org.hibernate.search.engine.search.query.SearchResult<?> found) {
        counting.take(found);
        counting.countTheRest();
        return new FacetLines(query, filters, counting, tree.now()).facets();
    }

    /** Null where there is no scope; nothing where a group is not known. */
    Set<String> librariesIn(SearchScope scope) {
        if (scope == null) {
            return null;
        }
        if (scope.kind() == SearchScope.Kind.LIBRARY) {
            return Set.of(scope.code().value());
        }
        return Set.copyOf(jdbc.sql("select library from library_group_member where library_group = :code")
                .param("code", scope.code().value())
                .query(String.class)
                .list());
    }

    private Instead instead(SearchQuery query) {
        return index.read((engine, session) -> {
            var text = new QueryText(query.text());
            long unfiltered = query.isFiltered() ? count(session, text) : 0;
            if (unfiltered > 0) {
                return new Instead(Optional.empty(), Optional.empty(), Optional.empty(), unfiltered, List.of());
            }
            var better = new Spelling(session)
                    .better(text).stream()
                            .filter(words -> count(session, new QueryText(words)) > 0)
                            .findFirst();
            var words = text.hasFields()
                    ? Optional.of(QueryParts.words(query.text())).filter(all -> count(session, new QueryText(all)) > 0)
                    : Optional.<String>empty();
            return query.isFiltered()
                    ? new Instead(Optional.empty(), better, words, 0, List.of())
                    : new Instead(
                            better, Optional.empty(), words, 0, better.isPresent() ? List.of() : fewer(session, text));
        });
    }

    /** The same without one of its words, where that finds something. */
    private static List<Fewer> fewer(SearchSession session, QueryText text) {
        var words = text.isPlain() ? text.terms() : List.<QueryText.Term>of();
        if (words.size() == 1 && words.get(0).kind() == QueryText.Kind.RUN) {
            return parts(session, words.get(0).text());
        }
        if (words.size() < 2 || words.size() > MOST_WORDS_TO_LEAVE_OUT) {
            return List.of();
        }
        return words.stream()
                .map(left -> words.stream()
                        .filter(word -> word != left)
                        .map(QueryText.Term::text)
                        .collect(Collectors.joining(" ")))
                .filter(rest -> rest.length() > 1)
                .map(rest -> new Fewer(rest, count(session, new QueryText(rest))))
                .filter(fewer -> fewer.total() > 0)
                .sorted(Comparator.comparingLong(Fewer::total))
                .toList();
    }

    /** Words written together that no record has both of, each by itself: 唐代历史 as 唐代 and as 历史. */
    private static List<Fewer> parts(SearchSession session, String run) {
        if (run.length() < 2 * SHORTEST_PART || run.length() > LONGEST_IN_PARTS) {
            return List.of();
        }
        return IntStream.rangeClosed(SHORTEST_PART, run.length() - SHORTEST_PART)
                .mapToObj(at -> Stream.of(run.substring(0, at), run.substring(at))
                        .map(part -> new Fewer(part, count(session, new QueryText(part))))
                        .sorted(Comparator.comparingLong(Fewer::total))
                        .toList())
                .filter(both -> both.get(0).total() > 0)
                .max(Comparator.comparingLong(both -> both.get(0).total()))
                .orElse(List.of());
    }

    private static long count(SearchSession session, QueryText text) {
        return session.search(RecordDocument.class)
                .where(f -> () -> new Matching(text, f).found())
                .fetchTotalHitCount();
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
