package org.consortium.catalog.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.search.engine.search.aggregation.SearchAggregation;
import org.hibernate.search.engine.search.aggregation.dsl.SearchAggregationFactory;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;

/** What each search engine does in its own way, and where it keeps its indexes; all else is the same for all. */
interface Engine {

    /** The index that was finished last, where it has the form of today. */
    Optional<Generation> finished();

    /** The index another node is filling for the first time, or was when it died. */
    default Optional<Generation> unfinished() {
        return Optional.empty();
    }

    /** A new and empty index, to be filled. */
    Generation next();

    /** From now on this one is the finished one. */
    void finish(Generation generation);

    /** Takes away what is neither this one nor needed. */
    void keepOnly(Generation generation);

    /** Before a batch is written: waits for other nodes that write the same index, until the transaction's end. */
    default void takeTurn() {}

    /** The name of the finished index and of the one being filled, where other nodes may have changed them. */
    default Optional<Names> names() {
        return Optional.empty();
    }

    /** Says which index is being filled, so that other nodes write their changes there, too; null for none. */
    default void fills(Generation generation) {}

    /** Opens an index another node began. */
    default Generation open(String name) {
        throw new UnsupportedOperationException(name);
    }

    /** @param coming null where none is being filled */
    record Names(String finished, String coming) {}

    /** How many pieces the index lies in; 1 where the engine joins them by itself. */
    default int pieces(SearchMapping mapping) {
        return 1;
    }

    /** How many of the results have each value of a field, for the most frequent values. */
    SearchAggregation<Map<String, Long>> counts(SearchAggregationFactory f, String field, int most);

    /**
     * The values of a field in their order, as they are in the index; one whose last record has just gone may still be there.
     *
     * @param from where to begin: the first value at or after it, or going back the last one before it
     */
    List<String> values(SearchMapping mapping, String field, String from, boolean back, int most);
}
