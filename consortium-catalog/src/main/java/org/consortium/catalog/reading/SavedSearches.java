package org.consortium.catalog.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.consortium.catalog.search.NewRecords;
import org.consortium.core.Link;
import org.consortium.core.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The searches readers keep, and what is new in them. */
@Component
@Transactional(readOnly = true)
public class SavedSearches {

    private static final String COLUMNS =
            "select handle, name, question, frequency, feed, made_at, looked_at" + " from saved_search";

    private final NewRecords newRecords;
    private final JdbcClient jdbc;

    SavedSearches(NewRecords newRecords, JdbcClient jdbc) {
        this.newRecords = newRecords;
        this.jdbc = jdbc;
    }

    /** A search with what came since its reader looked, until an instant. */
    public record News(SavedSearch search, NewRecords.Found found, Instant until) {}

    public List<SavedSearch> of(long reader) {
        return jdbc.sql(COLUMNS + " where reader = :reader and taken_at is null order by name, id")
                .param("reader", reader)
                .query(SavedSearches::read)
                .list();
    }

    /** Those she took away within a day. */
    public List<SavedSearch> taken(long reader) {
        return jdbc.sql(COLUMNS + " where reader = :reader and taken_at is not null order by taken_at desc, id")
                .param("reader", reader)
                .query(SavedSearches::read)
                .list();
    }

    /** One's own search; another's is not found. */
    public SavedSearch required(Handle handle, long reader) {
        return jdbc.sql(COLUMNS + " where handle = :handle and reader = :reader and taken_at is null")
                .param("handle", handle.value())
                .param("reader", reader)
                .query(SavedSearches::read)
                .optional()
                .orElseThrow(() -> new Refusal(ReadingRefusal.SAVED_SEARCH_NOT_FOUND));
    }

    /** The search whose feed somebody reads; not found once the feed is withdrawn. */
    public SavedSearch ofFeed(Link feed) {
        return jdbc.sql(COLUMNS + " where feed = :feed and taken_at is null")
                .param("feed", feed.value())
                .query(SavedSearches::read)
                .optional()
                .orElseThrow(() -> new Refusal(ReadingRefusal.SAVED_SEARCH_NOT_FOUND));
    }

    /** All of a reader's searches, each with how many are new in it. */
    public List<News> news(long reader) {
        var searches = of(reader);
        var since = searches.stream()
                .map(SavedSearch::lookedAt)
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH);
        var until = searches.isEmpty() ? since : newRecords.complete(since);
        return searches.stream().map(search -> news(search, until, 0)).toList();
    }

    /** @param most how many of the newest to show */
    public News news(Handle handle, long reader, int most) {
        var search = required(handle, reader);
        return news(search, newRecords.complete(search.lookedAt()), most);
    }

    private News news(SavedSearch search, Instant until, int most) {
        return new News(search, newRecords.of(search.query(), search.lookedAt(), until, most), until);
    }

    private static SavedSearch read(ResultSet row, int number) throws SQLException {
        return new SavedSearch(
                new Handle(row.getString("handle")),
                row.getString("name"),
                row.getString("question"),
                AlertFrequency.valueOf(row.getString("frequency")),
                Optional.ofNullable(row.getString("feed")).map(Link::new),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("looked_at", OffsetDateTime.class).toInstant());
    }
}
