package org.consortium.loans.card;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets who borrowed and asked, a month after it is over, unless the reader wants her history kept: the loan, the request and
 * the trail stay for the figures, her name goes from them. What was lost is not over.
 */
@Component
public class HistoryClock {

    /** As long a desk may still have to ask who had a copy that came back damaged. */
    private static final Period KEPT = Period.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    HistoryClock(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT10M")
    @Transactional
    public void tick() {
        forget("""
                update loan l set reader = null, version = l.version + 1
                from reader r
                where r.id = l.reader and not r.keep_history and l.back_at < :before and l.end_state <> 'LOST'
                """);
        forget("""
                update request q set reader = null, version = q.version + 1
                from reader r
                where r.id = q.reader and not r.keep_history and q.closed_at < :before and q.outcome <> 'LOST'
                """);
        forget("""
                update request_step s set actor_id = null
                from request q
                where q.number = s.request and q.reader is null and q.closed_at < :before
                  and s.actor_kind = 'READER' and s.actor_id is not null
                """);
        forget("""
                update trail t set actor_id = null
                where t.actor_kind = 'READER' and t.actor_id is not null and t.at < :before
                  and (t.subject_kind = 'request' and exists (
                         select from request q where q.number = t.subject and q.reader is null)
                    or t.subject_kind = 'loan' and exists (
                         select from loan l where cast(l.id as text) = t.subject and l.reader is null))
                """);
        forget("""
                update proposal p set reader = null
                from reader r
                where r.id = p.reader and not r.keep_history and p.answered_at < :before
                """);
        forget("""
                delete from notice n
                where n.made_at < :before
                  and (exists (select from request q where q.number = n.request and q.reader is null)
                    or exists (select from loan l where l.id = n.loan and l.reader is null)
                    or n.search is not null
                    or n.proposal is not null)
                """);
    }

    private void forget(String sql) {
        jdbc.sql(sql)
                .param("before", OffsetDateTime.ofInstant(clock.instant().minus(KEPT), ZoneOffset.UTC))
                .update();
    }
}
