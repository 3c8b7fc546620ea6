package org.consortium.catalog.matching;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.consortium.core.union.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What librarians have said of contributions; it stands whatever the members send later. */
@Component
class VerdictTable {

    private final JdbcClient jdbc;

    VerdictTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Verdict> among(Collection<Verdict> pairs) {
        return jdbc.sql("""
                select v.one, v.other, v.same, v.kind
                from unnest(:ones, :others) as asked (one, other)
                join match_verdict v on v.one = asked.one and v.other = asked.other
                """)
                .param("ones", pairs.stream().map(Verdict::one).toArray(Long[]::new))
                .param("others", pairs.stream().map(Verdict::other).toArray(Long[]::new))
                .query((row, n) -> new Verdict(
                        row.getLong("one"), row.getLong("other"), row.getBoolean("same"), row.getString("kind")))
                .list();
    }

    /** The newer word stands. */
    void say(Collection<Verdict> verdicts, Long act, Instant at) {
        jdbc.sql("""
                insert into match_verdict (one, other, same, kind, act, at)
                select one, other, same, kind, :act, :at
                from unnest(:ones, :others, :same, :kinds) as said (one, other, same, kind)
                on conflict (one, other) do update
                set same = excluded.same, kind = excluded.kind, act = excluded.act, at = excluded.at
                """)
                .param("ones", verdicts.stream().map(Verdict::one).toArray(Long[]::new))
                .param("others", verdicts.stream().map(Verdict::other).toArray(Long[]::new))
                .param("same", verdicts.stream().map(Verdict::same).toArray(Boolean[]::new))
                .param("kinds", verdicts.stream().map(Verdict::kind).toArray(String[]::new))
                .param("act", act)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    void takeBack(long act) {
        jdbc.sql("delete from match_verdict where act = :act").param("act", act).update();
    }

    /** What is kept apart, as far as it concerns these contributions and records. There are few verdicts and many contributions. */
    Apart apart(Collection<Long> contributions, Collection<RecordId> records) {
        Set<Apart.Pair> pairs = new HashSet<>();
        jdbc.sql("""
                with parted as materialized (select one, other from match_verdict where not same)
                select v.one, one.record as one_record, v.other, other.record as other_record
                from parted v
                cross join lateral (select record from contribution where id = v.one offset 0) one
                cross join lateral (select record from contribution where id = v.other offset 0) other
                where (v.one = any (:ids) or v.other = any (:ids)
                       or one.record = any (:records) and other.record = any (:records))
                """)
                .param("ids", contributions.toArray(Long[]::new))
                .param("records", records.stream().map(RecordId::value).toArray(String[]::new))
                .query(row -> {
                    var one = new RecordId(row.getString("one_record"));
                    var other = new RecordId(row.getString("other_record"));
                    pairs.add(new Apart.Pair(row.getLong("one"), other));
                    pairs.add(new Apart.Pair(row.getLong("other"), one));
                    pairs.add(new Apart.Pair(one, other));
                    pairs.add(new Apart.Pair(other, one));
                });
        return new Apart(pairs);
    }
}
