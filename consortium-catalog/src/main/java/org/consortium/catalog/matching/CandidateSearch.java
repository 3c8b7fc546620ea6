package org.consortium.catalog.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Contributions;
import org.consortium.core.union.Identifier;
import org.consortium.core.union.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which union records a batch might join, asked once for all its numbers. */
@Component
class CandidateSearch {

    private final JdbcClient jdbc;

    CandidateSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the batch itself replaces is no evidence any more. */
    CandidatePool candidates(LibraryCode library, List<Publication> publications, List<Newcomer> batch) {
        var numbers = new LinkedHashSet<Identifier>();
        publications.forEach(publication -> numbers.addAll(publication.evidence()));
        var pool = new CandidatePool();
        if (numbers.isEmpty()) {
            return pool;
        }
        var known = new HashMap<RecordId, Candidate>();
        jdbc.sql("""
                select asked.kind, asked.value, hit.record, elected.description,
                       exists (select from contribution own
                                where own.record = hit.record and own.library = :library
                                  and not own.withdrawn and own.id <> all (:replaced)) as own
                from unnest(:kinds, :values) as asked (kind, value)
                cross join lateral (
                  select distinct c.record
                  from contribution_identifier i
                  join contribution c on c.id = i.contribution
                  where i.kind = asked.kind and i.value = asked.value
                    and not c.withdrawn and c.id <> all (:replaced)
                  limit :most) hit
                join union_record u on u.id = hit.record
                cross join lateral (
                  select e.id, e.description
                  from contribution e
                  where e.record = hit.record and not e.withdrawn and e.id <> all (:replaced)
                  order by (e.id = u.elected) desc, e.completeness desc, e.id
                  limit 1) elected
                order by elected.id
                """)
                .param("library", library.value())
                .param(
                        "kinds",
                        numbers.stream().map(number -> number.kind().name()).toArray(String[]::new))
                .param("values", numbers.stream().map(Identifier::value).toArray(String[]::new))
                .param("replaced", replaced(batch))
                .param("most", CandidatePool.MOST_RECORDS + 1)
                .query(row -> {
                    var record = new RecordId(row.getString("record"));
                    var number = new Identifier(Identifier.Kind.valueOf(row.getString("kind")), row.getString("value"));
                    var candidate = known.get(record);
                    if (candidate == null) {
                        candidate = new Candidate(record, publication(row), row.getBoolean("own"));
                        known.put(record, candidate);
                    }
                    pool.put(number, candidate);
                });
        return pool;
    }

    /** The records that changed contributions are part of so far. */
    Map<RecordId, Home> homes(List<Newcomer> batch) {
        var records = batch.stream()
                .map(Newcomer::current)
                .filter(Objects::nonNull)
                .map(RecordId::value)
                .distinct()
                .toArray(String[]::new);
        if (records.length == 0) {
            return Map.of();
        }
        var homes = new HashMap<RecordId, Home>();
        jdbc.sql("""
                select u.id as record, others.description,
                       exists (select from request r where r.record = u.id and r.phase <> 'CLOSED') as requested
                from unnest(:records) as asked (record)
                join union_record u on u.id = asked.record
                left join lateral (
                  select e.description
                  from contribution e
                  where e.record = u.id and not e.withdrawn and e.id <> all (:replaced)
                  order by (e.id = u.elected) desc, e.completeness desc, e.id
                  limit 1) others on true
                """)
                .param("records", records)
                .param("replaced", replaced(batch))
                .query(row -> {
                    var record = new RecordId(row.getString("record"));
                    var others = row.getString("description") == null ? null : publication(row);
                    homes.put(record, new Home(record, others, row.getBoolean("requested")));
                });
        return homes;
    }

    private static Long[] replaced(List<Newcomer> batch) {
        return batch.stream()
                .map(Newcomer::contribution)
                .filter(Objects::nonNull)
                .toArray(Long[]::new);
    }

    private static Publication publication(ResultSet row) throws SQLException {
        return Publication.of(Contributions.description(row.getString("description")));
    }
}
