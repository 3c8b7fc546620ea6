package org.consortium.catalog.search;

import java.util.List;
import java.util.Optional;
import org.consortium.core.Label;
import org.consortium.core.union.Format;

/**
 * A page of what was found, and how everything found is spread.
 *
 * @param instead what else there is where nothing was found as it was asked
 */
public record SearchResult(SearchQuery query, long total, List<Hit> items, Facets facets, Instead instead) {

    /** How many pages can be turned to; the last ones of a very large result cannot. */
    public int pages() {
        long reachable = Math.min(total, SearchQuery.DEEPEST / query.size() * (long) query.size());
        return (int) Math.max(1, (reachable + query.size() - 1) / query.size());
    }

    /** The record whose number was typed and nothing else: an ISBN, a barcode, a call number that only one has. */
    public Optional<Hit> theOne() {
        var onlyNumber = new QueryText(query.text()).isNumber() && !query.isFiltered();
        return onlyNumber && total == 1 && instead.readAs.isEmpty()
                ? items.stream().findFirst()
                : Optional.empty();
    }

    public boolean hasNext() {
        return query.page() + 1 < pages();
    }

    /**
     * Where a search would end in nothing.
     *
     * @param readAs the spelling that was searched instead of the one typed, which finds nothing; the results are its
     * @param didYouMean a spelling that finds something where this search, filtered as it is, does not
     * @param asWords the same words without fields, where that finds something
     * @param withoutFilters how many there are without the filters
     * @param fewer the same without one of its words
     */
    public record Instead(
            Optional<String> readAs,
            Optional<String> didYouMean,
            Optional<String> asWords,
            long withoutFilters,
            List<Fewer> fewer) {

        static final Instead NOTHING = new Instead(Optional.empty(), Optional.empty(), Optional.empty(), 0, List.of());
    }

    /** A shorter search that finds something. */
    public record Fewer(String text, long total) {}

    /**
     * How many results each choice would leave, the other filters as they are.
     *
     * @param places regions where there are several, below them libraries as a tree, each below its parent, with their branches
     * @param decades the latest first
     * @param authors those of most results
     * @param subjects those of most results
     * @param classes main classes of the Chinese Library Classification, and what is in those chosen
     * @param available how many are on a shelf of the chosen libraries, or anywhere where none is chosen
     */
    public record Facets(
            List<PlaceCount> places,
            List<Count<String>> languages,
            List<Count<Format>> formats,
            List<Count<Integer>> decades,
            List<Count<String>> authors,
            List<Count<String>> subjects,
            List<ClassCount> classes,
            long available) {

        /** Where nobody asked for them. */
        static final Facets NOT_COUNTED =
                new Facets(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), 0);
    }

    public record Count<T>(T value, long count, boolean chosen) {}

    /**
     * @param facet whether it is a region, a library or a branch
     * @param code of a region its name
     * @param parent code of the library above, or null
     * @param depth 0 at the top of the tree
     */
    public record PlaceCount(
            Facet facet, String code, String parent, Label name, int depth, long count, boolean chosen) {

        PlaceCount at(int otherDepth) {
            return new PlaceCount(facet, code, parent, name, otherDepth, count, chosen);
        }
    }

    /** @param depth 0 for a main class */
    public record ClassCount(String code, int depth, long count, boolean chosen) {}
}
