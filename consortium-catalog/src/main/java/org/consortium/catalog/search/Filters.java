package org.consortium.catalog.search;

import java.util.ArrayList;
import java.util.List;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Format;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;

/** What narrows a search besides its text. For the count of one facet its own filter is left out. */
record Filters(SearchQuery query) {

    /** The facets; each is counted as if its own filter were not set. */
    enum Facet {
        NONE,
        LIBRARY,
        LANGUAGE,
        FORMAT,
        YEAR,
        AVAILABLE
    }

    boolean sets(Facet facet) {
        return switch (facet) {
            case NONE -> false;
            case LIBRARY -> !query.libraries().isEmpty();
            case LANGUAGE -> !query.languages().isEmpty();
            case FORMAT -> !query.formats().isEmpty();
            case YEAR -> query.yearFrom() != null || query.yearTo() != null;
            case AVAILABLE -> query.available();
        };
    }

    List<SearchPredicate> without(Facet left, SearchPredicateFactory f) {
        var filters = new ArrayList<SearchPredicate>();
        if (applies(Facet.LANGUAGE, left)) {
            filters.add(
                    f.terms().field("languages").matchingAny(query.languages()).toPredicate());
        }
        if (applies(Facet.FORMAT, left)) {
            var names = query.formats().stream().map(Format::name).toList();
            filters.add(f.terms().field("format").matchingAny(names).toPredicate());
        }
        if (applies(Facet.YEAR, left)) {
            filters.add(f.range()
                    .field("year")
                    .between(query.yearFrom(), query.yearTo())
                    .toPredicate());
        }
        if (applies(Facet.LIBRARY, left)) {
            filters.add(heldBy("libraries", f));
        }
        if (applies(Facet.AVAILABLE, left)) {
            filters.add(onShelf(left != Facet.LIBRARY, f));
        }
        return filters;
    }

    /** On a shelf of the chosen libraries: what the university has in does not help who asked for the township. */
    SearchPredicate onShelf(boolean inScope, SearchPredicateFactory f) {
        return inScope && sets(Facet.LIBRARY)
                ? heldBy("shelfLibraries", f)
                : f.match().field("onShelf").matching(true).toPredicate();
    }

    private SearchPredicate heldBy(String field, SearchPredicateFactory f) {
        var codes = query.libraries().stream().map(LibraryCode::value).toList();
        return f.terms().field(field).matchingAny(codes).toPredicate();
    }

    private boolean applies(Facet facet, Facet left) {
        return facet != left && sets(facet);
    }
}
