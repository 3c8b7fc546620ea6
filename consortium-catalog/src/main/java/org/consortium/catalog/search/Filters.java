package org.consortium.catalog.search;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.consortium.catalog.text.Folding;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;

/**
 * What narrows a search besides its text. For the count of one part its own filter is left out.
 *
 * @param scope the libraries looked at, or null for all
 */
record Filters(SearchQuery query, Set<String> scope) {

    /** What is counted together, as if nothing of it were chosen. */
    enum Part {
        NONE,
        PLACE,
        LANGUAGE,
        FORMAT,
        YEAR,
        AUTHOR,
        SUBJECT,
        CLASS,
        AVAILABLE
    }

    /** The parts something is chosen of. */
    Set<Part> set() {
        var set = EnumSet.noneOf(Part.class);
        Stream.of(Part.values()).filter(this::sets).forEach(set::add);
        return set;
    }

    boolean sets(Part part) {
        return switch (part) {
            case NONE -> false;
            case PLACE ->
                !query.of(Facet.REGION).isEmpty()
                        || !query.of(Facet.LIBRARY).isEmpty()
                        || !query.of(Facet.BRANCH).isEmpty();
            case LANGUAGE -> !query.of(Facet.LANGUAGE).isEmpty();
            case FORMAT -> !query.of(Facet.FORMAT).isEmpty();
            case AUTHOR -> !query.of(Facet.AUTHOR).isEmpty();
            case SUBJECT -> !query.of(Facet.SUBJECT).isEmpty();
            case CLASS -> !query.of(Facet.CLASS).isEmpty();
            case YEAR -> query.yearFrom() != null || query.yearTo() != null;
            case AVAILABLE -> query.available();
        };
    }

    List<SearchPredicate> without(Part left, SearchPredicateFactory f) {
        var filters = new ArrayList<SearchPredicate>();
        if (scope != null) {
            filters.add(any(Trait.FIELD, scope.stream().map(Trait.LIBRARY::of).toList(), f));
        }
        for (var part : set()) {
            if (part != left) {
                filters.add(filter(part, left, f));
            }
        }
        return filters;
    }

    private SearchPredicate filter(Part part, Part left, SearchPredicateFactory f) {
        return switch (part) {
            case PLACE -> any(Trait.FIELD, places(Trait.REGION, Trait.LIBRARY, Trait.BRANCH), f);
            case LANGUAGE -> any(Trait.FIELD, traits(Facet.LANGUAGE, Trait.LANGUAGE), f);
            case FORMAT -> any(Trait.FIELD, traits(Facet.FORMAT, Trait.FORMAT), f);
            case AUTHOR -> anyForm("authors", query.of(Facet.AUTHOR).stream().map(Heading::ofName), f);
            case SUBJECT -> anyForm("topics", query.of(Facet.SUBJECT).stream().map(Heading::ofSubject), f);
            case CLASS ->
                any("clcPath", query.of(Facet.CLASS).stream().map(Folding::key).toList(), f);
            case YEAR ->
                f.range()
                        .field("year")
                        .between(query.yearFrom(), query.yearTo())
                        .toPredicate();
            case AVAILABLE -> onShelf(left != Part.PLACE, f);
            case NONE -> throw new IllegalArgumentException(part.name());
        };
    }

    /** Whether any shelf of the consortium will do. */
    boolean isAnyShelf() {
        return scope == null && !sets(Part.PLACE);
    }

    /** It is on a shelf: what the university has in does not help who asked for the township. */
    SearchPredicate onShelf(boolean ofChosen, SearchPredicateFactory f) {
        if (ofChosen && sets(Part.PLACE)) {
            return any(Trait.SHELVES, places(Trait.SHELF_REGION, Trait.SHELF_LIBRARY, Trait.SHELF_BRANCH), f);
        }
        return scope == null
                ? any(Trait.FIELD, List.of(Trait.ON_SHELF.of("")), f)
                : any(Trait.SHELVES, scope.stream().map(Trait.SHELF_LIBRARY::of).toList(), f);
    }

    private List<String> places(Trait region, Trait library, Trait branch) {
        return Stream.of(traits(Facet.REGION, region), traits(Facet.LIBRARY, library), traits(Facet.BRANCH, branch))
                .flatMap(List::stream)
                .toList();
    }

    private List<String> traits(Facet facet, Trait trait) {
        return query.of(facet).stream().map(trait::of).toList();
    }

    /** One of the headings, in whichever of its forms. */
    static SearchPredicate anyForm(String field, Stream<Heading> headings, SearchPredicateFactory f) {
        var any = f.bool();
        headings.forEach(heading ->
                any.should(f.prefix().field(field).matching(heading.key()).constantScore()));
        return any.toPredicate();
    }

    /** A scope of no library is nowhere. */
    static SearchPredicate any(String field, List<String> terms, SearchPredicateFactory f) {
        return terms.isEmpty()
                ? f.matchNone().toPredicate()
                : f.terms().field(field).matchingAny(terms).toPredicate();
    }
}
