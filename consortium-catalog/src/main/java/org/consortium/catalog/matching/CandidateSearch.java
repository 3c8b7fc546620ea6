package org.consortium.catalog.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which union records a batch might join, asked once for all its keys. */
@Component
class CandidateSearch {

    /** The elected contribution first, then as they came; of the sending library all. */
    private static final String MEMBERS = """
            select asked.record, m.id, m.library, m.completeness, m.description, m.libraries
            from unnest(:records) as asked (record)
            join union_record u on u.id = asked.record
            cross join lateral (
              select c.id, c.library, c.completeness, c.description, array_agg(c.library) over () as libraries,
                     row_number() over (order by c.completeness desc, c.id) = 1 as elected,
                     row_number() over (order by c.id) as place
              from contribution c
              where c.record = u.id and not c.withdrawn and c.id <> all (:replaced)) m
            where m.elected or m.place <= :most or m.library = :library
            """;

    private final JdbcClient jdbc;

    CandidateSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the batch itself replaces is no evidence any more. */
    CandidatePool candidates(LibraryCode library, List<Member> members, List<Newcomer> batch, MatchRules rules) {
        var pool = new CandidatePool(rules);
        var carriers = carriers(members, rules);
        var records = new LinkedHashSet<RecordId>();
        carriers.values().stream()
                .filter(carrying -> carrying.size() <= rules.mostRecords())
                .forEach(records::addAll);
        var candidates = read(library, records, batch);
        carriers.forEach((key, carrying) -> {
            if (carrying.size() > rules.mostRecords()) {
                carrying.forEach(record -> pool.put(key, pool.candidate(record)));
            }
        });
        candidates.values().forEach(pool::know);
        carriers.forEach((key, carrying) -> carrying.stream()
                .map(candidates::get)
                .filter(candidate -> candidate != null && carrying.size() <= rules.mostRecords())
                .forEach(candidate -> pool.put(key, candidate)));
        return pool;
    }

    private Map<Long, Set<RecordId>> carriers(List<Member> members, MatchRules rules) {
        var keys = new LinkedHashSet<Long>();
        members.forEach(member -> member.publication().keys().forEach(key -> keys.add(key.hash())));
        Map<Long, Set<RecordId>> carriers = new LinkedHashMap<>();
        if (keys.isEmpty()) {
            return carriers;
        }
        jdbc.sql("""
                select asked.key, coalesce(u.merged_into, u.id) as record
                from unnest(:keys) as asked (key)
                cross join lateral (
                  select k.record from match_key k where k.key = asked.key limit :most) hit
                join union_record u on u.id = hit.record
                order by record
                """)
                .param("keys", keys.toArray(Long[]::new))
                .param("most", rules.mostRecords() + 1)
                .query(row -> {
                    carriers.computeIfAbsent(row.getLong("key"), key -> new LinkedHashSet<>())
                            .add(new RecordId(row.getString("record")));
                });
        return carriers;
    }

    private Map<RecordId, Candidate> read(LibraryCode library, Collection<RecordId> records, List<Newcomer> batch) {
        Map<RecordId, Candidate> candidates = new LinkedHashMap<>();
        if (records.isEmpty()) {
            return candidates;
        }
        jdbc.sql(MEMBERS)
                .param("records", records.stream().map(RecordId::value).toArray(String[]::new))
                .param("replaced", replaced(batch))
                .param("most", Candidate.MOST_COMPARED)
                .param("library", library.value())
                .query(row -> {
                    var candidate = candidates.computeIfAbsent(new RecordId(row.getString("record")), Candidate::new);
                    candidate.add(member(row));
                    for (var holder : (String[]) row.getArray("libraries").getArray()) {
                        candidate.isHeldBy(new LibraryCode(holder));
                    }
                });
        return candidates;
    }

    private static Member member(ResultSet row) throws SQLException {
        return Member.stored(
                row.getLong("id"),
                new LibraryCode(row.getString("library")),
                row.getInt("completeness"),
                row.getString("description"));
    }

    /** The records that changed contributions are part of so far, by contribution. */
    Map<Long, Home> homes(List<Newcomer> batch) {
        var changed = batch.stream().filter(newcomer -> !newcomer.isNew()).toList();
        Map<Long, Home> homes = new HashMap<>();
        if (changed.isEmpty()) {
            return homes;
        }
        var records = new LinkedHashSet<RecordId>();
        changed.forEach(newcomer -> records.add(newcomer.current()));
        var others = read(new LibraryCode("none"), records, batch);
        var requested = requested(records);
        var kept = keptTogether(changed);
        for (var newcomer : changed) {
            homes.put(
                    newcomer.contribution(),
                    new Home(
                            newcomer.current(),
                            others.get(newcomer.current()),
                            requested.contains(newcomer.current()),
                            kept.contains(newcomer.contribution())));
        }
        return homes;
    }

    private Set<RecordId> requested(Collection<RecordId> records) {
        return Set.copyOf(
                jdbc.sql("select distinct record from request where record = any (:records) and phase <> 'CLOSED'")
                        .param("records", records.stream().map(RecordId::value).toArray(String[]::new))
                        .query((row, n) -> new RecordId(row.getString("record")))
                        .list());
    }

    /** Of whom a librarian has said that they belong to another contribution of the record they are in. */
    private Set<Long> keptTogether(List<Newcomer> changed) {
        return Set.copyOf(
                jdbc.sql("""
                select mine.id
                from contribution mine
                join match_verdict v on v.same and mine.id in (v.one, v.other)
                join contribution other on other.id in (v.one, v.other) and other.id <> mine.id
                where mine.id = any (:ids) and other.record = mine.record and not other.withdrawn
                """).param("ids", ids(changed)).query(Long.class).list());
    }

    private static Long[] replaced(List<Newcomer> batch) {
        return ids(batch.stream().filter(newcomer -> !newcomer.isNew()).toList());
    }

    private static Long[] ids(List<Newcomer> newcomers) {
        return newcomers.stream().map(Newcomer::contribution).toArray(Long[]::new);
    }
}
