package org.consortium.catalog.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.consortium.catalog.search.Filters.Part;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What came into the union catalogue last: for the front page, and for whoever wants to be told of it. */
@Service
public class NewRecords {

    /** Longer than any transaction that adds records: what is older and not in sight will never be. */
    private static final Duration COMMITTED_WITHIN = Duration.ofMinutes(5);

    private final CatalogueIndex index;
    private final ShelfCheck shelves;
    private final RecordSearch search;
    private final JdbcClient jdbc;
    private final Clock clock;

    NewRecords(CatalogueIndex index, ShelfCheck shelves, RecordSearch search, JdbcClient jdbc, Clock clock) {
        this.index = index;
        this.shelves = shelves;
        this.search = search;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public List<Hit> newest(int most) {
        return shelves.hits(index.read(session -> session.search(RecordDocument.class)
                .select(ShownRecord.class)
                .where(f -> f.matchAll())
                .sort(f -> f.field("createdAt").desc().then().field("key"))
                .fetchHits(most)));
    }

    /** @param newest the last of them first */
    public record Found(long total, List<Hit> newest) {}

    /**
     * What a search finds among the records that came after one instant and until another; the catalogue before them is not looked
     * at. Whether something is on a shelf does not matter: it will be.
     */
    public Found of(SearchQuery query, Instant after, Instant until, int most) {
        var text = new QueryText(query.text());
        var filters = new Filters(query.onlyAvailable(false), search.librariesIn(query.scope()));
        return index.read(session -> {
            var found = session.search(RecordDocument.class)
                    .select(ShownRecord.class)
                    .where(f -> {
                        var came = f.bool()
                                .filter(f.range().field("createdAt").greaterThan(after.toEpochMilli()))
                                .filter(f.range().field("createdAt").atMost(until.toEpochMilli()))
                                .filter(new Matching(text, f).found());
                        filters.without(Part.NONE, f).forEach(came::filter);
                        return came;
                    })
                    .sort(f -> f.field("createdAt").desc().then().field("key"))
                    .fetch(most);
            return new Found(found.total().hitCount(), shelves.hits(found.hits()));
        });
    }

    /** Until when every record that came is in the index, looking at those that came since. */
    public Instant complete(Instant since) {
        var settled = clock.instant().minus(COMMITTED_WITHIN).truncatedTo(ChronoUnit.MILLIS);
        return jdbc.sql("""
                select min(u.created_at)
                from union_record u
                where u.created_at > :since
                  and exists (select from index_due d where d.record = u.id)
                """)
                .param("since", OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
                .query(OffsetDateTime.class)
                .optional()
                .map(waiting ->
                        waiting.toInstant().truncatedTo(ChronoUnit.MILLIS).minusMillis(1))
                .filter(before -> before.isBefore(settled))
                .orElse(settled);
    }
}
