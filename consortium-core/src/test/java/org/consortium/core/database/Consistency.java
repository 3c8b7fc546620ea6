package org.consortium.core.database;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What must be true of the tables together, however many desks have worked on them: a copy, its loan, its transit and the request
 * it serves tell the same story. Each rule is a query for what breaks it.
 */
public final class Consistency {

    private static final Map<String, String> RULES = new LinkedHashMap<>();

    static {
        rule("a copy is out exactly when it has an open loan", """
                select c.id, c.status, l.id from copy c
                full join (select * from loan where back_at is null) l on l.copy = c.id
                where (c.status = 'ON_LOAN') is distinct from (l.id is not null)
                """);
        rule("a copy is on its way exactly when it has an open transit", """
                select c.id, c.status, t.id from copy c
                full join (select * from transit where arrived_at is null) t on t.copy = c.id
                where (c.status = 'IN_TRANSIT') is distinct from (t.id is not null)
                """);
        rule("a copy is promised exactly when a lender is asked for it, has promised or picked it", """
                select c.id, c.status, a.state from copy c
                left join going a on a.copy = c.id
                where (c.status = 'ALLOTTED') is distinct from coalesce(
                  a.state in ('ASKED', 'CONDITION_OFFERED', 'CONDITION_ANSWERED', 'ACCEPTED', 'PICKED'), false)
                """);
        rule("a copy is set aside exactly when a request has received it", """
                select c.id, c.status, a.state from copy c
                left join going a on a.copy = c.id
                where (c.status = 'SET_ASIDE') is distinct from coalesce(a.state = 'RECEIVED', false)
                """);
        rule("a copy that is set aside stands at the pickup branch", """
                select r.number, c.at_branch, r.pickup from going a
                join request r on r.number = a.request
                join copy c on c.id = a.copy
                where a.state = 'RECEIVED' and c.at_branch is distinct from r.pickup
                """);
        rule("a copy sent to a reader travels to her pickup branch, one sent home to its own", """
                select r.number, a.state, t.to_branch, t.purpose from going a
                join request r on r.number = a.request
                join copy c on c.id = a.copy
                left join transit t on t.copy = a.copy and t.arrived_at is null
                where a.state in ('SENT', 'SENT_HOME')
                  and (t.to_branch is distinct from case a.state when 'SENT' then r.pickup else c.branch end
                    or t.purpose is distinct from case a.state when 'SENT' then 'PICKUP' else 'HOME' end)
                """);
        rule("a request with its reader has the open loan of this copy to this reader", """
                select r.number, r.loan from going a
                join request r on r.number = a.request
                left join loan l on l.id = r.loan and l.copy = a.copy and l.reader = r.reader and l.back_at is null
                where a.state = 'LENT' and l.id is null
                """);
        rule("a copy is at a branch exactly when it is neither out nor on its way nor lost", """
                select id, status, at_branch from copy
                where (at_branch is null) is distinct from (status in ('ON_LOAN', 'IN_TRANSIT', 'LOST'))
                """);
        rule("a copy on the shelf is at home", """
                select id, branch, at_branch from copy where status = 'ON_SHELF' and at_branch <> branch
                """);
        rule("a request's phase follows from the attempt that is going", """
                select r.number, r.phase, a.state from request r
                left join going a on a.request = r.number
                where r.phase <> case
                  when a.state in ('ASKED', 'CONDITION_OFFERED', 'CONDITION_ANSWERED') then 'SEEKING'
                  when a.state in ('ACCEPTED', 'PICKED') then 'PROMISED'
                  when a.state = 'SENT' then 'ON_THE_WAY'
                  when a.state = 'RECEIVED' then 'READY'
                  when a.state = 'LENT' then 'WITH_READER'
                  when a.state = 'SENT_HOME' then 'GOING_BACK'
                  when r.closed_at is not null then 'CLOSED'
                  when r.attention is not null then 'REVIEW'
                  else 'SEEKING' end
                """);
        rule("a closed request needs nobody's attention", """
                select number, attention from request where phase = 'CLOSED' and attention is not null
                """);
        rule("a request that is ready says until when", """
                select number from request where phase = 'READY' and ready_until is null
                """);
        rule("a lender lends its own copy of the record that was asked for", """
                select a.request, a.lender, c.library, c.record, r.record from attempt a
                join request r on r.number = a.request
                join copy c on c.id = a.copy
                where a.lender <> c.library or c.record <> r.record
                """);
        rule("a loan knows whose copy it is", """
                select l.id, l.owner, c.library from loan l
                join copy c on c.id = l.copy
                where l.owner <> c.library
                """);
        rule("a copy is lent to one reader at a time, and comes back after it went out", """
                select id, lent_at, back_at from (
                  select id, lent_at, back_at, lead(lent_at) over (partition by copy order by lent_at) as next_lent_at
                  from loan) l
                where back_at < lent_at or next_lent_at < coalesce(back_at, 'infinity')
                """);
        rule("a copy travels to one place at a time, and arrives after it left", """
                select id, sent_at, arrived_at from (
                  select id, sent_at, arrived_at, lead(sent_at) over (partition by copy order by sent_at, id) as next_sent_at
                  from transit) t
                where arrived_at < sent_at or next_sent_at < coalesce(arrived_at, 'infinity')
                """);
        rule("the steps of a request follow each other in time, from its placing on", """
                select request, position, at from (
                  select s.request, s.position, s.at, r.placed_at,
                    lag(s.at) over (partition by s.request order by s.position) as before
                  from request_step s
                  join request r on r.number = s.request) s
                where at < coalesce(before, placed_at)
                """);
        rule("a record is shown by a contribution of its own that was not withdrawn", """
                select u.id, u.elected from union_record u
                left join contribution c on c.id = u.elected and c.record = u.id and not c.withdrawn
                where u.merged_into is null and c.id is null
                  and exists (select from contribution x where x.record = u.id and not x.withdrawn)
                """);
        rule("a copy belongs to its library's contribution", """
                select p.id, p.library, c.library from copy p
                join contribution c on c.id = p.contribution
                where p.library <> c.library
                """);
        rule("a reader has one card in use, or has lost it", """
                select r.id from reader r
                where not exists (select from reader_card c where c.reader = r.id)
                """);
    }

    private final JdbcClient jdbc;

    public Consistency(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every rule that does not hold, with the first rows that break it; empty when all is well. */
    public List<String> mistakes() {
        var mistakes = new ArrayList<String>();
        RULES.forEach((rule, breaking) -> {
            var rows = jdbc.sql(GOING + breaking + " limit 5").query().listOfRows();
            if (!rows.isEmpty()) {
                mistakes.add("Not so: " + rule + ": " + rows);
            }
        });
        return mistakes;
    }

    private static final String GOING = """
            with going as (
              select * from attempt
              where state not in ('HOME', 'PASSED_ON', 'DECLINED', 'TIMED_OUT', 'WITHDRAWN', 'LOST'))
            """;

    private static void rule(String rule, String breaking) {
        RULES.put(rule, breaking);
    }
}
