package org.consortium.catalog.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.consortium.core.Paged;
import org.consortium.core.Refusal;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Contribution;
import org.consortium.core.union.Contributions;
import org.consortium.core.union.Description;
import org.consortium.core.union.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which pairs of records wait for a librarian's word, the likeliest first. */
@Component
public class MatchQueue {

    /** Pairs that are one by now, or of which one was withdrawn, need no answer any more. */
    private static final String WAITING = """
            from match_question q
            join contribution one on one.id = q.one and not one.withdrawn
            join contribution other on other.id = q.other and not other.withdrawn
            join union_record u on u.id = one.record
            join union_record v on v.id = other.record
            where one.record <> other.record
              and (q.answer is null and not :unsure or q.answer = 'NOT_SURE' and :unsure)
              and (cast(:library as varchar) is null or :library in (one.library, other.library))
            """;

    private final JdbcClient jdbc;
    private final Contributions contributions;
    private final MatchExplanation explanation;

    MatchQueue(JdbcClient jdbc, Contributions contributions, MatchExplanation explanation) {
        this.jdbc = jdbc;
        this.contributions = contributions;
        this.explanation = explanation;
    }

    /**
     * A question in a list.
     *
     * @param score hundredths when it was asked
     */
    public record Question(
            long id,
            RecordId one,
            String oneTitle,
            RecordId other,
            String otherTitle,
            int score,
            Instant askedAt,
            Side left,
            Side right) {}

    /** Whose record one half of a question is about, and what it says. */
    public record Side(LibraryCode library, Description said) {}

    /**
     * Two contributions side by side, and what comparing them shows by the rules of today.
     *
     * @param answer what was answered; nothing while it waits
     */
    public record SideBySide(
            long question, Optional<MatchAnswer> answer, Contribution one, Contribution other, Weighed now) {

        private boolean concerns(LibraryCode library) {
            return one.library().equals(library) || other.library().equals(library);
        }

        /** They were joined since, so there is nothing left to ask. */
        public boolean areJoined() {
            return one.record().equals(other.record());
        }
    }

    /**
     * @param library only what concerns this library's records, or all
     * @param unsure those that were answered "not sure" instead of those nobody has answered
     */
    public Paged<Question> waiting(Optional<LibraryCode> library, boolean unsure, int page, int size) {
        long total = jdbc.sql("select count(*) " + WAITING)
                .param("unsure", unsure)
                .param("library", library.map(LibraryCode::value).orElse(null))
                .query(Long.class)
                .single();
        List<Question> items = jdbc.sql("""
                select p.*, left_one.library as left_library, left_one.description as left_said,
                       right_one.library as right_library, right_one.description as right_said
                from (select q.id, one.record as one, u.title as one_title, other.record as other,
                             v.title as other_title, q.score, q.asked_at, q.one as left_id, q.other as right_id
                """ + WAITING + """
                      order by q.score desc, q.id limit :size offset :skip) p
                join contribution left_one on left_one.id = p.left_id
                join contribution right_one on right_one.id = p.right_id
                order by p.score desc, p.id
                """)
                .param("unsure", unsure)
                .param("library", library.map(LibraryCode::value).orElse(null))
                .param("size", size)
                .param("skip", (long) page * size)
                .query((row, n) -> new Question(
                        row.getLong("id"),
                        new RecordId(row.getString("one")),
                        row.getString("one_title"),
                        new RecordId(row.getString("other")),
                        row.getString("other_title"),
                        row.getInt("score"),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                        side(row, "left"),
                        side(row, "right")))
                .list();
        return new Paged<>(items, total, page, size);
    }

    private static Side side(ResultSet row, String which) throws SQLException {
        return new Side(
                new LibraryCode(row.getString(which + "_library")),
                Contributions.description(row.getString(which + "_said")));
    }

    /** How many wait, counted no further than this many: to be told on every page. */
    public int count(Optional<LibraryCode> library, int most) {
        return jdbc.sql("select count(*) from (select 1 " + WAITING + " limit :most) as first")
                .param("unsure", false)
                .param("library", library.map(LibraryCode::value).orElse(null))
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** The one to look at after this one, in the order of the list. */
    public Optional<Long> next(Optional<LibraryCode> library, boolean unsure, long after) {
        return jdbc.sql("select q.id " + WAITING + """
                  and (q.score, -q.id) < (select score, -id from match_question where id = :after)
                order by q.score desc, q.id
                limit 1
                """)
                .param("unsure", unsure)
                .param("library", library.map(LibraryCode::value).orElse(null))
                .param("after", after)
                .query(Long.class)
                .optional();
    }

    /** @param library only what concerns this library's records, or all */
    public SideBySide sideBySide(long question, Optional<LibraryCode> library) {
        return jdbc.sql("select one, other, answer from match_question where id = :id")
                .param("id", question)
                .query((row, n) -> {
                    var one = contributions.find(row.getLong("one")).orElseThrow();
                    var other = contributions.find(row.getLong("other")).orElseThrow();
                    var answer = Optional.ofNullable(row.getString("answer")).map(MatchAnswer::valueOf);
                    return new SideBySide(question, answer, one, other, explanation.compare(one, other));
                })
                .optional()
                .filter(found -> library.isEmpty() || found.concerns(library.get()))
                .orElseThrow(() -> new Refusal(MatchRefusal.QUESTION_NOT_FOUND, question));
    }
}
