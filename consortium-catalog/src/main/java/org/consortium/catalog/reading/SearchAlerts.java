package org.consortium.catalog.reading;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consortium.catalog.search.NewRecords;
import org.consortium.catalog.search.NewRecords.Found;
import org.consortium.catalog.search.RecordSearch;
import org.consortium.core.Refusal;
import org.consortium.core.union.NewlyFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells readers what their searches found. Each is asked only about the records that came since it was told of last; where none came,
 * nothing is asked; what several readers ask alike is asked once.
 */
@Component
public class SearchAlerts {

    private static final Logger log = LoggerFactory.getLogger(SearchAlerts.class);
    private static final int MOST_AT_ONCE = 500;

    private final NewRecords newRecords;
    private final RecordSearch search;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    SearchAlerts(
            NewRecords newRecords,
            RecordSearch search,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.newRecords = newRecords;
        this.search = search;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Due(long id, long reader, String question, AlertFrequency frequency, Instant toldAt) {}

    private record Asked(String question, Instant since) {}

    /** Several nodes may tick at once: each takes searches nobody else has. */
    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT2M")
    @Transactional
    public void tick() {
        var due = due();
        if (due.isEmpty() || !search.isComplete()) {
            return;
        }
        var since = due.stream().map(Due::toldAt).min(Instant::compareTo).orElseThrow();
        var until = newRecords.complete(since);
        var newest = newest(until);
        var answers = new HashMap<Asked, Found>();
        for (var one : due) {
            if (newest.isAfter(one.toldAt())) {
                tell(one, until, answers);
            }
            told(one, until);
        }
    }

    private List<Due> due() {
        return jdbc.sql("""
                select id, reader, question, frequency, told_at
                from saved_search
                where next_at <= :now and taken_at is null
                order by next_at
                limit :most
                for update skip locked
                """)
                .param("now", at(clock.instant()))
                .param("most", MOST_AT_ONCE)
                .query((row, n) -> new Due(
                        row.getLong("id"),
                        row.getLong("reader"),
                        row.getString("question"),
                        AlertFrequency.valueOf(row.getString("frequency")),
                        row.getObject("told_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private Instant newest(Instant until) {
        return jdbc.sql(
                        "select created_at from union_record where created_at <= :until order by created_at desc limit 1")
                .param("until", at(until.plusMillis(1)))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(Instant.EPOCH);
    }

    private void tell(Due due, Instant until, Map<Asked, Found> answers) {
        var found = answers.computeIfAbsent(new Asked(due.question(), due.toldAt()), asked -> ask(asked, until));
        found.newest().stream()
                .findFirst()
                .ifPresent(hit -> events.publishEvent(new NewlyFound(
                        due.reader(), due.id(), hit.id(), Math.toIntExact(found.total()), clock.instant())));
    }

    /** A question the search no longer understands finds nothing, and does not keep the others waiting. */
    private Found ask(Asked asked, Instant until) {
        try {
            return newRecords.of(SavedSearch.asked(asked.question()), asked.since(), until, 1);
        } catch (Refusal no) {
            log.warn(
                    "A saved search is not understood any more: {}", no.reason().code());
            return new Found(0, List.of());
        }
    }

    private void told(Due due, Instant until) {
        var now = clock.instant();
        jdbc.sql("update saved_search set told_at = greatest(told_at, :until), next_at = :next where id = :id")
                .param("until", at(until))
                .param("next", due.frequency().after(now).map(SearchAlerts::at).orElse(null))
                .param("id", due.id())
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
