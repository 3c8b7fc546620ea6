package org.consortium.catalog.matching;

import jakarta.annotation.PreDestroy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consortium.core.Label;
import org.consortium.core.OwnThread;
import org.consortium.core.Refusal;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Staff;
import org.consortium.core.union.Contributions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tries other rules on a sample in memory, in the background: nothing is moved, what would be is shown. */
@Component
public class RuleSamples {

    public static final int LARGEST = 50_000;

    private static final Logger log = LoggerFactory.getLogger(RuleSamples.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int CHUNK = 250;
    private static final int MOST_EXAMPLES = 8;
    /** A record of more contributions shows the same with so many. */
    private static final int MOST_OF_A_RECORD = 12;

    private static final String SELECT = """
            select m.*, s.name_zh, s.name_en
            from match_sample m
            join staff s on s.id = m.started_by
            """;

    private final RuleBook book;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final OwnThread thread = new OwnThread("match-sample");

    RuleSamples(RuleBook book, JdbcClient jdbc, Clock clock) {
        this.book = book;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @PreDestroy
    void stop() {
        thread.stopNow();
    }

    /** @param size how many contributions, chosen by chance and the same ones each time */
    public long start(int version, int size, Staff by, Instant at) {
        if (size < 1 || size > LARGEST) {
            throw new Refusal(MatchRefusal.SAMPLE_SIZE, LARGEST);
        }
        var tried = book.required(version).rules();
        var inForce = book.current();
        if (tried.version() == inForce.version()) {
            throw new Refusal(MatchRefusal.RULES_IN_FORCE, version);
        }
        long id = jdbc.sql("""
                insert into match_sample (version, against, size, started_by, started_at, beat_at)
                values (:version, :against, :size, :by, :at, :at)
                returning id
                """)
                .param("version", version)
                .param("against", inForce.version())
                .param("size", size)
                .param("by", by.id())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .query(Long.class)
                .single();
        thread.execute(() -> run(id, inForce, tried, size));
        return id;
    }

    private void run(long id, MatchRules before, MatchRules after, int size) {
        try {
            var found = new Found();
            var sampled = sampled(size);
            for (int from = 0; from < sampled.size(); from += CHUNK) {
                var chunk = sampled.subList(from, Math.min(sampled.size(), from + CHUNK));
                found.take(chunk, before, after);
                note(id, from + chunk.size(), found, false);
            }
            note(id, sampled.size(), found, true);
        } catch (RuntimeException broken) {
            log.warn("The sample {} of rules {} was not finished", id, after.version(), broken);
        }
    }

    private List<Long> sampled(int size) {
        return jdbc.sql("""
                select id from contribution where not withdrawn order by hashint8(id), id limit :size
                """).param("size", size).query(Long.class).list();
    }

    /** What was found so far. */
    private final class Found {

        private final Set<Rematch.Pair> joined = new HashSet<>();
        private final Set<Rematch.Pair> separated = new HashSet<>();
        private final Set<Rematch.Pair> asked = new HashSet<>();
        private final Set<Rematch.Pair> notAsked = new HashSet<>();
        private final List<RuleSample.Example> examples = new ArrayList<>();
        private int compared;

        void take(List<Long> chunk, MatchRules before, MatchRules after) {
            var members = neighbours(chunk, Math.max(before.mostRecords(), after.mostRecords()));
            compared += members.size();
            var rematch = new Rematch(members, spokenOf(members), before, after);
            var of = Set.copyOf(chunk);
            var weighing = new Weighing(members, before, after);
            add(RuleSample.Change.JOINED, rematch.joined(of), joined, weighing);
            add(RuleSample.Change.SEPARATED, rematch.separated(of), separated, weighing);
            add(RuleSample.Change.ASKED, rematch.asked(of), asked, weighing);
            add(RuleSample.Change.NOT_ASKED, rematch.notAsked(of), notAsked, weighing);
        }

        private void add(
                RuleSample.Change change, List<Rematch.Pair> pairs, Set<Rematch.Pair> known, Weighing weighing) {
            for (var pair : pairs) {
                boolean few = known.size() < MOST_EXAMPLES;
                if (known.add(pair) && few) {
                    examples.add(weighing.example(change, pair));
                }
            }
        }
    }

    /** Compares two of these by both sets of rules, as far as the sample tells which numbers are shared. */
    private record Weighing(List<Member> members, MatchRules before, MatchRules after) {

        RuleSample.Example example(RuleSample.Change change, Rematch.Pair pair) {
            var one = member(pair.one());
            var other = member(pair.other());
            return new RuleSample.Example(
                    change, pair.one(), pair.other(), weighed(one, other, before), weighed(one, other, after));
        }

        private Member member(long contribution) {
            return members.stream()
                    .filter(member -> member.contribution() == contribution)
                    .findFirst()
                    .orElseThrow();
        }

        private static Weighed weighed(Member one, Member other, MatchRules rules) {
            var comparison = Comparison.of(one.publication(), other.publication(), number -> false, rules);
            var keys = new LinkedHashSet<>(MatchKey.of(one.publication()));
            keys.retainAll(MatchKey.of(other.publication()));
            return new Weighed(
                    null,
                    comparison.band(),
                    comparison.score(),
                    keys.stream().map(MatchKey::code).toList(),
                    comparison.signs().stream()
                            .map(sign -> sign.code() + " " + rules.points(sign))
                            .toList(),
                    comparison.vetoes().stream().map(Veto::code).toList(),
                    1,
                    1);
        }
    }

    /** These and all that share a key with one of them, in the order they came. */
    private List<Member> neighbours(List<Long> chunk, int mostRecords) {
        var keys = new LinkedHashSet<Long>();
        for (var member : members("c.id = any (:ids)", chunk.toArray(Long[]::new))) {
            MatchKey.of(member.publication()).forEach(key -> keys.add(key.hash()));
        }
        var records = jdbc.sql("""
                select coalesce(u.merged_into, u.id)
                from unnest(:keys) as asked (key)
                cross join lateral (select k.record from match_key k where k.key = asked.key limit :most) hit
                join union_record u on u.id = hit.record
                union
                select record from contribution where id = any (:ids)
                """)
                .param("keys", keys.toArray(Long[]::new))
                .param("most", mostRecords + 1)
                .param("ids", chunk.toArray(Long[]::new))
                .query(String.class)
                .list();
        return members("""
                c.id in (
                  select near.id
                  from unnest(:ids) as asked (record)
                  cross join lateral (
                    select n.id from contribution n where n.record = asked.record and not n.withdrawn
                    order by n.id limit %d) near)
                """.formatted(MOST_OF_A_RECORD), records.toArray(String[]::new));
    }

    private List<Member> members(String which, Object ids) {
        return jdbc.sql("select c.id, c.library, c.completeness, c.description from contribution c where " + which
                        + " and not c.withdrawn order by c.id")
                .param("ids", ids)
                .query((row, n) -> new Member(
                        row.getLong("id"),
                        new LibraryCode(row.getString("library")),
                        row.getInt("completeness"),
                        Publication.of(Contributions.description(row.getString("description")))))
                .list();
    }

    private Set<Rematch.Pair> spokenOf(List<Member> members) {
        var ids = members.stream().map(Member::contribution).toArray(Long[]::new);
        return Set.copyOf(jdbc.sql("select one, other from match_verdict where one = any (:ids) and other = any (:ids)")
                .param("ids", ids)
                .query((row, n) -> Rematch.Pair.of(row.getLong("one"), row.getLong("other")))
                .list());
    }

    private void note(long id, int done, Found found, boolean finished) {
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        jdbc.sql("""
                update match_sample
                set done = :done, compared = :compared, joined = :joined, separated = :separated, asked = :asked,
                    not_asked = :notAsked, examples = cast(:examples as jsonb), beat_at = :now, finished_at = :finished
                where id = :id
                """)
                .param("done", done)
                .param("compared", found.compared)
                .param("joined", found.joined.size())
                .param("separated", found.separated.size())
                .param("asked", found.asked.size())
                .param("notAsked", found.notAsked.size())
                .param("examples", JSON.writeValueAsString(found.examples))
                .param("now", now)
                .param("finished", finished ? now : null, java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", id)
                .update();
    }

    /** Newest first. */
    public List<RuleSample> of(int version) {
        return jdbc.sql(SELECT + "where m.version = :version order by m.id desc limit 20")
                .param("version", version)
                .query(RuleSamples::read)
                .list();
    }

    public Optional<RuleSample> find(long id) {
        return jdbc.sql(SELECT + "where m.id = :id")
                .param("id", id)
                .query(RuleSamples::read)
                .optional();
    }

    private static RuleSample read(ResultSet row, int number) throws SQLException {
        var finished = row.getObject("finished_at", OffsetDateTime.class);
        return new RuleSample(
                row.getLong("id"),
                row.getInt("version"),
                row.getInt("against"),
                row.getInt("size"),
                row.getInt("done"),
                row.getInt("compared"),
                row.getInt("joined"),
                row.getInt("separated"),
                row.getInt("asked"),
                row.getInt("not_asked"),
                Arrays.asList(JSON.readValue(row.getString("examples"), RuleSample.Example[].class)),
                new Label(row.getString("name_zh"), row.getString("name_en")),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("beat_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(finished).map(OffsetDateTime::toInstant));
    }
}
