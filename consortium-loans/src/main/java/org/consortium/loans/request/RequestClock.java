package org.consortium.loans.request;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.consortium.core.ill.RequestNumber;
import org.consortium.core.union.RecordId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What happens to requests because time passes: silent lenders are passed over, copies that were not collected go on, and
 * those who wait are served. Several nodes may tick at once: each piece of work looks again in the record's turn.
 */
@Component
public class RequestClock {

    private static final Logger LOG = LoggerFactory.getLogger(RequestClock.class);

    /** Pieces of work of each kind in one tick; the rest waits for the next. */
    private static final int MOST = 500;

    private final RequestDesk desk;
    private final JdbcClient jdbc;
    private final Clock clock;

    RequestClock(RequestDesk desk, JdbcClient jdbc, Clock clock) {
        this.desk = desk;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT30S")
    public void tick() {
        each(silent(), desk::timeOut);
        each(unclaimed(), desk::releaseUnclaimed);
        each(waitedFor(), desk::serveWaiting);
    }

    /** One piece of work that cannot be done must not hold up the others. */
    private static <T> void each(List<T> all, Consumer<T> work) {
        for (var one : all) {
            try {
                work.accept(one);
            } catch (RuntimeException failed) {
                LOG.warn("The clock could not work on {}", one, failed);
            }
        }
    }

    private List<RequestNumber> silent() {
        return jdbc.sql("""
                select request
                from attempt
                where state in ('ASKED', 'CONDITION_OFFERED', 'CONDITION_ANSWERED') and answer_by < :now
                order by answer_by
                limit :most
                """)
                .param("now", now())
                .param("most", MOST)
                .query((row, n) -> new RequestNumber(row.getString("request")))
                .list();
    }

    private List<RequestNumber> unclaimed() {
        return jdbc.sql("""
                select r.number
                from request r
                join branch b on b.code = r.pickup
                where r.phase = 'READY' and r.ready_until < cast(cast(:now as timestamptz) at time zone b.zone as date)
                order by r.ready_until
                limit :most
                """)
                .param("now", now())
                .param("most", MOST)
                .query((row, n) -> new RequestNumber(row.getString("number")))
                .list();
    }

    /** With {@code offset 0} the editions are sought for each request; else those of all records would be worked out first. */
    private List<RecordId> waitedFor() {
        return jdbc.sql("""
                select distinct r.record
                from request_queued r
                where exists (select 1 from copy c where c.record = r.record and c.status = 'ON_SHELF')
                union
                select e.edition
                from request_queued r
                cross join lateral (select edition from record_edition where record = r.record offset 0) e
                where r.any_edition
                  and exists (select 1 from copy c where c.record = e.edition and c.status = 'ON_SHELF')
                limit :most
                """)
                .param("most", MOST)
                .query((row, n) -> new RecordId(row.getString("record")))
                .list();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
