package org.consortium.catalog.matching;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.consortium.core.Refusal;
import org.consortium.core.member.Staff;
import org.consortium.core.member.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Where the council makes rules of matching from those there are, and switches between them. */
@Service
public class RuleDesk {

    /** No sign is worth more than this, for or against. */
    public static final int MOST_POINTS = 200;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RuleBook book;
    private final Trail trail;
    private final JdbcClient jdbc;

    RuleDesk(RuleBook book, Trail trail, JdbcClient jdbc) {
        this.book = book;
        this.trail = trail;
        this.jdbc = jdbc;
    }

    /** The numbers of rules that have no version yet. */
    public record Numbers(int join, int review, int mostRecords, int mostTitles, Map<Sign, Integer> points) {

        public static Numbers of(MatchRules rules) {
            return new Numbers(rules.join(), rules.review(), rules.mostRecords(), rules.mostTitles(), rules.points());
        }

        public Numbers {
            if (review < 1 || join > 300 || review > join) {
                throw new Refusal(MatchRefusal.RULES_BANDS, review, join);
            }
            if (mostRecords < 1 || mostRecords > 1000 || mostTitles < 1 || mostTitles > 100) {
                throw new Refusal(MatchRefusal.RULES_CAPS);
            }
            points.forEach((sign, worth) -> {
                if (worth == null || Math.abs(worth) > MOST_POINTS) {
                    throw new Refusal(MatchRefusal.RULES_POINTS, MOST_POINTS);
                }
            });
        }
    }

    /** A new version; it changes nothing before it is switched on. */
    @Transactional
    public int make(int from, Numbers numbers, String note, Staff by, Instant at) {
        var before = Numbers.of(book.required(from).rules());
        var whole = new LinkedHashMap<String, Integer>();
        for (var sign : Sign.values()) {
            whole.put(
                    sign.code(),
                    numbers.points().getOrDefault(sign, before.points().get(sign)));
        }
        if (before.equals(new Numbers(
                numbers.join(),
                numbers.review(),
                numbers.mostRecords(),
                numbers.mostTitles(),
                complete(numbers, before)))) {
            throw new Refusal(MatchRefusal.RULES_UNCHANGED, from);
        }
        int version = jdbc.sql("""
                insert into match_rules
                  (join_from, review_from, most_records, most_titles, points, made_from, note, made_by, made_at)
                values (:join, :review, :records, :titles, cast(:points as jsonb), :from, :note, :by, :at)
                returning version
                """)
                .param("join", numbers.join())
                .param("review", numbers.review())
                .param("records", numbers.mostRecords())
                .param("titles", numbers.mostTitles())
                .param("points", JSON.writeValueAsString(whole))
                .param("from", from)
                .param("note", note.strip())
                .param("by", by.id())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .query(Integer.class)
                .single();
        trail.note(by.actor(), at, "match-rules-made", "match-rules", version, null, note.strip());
        return version;
    }

    private static Map<Sign, Integer> complete(Numbers numbers, Numbers before) {
        var points = new LinkedHashMap<>(before.points());
        points.putAll(numbers.points());
        return Map.copyOf(points);
    }

    /** From now on these decide; what was decided before stays until its record changes. Back again the same way. */
    @Transactional
    public void switchOn(int version, Staff by, Instant at) {
        var rules = book.required(version).rules();
        if (book.current().version() == rules.version()) {
            throw new Refusal(MatchRefusal.RULES_IN_FORCE, version);
        }
        jdbc.sql("insert into match_rules_switch (version, by_staff, at) values (:version, :by, :at)")
                .param("version", version)
                .param("by", by.id())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
        trail.note(by.actor(), at, "match-rules-switched", "match-rules", version, null, "");
        book.lookAgain();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                book.lookAgain();
            }
        });
    }
}
