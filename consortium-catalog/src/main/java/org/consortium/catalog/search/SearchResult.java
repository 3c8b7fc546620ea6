package org.consortium.catalog.search;

import java.util.List;
import java.util.Optional;
import org.consortium.core.Label;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Format;

/** A page of what was found, and how everything found is spread. */
public record SearchResult(SearchQuery query, long total, List<Hit> items, Facets facets) {

    /** How many pages can be turned to; the last ones of a very large result cannot. */
    public int pages() {
        long reachable = Math.min(total, SearchQuery.DEEPEST / query.size() * (long) query.size());
        return (int) Math.max(1, (reachable + query.size() - 1) / query.size());
    }

    /** The record whose number was typed and nothing else: an ISBN, a barcode, a call number that only one has. */
    public Optional<Hit> theOne() {
        var onlyNumber = new QueryText(query.text()).isNumber() && !query.isFiltered();
        return onlyNumber && total == 1 ? items.stream().findFirst() : Optional.empty();
    }

    public boolean hasNext() {
        return query.page() + 1 < pages();
    }

    /**
     * How many results each choice would leave, the other filters as they are.
     *
     * @param libraries as a tree, each below its parent
     * @param decades the latest first
     * @param available how many are on a shelf of the chosen libraries, or anywhere where none is chosen
     */
    public record Facets(
            List<LibraryCount> libraries,
            List<Count<String>> languages,
            List<Count<Format>> formats,
            List<Count<Integer>> decades,
            long available) {}

    public record Count<T>(T value, long count, boolean chosen) {}

    /** @param depth 0 for a library at the top of the tree */
    public record LibraryCount(
            LibraryCode code, LibraryCode parent, Label name, int depth, long count, boolean chosen) {}
}
