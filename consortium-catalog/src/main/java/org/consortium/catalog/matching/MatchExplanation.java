package org.consortium.catalog.matching;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.consortium.core.Paged;
import org.consortium.core.union.Contribution;
import org.consortium.core.union.Contributions;
import org.consortium.core.union.Description;
import org.consortium.core.union.Identifier;
import org.consortium.core.union.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Why the contributions of a union record are one: what decided when each came, and what comparing them shows today. */
@Component
public class MatchExplanation {

    private final JdbcClient jdbc;
    private final Contributions contributions;
    private final MatchDecisions decisions;
    private final RuleBook rules;

    MatchExplanation(JdbcClient jdbc, Contributions contributions, MatchDecisions decisions, RuleBook rules) {
        this.jdbc = jdbc;
        this.contributions = contributions;
        this.decisions = decisions;
        this.rules = rules;
    }

    /**
     * One contribution of the record.
     *
     * @param decision what placed it here, the newest there is; nothing where older rules left no reasons
     * @param toElected how it compares today with the elected contribution; nothing for the elected one itself
     * @param spoken what librarians have said of it and another contribution of this record, newest first
     */
    public record Line(
            Contribution contribution,
            Optional<MatchDecisions.Dated> decision,
            Optional<Weighed> toElected,
            List<Spoken> spoken) {}

    /**
     * What a librarian has said of two contributions.
     *
     * @param kind SAME, OTHER_EDITION, OTHER_VOLUME or APART
     * @param other the other contribution's record
     * @param act what can be undone, or null
     */
    public record Spoken(String kind, RecordId other, Long act, Instant at) {}

    /** The elected contribution first. */
    public Paged<Line> of(RecordId record, int page, int size) {
        var all = contributions.of(record);
        var lines = new ArrayList<Line>();
        for (var one : all.stream().skip((long) page * size).limit(size).toList()) {
            var elected = all.get(0);
            lines.add(new Line(
                    one,
                    decisions.newest(one.id()),
                    one == elected ? Optional.empty() : Optional.of(compare(one, elected)),
                    spoken(one.id())));
        }
        return new Paged<>(lines, all.size(), page, size);
    }

    private List<Spoken> spoken(long contribution) {
        return jdbc.sql("""
                select distinct on (v.kind, other.record) v.kind, other.record, v.act, v.at
                from match_verdict v
                join contribution other on other.id in (v.one, v.other) and other.id <> :id
                where v.one = :id or v.other = :id
                order by v.kind, other.record, v.at desc
                """)
                .param("id", contribution)
                .query((row, n) -> new Spoken(
                        row.getString("kind"),
                        new RecordId(row.getString("record")),
                        row.getObject("act", Long.class),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** What comparing two contributions shows today; the record named is that of the second. */
    public Weighed compare(Contribution one, Contribution other) {
        var current = rules.current();
        var publication = Publication.of(one.description());
        var candidate = Publication.of(other.description());
        var comparison =
                Comparison.of(publication, candidate, number -> titlesUnder(number) > current.mostTitles(), current);
        var keys = new LinkedHashSet<>(MatchKey.of(publication));
        keys.retainAll(MatchKey.of(candidate));
        return new Weighed(
                other.record(),
                comparison.band(),
                comparison.score(),
                keys.stream().map(MatchKey::code).toList(),
                comparison.signs().stream()
                        .map(sign -> sign.code() + " " + current.points(sign))
                        .toList(),
                comparison.vetoes().stream().map(Veto::code).toList(),
                comparison.band() == Band.JOIN ? 1 : 0,
                1);
    }

    private long titlesUnder(Identifier number) {
        var key = MatchKey.of(number);
        return jdbc
                .sql("""
                select e.description
                from match_key k
                join union_record u on u.id = k.record and u.merged_into is null
                join contribution e on e.id = u.elected
                where k.key = :key
                limit 51
                """)
                .param("key", key.hash())
                .query((row, n) -> Contributions.description(row.getString("description")))
                .list()
                .stream()
                .map(MatchExplanation::title)
                .distinct()
                .count();
    }

    private static String title(Description description) {
        return Publication.of(description).main().letters();
    }
}
