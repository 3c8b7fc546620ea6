package org.consortium.catalog.search;

import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurationContext;
import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurer;

/** {@link Analysis} in the words of OpenSearch. */
public final class ClusterAnalysis implements ElasticsearchAnalysisConfigurer {

    @Override
    public void configure(ElasticsearchAnalysisConfigurationContext context) {
        context.tokenFilter("pairs_and_single").type("cjk_bigram").param("output_unigrams", true);
        context.analyzer(Analysis.TEXT).custom().tokenizer("standard").tokenFilters("pairs_and_single");
        context.analyzer(Analysis.SINGLE).custom().tokenizer("standard");
        context.analyzer(Analysis.QUERY).custom().tokenizer("standard").tokenFilters("cjk_bigram");
    }
}
