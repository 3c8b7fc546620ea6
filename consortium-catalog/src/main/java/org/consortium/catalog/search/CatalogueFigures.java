package org.consortium.catalog.search;

import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How large the union catalogue is, for the front page: counted by the index, which is quick however large it grows. */
@Service
public class CatalogueFigures {

    private static final AggregationKey<Integer> COPIES = AggregationKey.of("copies");

    private final CatalogueIndex index;
    private final JdbcClient jdbc;

    CatalogueFigures(CatalogueIndex index, JdbcClient jdbc) {
        this.index = index;
        this.jdbc = jdbc;
    }

    /** @param libraries members that take part */
    public record Figures(int libraries, long titles, long copies) {}

    public Figures figures() {
        int libraries = jdbc.sql("select count(*) from library where status = 'ACTIVE'")
                .query(Integer.class)
                .single();
        return index.read(session -> {
            var counted = session.search(RecordDocument.class)
                    .where(f -> f.matchAll())
                    .aggregation(COPIES, f -> f.sum().field("copies", Integer.class))
                    .fetch(0);
            var copies = counted.aggregation(COPIES);
            return new Figures(libraries, counted.total().hitCount(), copies == null ? 0 : copies);
        });
    }
}
