package org.consortium.catalog.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.consortium.core.Label;
import org.consortium.core.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** All rules there are, and those in force. */
@Component
public class RuleBook {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Another node of the program may have switched. */
    private static final long LOOK_AGAIN = TimeUnit.SECONDS.toNanos(10);

    private static final String SELECT = """
            select r.*, s.name_zh, s.name_en
            from match_rules r
            join staff s on s.id = r.made_by
            """;

    private final JdbcClient jdbc;
    private volatile Known known;

    RuleBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Known(MatchRules rules, long at) {}

    /**
     * Rules, in force or not.
     *
     * @param madeFrom the version they were changed from; nothing for those the program comes with
     */
    public record Version(
            MatchRules rules,
            Optional<Integer> madeFrom,
            String note,
            Optional<Label> madeBy,
            Optional<Instant> madeAt) {

        static Version standard() {
            return new Version(MatchRules.standard(), Optional.empty(), "", Optional.empty(), Optional.empty());
        }
    }

    /** From when on which rules were in force, and who said so. */
    public record Switched(int version, Label by, Instant at) {}

    public MatchRules current() {
        var now = known;
        if (now == null || System.nanoTime() - now.at() > LOOK_AGAIN) {
            now = new Known(required(versionInForce()).rules(), System.nanoTime());
            known = now;
        }
        return now.rules();
    }

    /** Somebody has just switched. */
    void lookAgain() {
        known = null;
    }

    private int versionInForce() {
        return jdbc.sql("select version from match_rules_switch order by id desc limit 1")
                .query(Integer.class)
                .optional()
                .orElse(MatchRules.standard().version());
    }

    /** The newest first, those the program comes with last. */
    public List<Version> versions() {
        var all = new ArrayList<>(jdbc.sql(SELECT + "order by r.version desc")
                .query(RuleBook::read)
                .list());
        all.add(Version.standard());
        return all;
    }

    public Version required(int version) {
        if (version == MatchRules.standard().version()) {
            return Version.standard();
        }
        return jdbc.sql(SELECT + "where r.version = :version")
                .param("version", version)
                .query(RuleBook::read)
                .optional()
                .orElseThrow(() -> new Refusal(MatchRefusal.RULES_NOT_FOUND, version));
    }

    /** Newest first. */
    public List<Switched> switches() {
        return jdbc.sql("""
                select w.version, w.at, s.name_zh, s.name_en
                from match_rules_switch w
                join staff s on s.id = w.by_staff
                order by w.id desc
                limit 50
                """)
                .query((row, n) -> new Switched(
                        row.getInt("version"),
                        new Label(row.getString("name_zh"), row.getString("name_en")),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Version read(ResultSet row, int number) throws SQLException {
        var rules = new MatchRules(
                row.getInt("version"),
                row.getInt("join_from"),
                row.getInt("review_from"),
                row.getInt("most_records"),
                row.getInt("most_titles"),
                points(row.getString("points")));
        return new Version(
                rules,
                Optional.of(row.getInt("made_from")),
                row.getString("note"),
                Optional.of(new Label(row.getString("name_zh"), row.getString("name_en"))),
                Optional.of(row.getObject("made_at", OffsetDateTime.class).toInstant()));
    }

    /** Signs the program no longer knows are passed over. */
    private static Map<Sign, Integer> points(String json) {
        var points = new EnumMap<Sign, Integer>(Sign.class);
        var read = JSON.readTree(json);
        for (var sign : Sign.values()) {
            if (read.has(sign.code())) {
                points.put(sign, read.get(sign.code()).asInt());
            }
        }
        return points;
    }
}
