package org.consortium.catalog.matching;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pairs of records in the middle band, waiting for a librarian. */
@Component
class MatchQuestions {

    private final JdbcClient jdbc;

    MatchQuestions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Asks of each unsure decision whether it is the same as the nearest records; what was asked before is not asked again. */
    void ask(List<MatchDecisions.Made> made, Instant at) {
        var contributions = new ArrayList<Long>();
        var others = new ArrayList<String>();
        var scores = new ArrayList<Integer>();
        for (var one : made) {
            for (var near : one.decision().unsure()) {
                contributions.add(one.contribution());
                others.add(near.record().value());
                scores.add(near.score());
            }
        }
        if (contributions.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into match_question (one, other, score, asked_at)
                select least(asked.contribution, u.elected), greatest(asked.contribution, u.elected), max(asked.score), :at
                from unnest(:contributions, :others, :scores) as asked (contribution, record, score)
                join union_record u on u.id = asked.record
                where u.elected is not null and u.elected <> asked.contribution
                group by 1, 2
                on conflict (one, other) do nothing
                """)
                .param("contributions", contributions.toArray(Long[]::new))
                .param("others", others.toArray(String[]::new))
                .param("scores", scores.toArray(Integer[]::new))
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }
}
