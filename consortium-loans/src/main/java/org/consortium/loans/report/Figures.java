package org.consortium.loans.report;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.consortium.core.Label;
import org.consortium.core.member.LibraryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who holds, lends and asks for how much: the council's first figures. */
@Component
@Transactional(readOnly = true)
public class Figures {

    private static final int MONTHS = 12;

    private final JdbcClient jdbc;
    private final Clock clock;

    Figures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One row a library, the largest first. */
    public List<LibraryFigures> byLibrary() {
        return jdbc.sql("""
                with titles as (
                  select library, count(distinct record) as n from contribution where not withdrawn group by library
                ), copies as (
                  select library, count(*) as n from copy where status not in ('WITHDRAWN', 'LOST') group by library
                ), readers as (
                  select home_library as library, count(*) as n from reader group by home_library
                ), lent as (
                  select b.library, count(*) filter (where l.back_at is null) as open, count(*) filter (where l.lent_at >= :since) as year
                  from loan l join branch b on b.code = l.lent_at_branch
                  where l.end_state is distinct from 'UNDONE'
                  group by b.library
                ), sent as (
                  select a.lender, r.borrower
                  from request_step s
                  join request r on r.number = s.request
                  join attempt a on a.request = s.request and a.position = s.attempt
                  where s.move in ('send', 'forward', 'keep-here') and s.at >= :since and a.lender <> r.borrower
                ), given as (
                  select lender as library, count(*) as n from sent group by lender
                ), taken as (
                  select borrower as library, count(*) as n from sent group by borrower
                )
                select m.code, m.name_zh, m.name_en,
                       coalesce(titles.n, 0) as titles, coalesce(copies.n, 0) as copies, coalesce(readers.n, 0) as readers,
                       coalesce(lent.open, 0) as open_loans, coalesce(lent.year, 0) as loans_year,
                       coalesce(given.n, 0) as given, coalesce(taken.n, 0) as taken
                from library m
                left join titles on titles.library = m.code
                left join copies on copies.library = m.code
                left join readers on readers.library = m.code
                left join lent on lent.library = m.code
                left join given on given.library = m.code
                left join taken on taken.library = m.code
                order by copies desc, m.code
                """)
                .param("since", aYearAgo())
                .query((row, number) -> new LibraryFigures(
                        new LibraryCode(row.getString("code")),
                        new Label(row.getString("name_zh"), row.getString("name_en")),
                        row.getLong("titles"),
                        row.getLong("copies"),
                        row.getLong("readers"),
                        row.getLong("open_loans"),
                        row.getLong("loans_year"),
                        row.getLong("given"),
                        row.getLong("taken")))
                .list();
    }

    public Totals inAll() {
        return jdbc.sql("""
                select (select count(distinct record) from contribution where not withdrawn) as titles,
                       (select count(*) from copy where status not in ('WITHDRAWN', 'LOST')) as copies,
                       (select count(*) from reader) as readers,
                       (select count(*) from loan where lent_at >= :since and end_state is distinct from 'UNDONE') as loans,
                       (select count(*) from request where placed_at >= :since) as requests
                """)
                .param("since", aYearAgo())
                .query((row, number) -> new Totals(
                        row.getLong("titles"),
                        row.getLong("copies"),
                        row.getLong("readers"),
                        row.getLong("loans"),
                        row.getLong("requests")))
                .single();
    }

    /** The last twelve months, this one last, months without loans too. */
    public List<MonthOfLoans> loansByMonth() {
        Map<YearMonth, Long> counted = jdbc
                .sql("""
                select to_char(l.lent_at at time zone b.zone, 'YYYY-MM') as month, count(*) as n
                from loan l join branch b on b.code = l.lent_at_branch
                where l.lent_at >= :since and l.end_state is distinct from 'UNDONE'
                group by month
                """)
                .param("since", aYearAgo())
                .query((row, number) -> Map.entry(YearMonth.parse(row.getString("month")), row.getLong("n")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var last = YearMonth.from(clock.instant().atZone(zone()));
        return IntStream.rangeClosed(1, MONTHS)
                .mapToObj(i -> last.minusMonths((long) MONTHS - i))
                .map(month -> new MonthOfLoans(month, counted.getOrDefault(month, 0L)))
                .toList();
    }

    /** Months are counted as most branches count them. */
    private ZoneId zone() {
        return jdbc.sql("select zone from branch group by zone order by count(*) desc, zone limit 1")
                .query(String.class)
                .optional()
                .map(ZoneId::of)
                .orElse(ZoneOffset.UTC);
    }

    private OffsetDateTime aYearAgo() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).minusYears(1);
    }
}
