package org.consortium.catalog.search;

import java.util.List;
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
