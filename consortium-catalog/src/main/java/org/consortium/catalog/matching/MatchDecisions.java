package org.consortium.catalog.matching;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.consortium.core.union.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** All decisions ever made, with everything that was weighed and the version of the rules, and the keys they leave. */
@Component
public class MatchDecisions {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final KeyTable keys;
    private final MatchQuestions questions;

    MatchDecisions(JdbcClient jdbc, KeyTable keys, MatchQuestions questions) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.questions = questions;
    }

    /** A contribution that was placed. */
    public record Made(long contribution, Publication publication, MatchDecision decision) {}

    public void note(List<Made> made, Instant at) {
        if (made.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into match_decision (contribution, record, joined, why, weighed, algorithm, decided_at)
                select contribution, record, joined, why, weighed::json, rules, :at
                from unnest(:contributions, :records, :joined, :whys, :weighed, :rules)
                  as made (contribution, record, joined, why, weighed, rules)
                """)
                .param("contributions", made.stream().map(Made::contribution).toArray(Long[]::new))
                .param("records", texts(made, one -> one.decision().record().value()))
                .param(
                        "joined",
                        made.stream().map(one -> one.decision().joined()).toArray(Boolean[]::new))
                .param("whys", texts(made, one -> one.decision().why()))
                .param(
                        "weighed",
                        texts(
                                made,
                                one -> JSON.writeValueAsString(one.decision().weighed())))
                .param("rules", made.stream().map(one -> one.decision().rules()).toArray(Integer[]::new))
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
        keys.keep(made.stream()
                .map(one -> new KeyTable.Kept(one.decision().record(), one.publication()))
                .toList());
        questions.ask(made, at);
    }

    private static String[] texts(List<Made> made, Function<Made, String> column) {
        return made.stream().map(column).toArray(String[]::new);
    }

    /** A decision and when it was made. */
    public record Dated(MatchDecision decision, Instant at) {}

    /** Newest first. */
    public List<MatchDecision> of(long contribution) {
        return dated(contribution, Integer.MAX_VALUE).stream()
                .map(Dated::decision)
                .toList();
    }

    Optional<Dated> newest(long contribution) {
        return dated(contribution, 1).stream().findFirst();
    }

    private List<Dated> dated(long contribution, int most) {
        return jdbc.sql("""
                select record, joined, why, algorithm, weighed, decided_at
                from match_decision
                where contribution = :id
                order by id desc
                limit :most
                """)
                .param("id", contribution)
                .param("most", most)
                .query((row, n) -> new Dated(
                        new MatchDecision(
                                new RecordId(row.getString("record")),
                                row.getBoolean("joined"),
                                row.getString("why"),
                                row.getInt("algorithm"),
                                weighed(row.getString("weighed"))),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    static List<Weighed> weighed(String json) {
        return Arrays.asList(JSON.readValue(json, Weighed[].class));
    }
}
