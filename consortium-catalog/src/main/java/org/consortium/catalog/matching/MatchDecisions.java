package org.consortium.catalog.matching;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.consortium.core.union.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All decisions ever made, with their reasons and the version of the rules. */
@Component
public class MatchDecisions {

    /** Between the reasons of one decision on their way into the database; no reason holds it. */
    private static final String SEPARATOR = "\n";

    private final JdbcClient jdbc;

    MatchDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param decisions by contribution */
    public void note(Map<Long, MatchDecision> decisions, Instant at) {
        if (decisions.isEmpty()) {
            return;
        }
        var made = decisions.values();
        jdbc.sql("""
                insert into match_decision (contribution, record, joined, reasons, algorithm, decided_at)
                select contribution, record, joined, string_to_array(reasons, :separator), :algorithm, :at
                from unnest(:contributions, :records, :joined, :reasons) as made (contribution, record, joined, reasons)
                """)
                .param("contributions", decisions.keySet().toArray(Long[]::new))
                .param("records", made.stream().map(one -> one.record().value()).toArray(String[]::new))
                .param("joined", made.stream().map(MatchDecision::joined).toArray(Boolean[]::new))
                .param(
                        "reasons",
                        made.stream()
                                .map(one -> String.join(SEPARATOR, one.reasons()))
                                .toArray(String[]::new))
                .param("separator", SEPARATOR)
                .param("algorithm", MatchDecision.ALGORITHM)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    /** Newest first. */
    public List<MatchDecision> of(long contribution) {
        return jdbc.sql("select record, joined, reasons from match_decision where contribution = :id order by id desc")
                .param("id", contribution)
                .query((row, n) -> new MatchDecision(
                        new RecordId(row.getString("record")), row.getBoolean("joined"), List.of((String[])
                                row.getArray("reasons").getArray())))
                .list();
    }
}
