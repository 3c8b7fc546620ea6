package org.consortium.loans.routing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.consortium.core.member.LibraryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much work libraries have with others' requests, and how much they have given and taken. */
@Component
class LenderWork {

    private static final int DAYS_OF_BALANCE = 30;

    private final JdbcClient jdbc;

    LenderWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One library's work.
     *
     * @param open requests it has to answer, pick or send
     * @param today requests of others it was asked for today and has not refused
     * @param balance copies lent to others less copies borrowed, in the last 30 days
     * @param lastAsked when it was last asked, or null
     */
    record Work(int open, int today, int balance, Instant lastAsked) {

        static final Work NONE = new Work(0, 0, 0, null);

        private Work borrowed(int copies) {
            return new Work(open, today, balance - copies, lastAsked);
        }
    }

    Map<LibraryCode, Work> of(Collection<LibraryCode> libraries, Instant startOfDay, Instant now) {
        var work = new HashMap<LibraryCode, Work>();
        var codes = libraries.stream().map(LibraryCode::value).toList();
        var since = OffsetDateTime.ofInstant(now.minus(DAYS_OF_BALANCE, ChronoUnit.DAYS), ZoneOffset.UTC);
        jdbc.sql("""
                select a.lender,
                  count(*) filter (where a.state in
                    ('ASKED', 'CONDITION_OFFERED', 'CONDITION_ANSWERED', 'ACCEPTED', 'PICKED')) as open,
                  count(*) filter (where a.asked_at >= :today and r.borrower <> a.lender
                    and a.state not in ('DECLINED', 'TIMED_OUT', 'WITHDRAWN')) as today,
                  count(*) filter (where r.borrower <> a.lender and a.asked_at >= :since
                    and a.state in ('SENT', 'RECEIVED', 'LENT', 'SENT_HOME', 'HOME', 'PASSED_ON', 'LOST')) as lent,
                  max(a.asked_at) as last_asked
                from attempt a
                join request r on r.number = a.request
                where a.lender in (:libraries)
                  and (a.asked_at >= :since
                    or a.state in ('ASKED', 'CONDITION_OFFERED', 'CONDITION_ANSWERED', 'ACCEPTED', 'PICKED'))
                group by a.lender
                """)
                .param("libraries", codes)
                .param("today", OffsetDateTime.ofInstant(startOfDay, ZoneOffset.UTC))
                .param("since", since)
                .query(row -> {
                    work.put(
                            new LibraryCode(row.getString("lender")),
                            new Work(
                                    row.getInt("open"),
                                    row.getInt("today"),
                                    row.getInt("lent"),
                                    row.getObject("last_asked", OffsetDateTime.class)
                                            .toInstant()));
                });
        jdbc.sql("""
                select r.borrower, count(*) as borrowed
                from request r
                join attempt a on a.request = r.number
                where r.borrower in (:libraries)
                  and r.placed_at >= :since
                  and a.lender <> r.borrower
                  and a.state in ('SENT', 'RECEIVED', 'LENT', 'SENT_HOME', 'HOME', 'PASSED_ON', 'LOST')
                group by r.borrower
                """).param("libraries", codes).param("since", since).query(row -> {
            int borrowed = row.getInt("borrowed");
            work.compute(
                    new LibraryCode(row.getString("borrower")),
                    (library, known) -> (known == null ? Work.NONE : known).borrowed(borrowed));
        });
        return work;
    }
}
