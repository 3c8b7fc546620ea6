package org.consortium.loans.notice;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reminds readers of loans that are due in three days, and the day after they should have been back; of each day once. */
@Component
public class NoticeClock {

    private static final int DAYS_BEFORE = 3;
    private static final int MOST = 5000;

    private final JdbcClient jdbc;
    private final Clock clock;

    NoticeClock(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT15M", initialDelayString = "PT1M")
    @Transactional
    public void tick() {
        remind(NoticeKind.DUE_SOON, "l.due_on between today and today + " + DAYS_BEFORE);
        remind(NoticeKind.OVERDUE, "l.due_on < today");
    }

    /** The index {@code notice_once_for_loan} lets each loan have one of a kind for a due date, whoever ticks. */
    private void remind(NoticeKind kind, String when) {
        jdbc.sql("""
                insert into notice (reader, kind, loan, record, branch, day, made_at)
                select l.reader, :kind, l.id, c.record, l.lent_at_branch, l.due_on, :now
                from loan l
                join copy c on c.id = l.copy
                join branch b on b.code = l.lent_at_branch
                cross join lateral (select cast(cast(:now as timestamptz) at time zone b.zone as date) as today) as d
                where l.back_at is null
                  and l.due_on <= cast(cast(:now as timestamptz) as date) + 5
                  and %s
                  and not exists (select 1 from notice n where n.loan = l.id and n.kind = :kind and n.day = l.due_on)
                order by l.due_on
                limit :most
                on conflict do nothing
                """.formatted(when))
                .param("kind", kind.name())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("most", MOST)
                .update();
    }
}
