package org.consortium.catalog.search;

import java.util.List;
import java.util.Map;
import org.hibernate.search.engine.search.aggregation.SearchAggregation;
import org.hibernate.search.engine.search.aggregation.dsl.SearchAggregationFactory;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;

/** What each search engine does in its own way; all else is the same for all. */
interface Engine {

    /** How many of the results have each value of a field, for the most frequent values. */
    SearchAggregation<Map<String, Long>> counts(SearchAggregationFactory f, String field, int most);

    /**
     * The values of a field in their order, as they are in the index; one whose last record has just gone may still be there.
     *
     * @param from where to begin: the first value at or after it, or going back the last one before it
     */
    List<String> values(SearchMapping mapping, String field, String from, boolean back, int most);
}
