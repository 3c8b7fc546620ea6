package org.consortium.catalog.matching;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.consortium.core.Refusal;
import org.consortium.core.member.Staff;
import org.consortium.core.union.RecordId;
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

    /** The two records of a question that nobody has answered yet. */
    record Open(RecordId one, RecordId other) {}

    Open open(long id) {
        var found = jdbc.sql("""
                select one.record as one, other.record as other, q.answer
                from match_question q
                join contribution one on one.id = q.one
                join contribution other on other.id = q.other
                where q.id = :id
                for update of q
                """)
                .param("id", id)
                .query((row, n) -> {
                    var open = new Open(new RecordId(row.getString("one")), new RecordId(row.getString("other")));
                    var answer = row.getString("answer");
                    if (answer != null && !answer.equals(MatchAnswer.NOT_SURE.name())) {
                        throw new Refusal(MatchRefusal.QUESTION_ANSWERED, id);
                    }
                    return open;
                })
                .optional();
        return found.orElseThrow(() -> new Refusal(MatchRefusal.QUESTION_NOT_FOUND, id));
    }

    /** @param act what it did, or null */
    void answered(long id, MatchAnswer answer, Long act, Staff by, Instant at) {
        jdbc.sql("""
                update match_question set answer = :answer, act = :act, answered_by = :by, answered_at = :at where id = :id
                """)
                .param("answer", answer.name())
                .param("act", act)
                .param("by", by.id())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /** What was answered, and what that did. */
    record Answered(RecordId one, RecordId other, Optional<Long> act) {}

    Optional<Answered> answer(long id) {
        return jdbc.sql("""
                select one.record as one, other.record as other, q.act
                from match_question q
                join contribution one on one.id = q.one
                join contribution other on other.id = q.other
                where q.id = :id and q.answer is not null
                for update of q
                """)
                .param("id", id)
                .query((row, n) -> new Answered(
                        new RecordId(row.getString("one")),
                        new RecordId(row.getString("other")),
                        Optional.ofNullable(row.getObject("act", Long.class))))
                .optional();
    }

    void askAgain(long id) {
        jdbc.sql("""
                update match_question set answer = null, act = null, answered_by = null, answered_at = null where id = :id
                """).param("id", id).update();
    }

    /** What an answer had done was undone: the question is open again. */
    void askAgainAfter(long act) {
        jdbc.sql("""
                update match_question set answer = null, act = null, answered_by = null, answered_at = null where act = :act
                """).param("act", act).update();
    }
}
