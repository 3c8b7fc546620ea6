package org.consortium.catalog.search;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the search index stands to the catalogue, and how it was made. */
@Component
public class IndexStanding {

    private static final int REBUILDS = 20;

    private final CatalogueIndex index;
    private final Rebuilds rebuilds;
    private final JdbcClient jdbc;

    IndexStanding(CatalogueIndex index, Rebuilds rebuilds, JdbcClient jdbc) {
        this.index = index;
        this.rebuilds = rebuilds;
        this.jdbc = jdbc;
    }

    /**
     * @param records what readers may find
     * @param found what a search finds
     * @param due changed records whose documents are not written yet
     * @param pieces the index lies in; the cluster, where there is one, looks after its own and says 1
     * @param complete false while it is made for the first time
     */
    public record Standing(long records, long found, long due, int pieces, boolean complete) {}

    public Standing now() {
        return new Standing(
                count("select count(*) from union_record where merged_into is null and elected is not null"),
                index.read(session -> session.search(RecordDocument.class)
                        .where(f -> f.matchAll())
                        .fetchTotalHitCount()),
                count("select count(*) from (select distinct record from index_due) due"),
                index.pieces(),
                index.isComplete());
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    /** The newest first. */
    public List<Rebuild> rebuilds(Instant now) {
        return rebuilds.last(REBUILDS, now);
    }
}
