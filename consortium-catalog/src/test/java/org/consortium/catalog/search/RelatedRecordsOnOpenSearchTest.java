package org.consortium.catalog.search;

import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same on a cluster as in the process. */
@EnabledIf(
        value = "org.consortium.catalog.search.OpenSearchNode#isThere",
        disabledReason = "No JDK 21 or newer, or no way to the node's jars")
class RelatedRecordsOnOpenSearchTest extends RelatedRecordsTest {

    @DynamicPropertySource
    static void onACluster(DynamicPropertyRegistry properties) {
        properties.add("consortium.search.opensearch", OpenSearchNode::address);
    }
}
