package org.consortium.catalog.reading;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.consortium.core.Link;
import org.consortium.core.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a reader keeps her searches. Another's is not found, and nothing of them is in the trail. */
@Service
@Transactional
public class SearchDesk {

    private static final Duration PUT_BACK_WITHIN = Duration.ofDays(1);

    private final SavedSearches searches;
    private final JdbcClient jdbc;
    private final Clock clock;

    SearchDesk(SavedSearches searches, JdbcClient jdbc, Clock clock) {
        this.searches = searches;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What comes from now on is new. */
    public Handle keep(String name, String question, AlertFrequency frequency, long reader) {
        var handle = Handle.random();
        var asked = SavedSearch.asked(question).queryString();
        var named = SavedSearch.name(name);
        checkRoomForOneMore(reader);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        jdbc.sql("""
                insert into saved_search
                  (handle, reader, name, question, frequency, made_at, looked_at, told_at, next_at)
                values (:handle, :reader, :name, :question, :frequency, :now, :now, :now, :next)
                """)
                .param("handle", handle.value())
                .param("reader", reader)
                .param("name", named)
                .param("question", asked)
                .param("frequency", frequency.name())
                .param("now", at(now))
                .param("next", frequency.after(now).map(SearchDesk::at).orElse(null))
                .update();
        return handle;
    }

    private void checkRoomForOneMore(long reader) {
        if (searches.of(reader).size() >= SavedSearch.MOST) {
            throw new Refusal(ReadingRefusal.SAVED_SEARCHES_TOO_MANY, SavedSearch.MOST);
        }
    }

    public void describe(Handle handle, String name, AlertFrequency frequency, long reader) {
        var before = searches.required(handle, reader);
        change(handle, reader, "name = :to", SavedSearch.name(name));
        if (before.frequency() != frequency) {
            tell(handle, frequency, reader);
        }
    }

    /** What came before is not told of: she has the page for it. */
    private void tell(Handle handle, AlertFrequency frequency, long reader) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        jdbc.sql("""
                update saved_search set frequency = :frequency, told_at = greatest(told_at, :now), next_at = :next
                where handle = :handle and reader = :reader
                """)
                .param("frequency", frequency.name())
                .param("now", at(now))
                .param("next", frequency.after(now).map(SearchDesk::at).orElse(null))
                .param("handle", handle.value())
                .param("reader", reader)
                .update();
    }

    /** She has seen what came until then; never back again. */
    public void looked(Handle handle, Instant until, long reader) {
        var now = clock.instant();
        change(handle, reader, "looked_at = greatest(looked_at, :to)", at(until.isAfter(now) ? now : until));
    }

    /** The search goes, and its feed with it; for a day it can be put back. */
    public void takeAway(Handle handle, long reader) {
        change(handle, reader, "taken_at = :to, feed = null", at(clock.instant()));
    }

    /** It goes on where it was; what came meanwhile is told of. Refused while there are as many as she may have. */
    public void putBack(Handle handle, long reader) {
        var taken = searches.taken(reader).stream()
                .anyMatch(search -> search.handle().equals(handle));
        if (!taken) {
            searches.required(handle, reader);
            return;
        }
        checkRoomForOneMore(reader);
        jdbc.sql("update saved_search set taken_at = null where handle = :handle and reader = :reader")
                .param("handle", handle.value())
                .param("reader", reader)
                .update();
    }

    /** What was taken away a day ago is forgotten, and its notices with it. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    public void forget() {
        jdbc.sql("delete from saved_search where taken_at < :before")
                .param("before", at(clock.instant().minus(PUT_BACK_WITHIN)))
                .update();
    }

    /** An address nobody can guess, for a feed reader that cannot sign in; the same until it is withdrawn. */
    public void openFeed(Handle handle, long reader) {
        change(handle, reader, "feed = coalesce(feed, :to)", Link.random().value());
    }

    public void withdrawFeed(Handle handle, long reader) {
        change(handle, reader, "feed = cast(:to as varchar)", null);
    }

    private void change(Handle handle, long reader, String change, Object to) {
        int changed = jdbc.sql("""
                update saved_search set %s
                where handle = :handle and reader = :reader and taken_at is null
                """.formatted(change))
                .param("to", to)
                .param("handle", handle.value())
                .param("reader", reader)
                .update();
        if (changed == 0) {
            throw new Refusal(ReadingRefusal.SAVED_SEARCH_NOT_FOUND);
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
