package org.consortium.core.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.consortium.core.Label;
import org.consortium.core.Paged;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who did what, when and why: every change to anything leaves a line here, in the same transaction. Lines refer to
 * codes and ids and hold no names of readers, so forgetting a reader rewrites nothing.
 */
@Component
public class Trail {

    private static final int LONGEST_DETAIL = 1000;

    private final JdbcClient jdbc;

    Trail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param action what was done, kebab-case, as library-suspended
     * @param subjectKind what it was done to: library, branch, staff, reader, request, loan, copy, record, import
     * @param library whose business it is, or null
     */
    public void note(
            Actor by,
            Instant at,
            String action,
            String subjectKind,
            Object subject,
            LibraryCode library,
            String detail) {
        jdbc.sql("""
                insert into trail (at, actor_kind, actor_id, actor_library, action, subject_kind, subject, library, detail)
                values (:at, :kind, :id, :actorLibrary, :action, :subjectKind, :subject, :library, :detail)
                """)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("kind", by.kind().name())
                .param("id", by.id())
                .param(
                        "actorLibrary",
                        by.library() == null ? null : by.library().value())
                .param("action", action)
                .param("subjectKind", subjectKind)
                .param("subject", subject.toString())
                .param("library", library == null ? null : library.value())
                .param("detail", detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail)
                .update();
    }

    /** Newest first; of one library, or of the whole consortium where none is named. */
    public Paged<Line> lines(Optional<LibraryCode> library, Optional<String> subjectKind, int page, int size) {
        var where = """
                from trail t
                left join staff s on t.actor_kind = 'STAFF' and s.id = t.actor_id
                where (cast(:library as varchar) is null or t.library = :library or t.actor_library = :library)
                  and (cast(:kind as varchar) is null or t.subject_kind = :kind)
                """;
        var of = library.map(LibraryCode::value).orElse(null);
        long total = jdbc.sql("select count(*) " + where)
                .param("library", of)
                .param("kind", subjectKind.orElse(null))
                .query(Long.class)
                .single();
        List<Line> items = jdbc.sql("select t.*, s.login, s.name_zh, s.name_en " + where
                        + " order by t.at desc, t.id desc limit :size offset :skip")
                .param("library", of)
                .param("kind", subjectKind.orElse(null))
                .param("size", size)
                .param("skip", (long) page * size)
                .query(Trail::line)
                .list();
        return new Paged<>(items, total, page, size);
    }

    /** What was done to one thing, newest first. */
    public List<Line> linesOf(String subjectKind, Object subject, int most) {
        return jdbc.sql("""
                select t.*, s.login, s.name_zh, s.name_en
                from trail t
                left join staff s on t.actor_kind = 'STAFF' and s.id = t.actor_id
                where t.subject_kind = :kind and t.subject = :subject
                order by t.id desc
                limit :most
                """)
                .param("kind", subjectKind)
                .param("subject", subject.toString())
                .param("most", most)
                .query(Trail::line)
                .list();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Actor.Kind.valueOf(row.getString("actor_kind")),
                row.getString("login"),
                row.getString("login") == null ? null : new Label(row.getString("name_zh"), row.getString("name_en")),
                row.getString("actor_library"),
                row.getString("action"),
                row.getString("subject_kind"),
                row.getString("subject"),
                row.getString("library"),
                row.getString("detail"));
    }

    /** One line of the trail; {@code login} and {@code name} only where staff acted. */
    public record Line(
            Instant at,
            Actor.Kind actor,
            String login,
            Label name,
            String actorLibrary,
            String action,
            String subjectKind,
            String subject,
            String library,
            String detail) {}
}
