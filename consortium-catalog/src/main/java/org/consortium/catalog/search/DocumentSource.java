package org.consortium.catalog.search;

import static java.util.stream.Collectors.groupingBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.consortium.catalog.search.RecordFacts.CopyFacts;
import org.consortium.catalog.search.RecordFacts.Source;
import org.consortium.core.union.Contributions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes documents of records, many at a time: four queries however many there are. */
@Component
class DocumentSource {

    private final JdbcClient jdbc;

    DocumentSource(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The documents of these records; one that was merged or has no contribution left has none. */
    List<RecordDocument> documents(Collection<String> records) {
        if (records.isEmpty()) {
            return List.of();
        }
        var ids = records.toArray(String[]::new);
        var copies = copies(ids);
        var loans = loans(ids);
        var tree = LibraryTree.read(jdbc);
        var documents = new ArrayList<RecordDocument>();
        sources(ids)
                .forEach((id, lines) -> documents.add(new RecordDocument(new RecordFacts(
                        id,
                        lines.get(0).byline(),
                        lines.get(0).createdAt(),
                        lines.stream().map(Line::source).toList(),
                        copies.getOrDefault(id, List.of()),
                        loans.getOrDefault(id, 0),
                        tree))));
        return documents;
    }

    private record Line(String record, String byline, Instant createdAt, Source source) {}

    private Map<String, List<Line>> sources(String[] ids) {
        return jdbc.sql("""
                        select u.id, u.byline, u.created_at, c.library, c.description
                          from union_record u
                          join contribution c on c.record = u.id
                         where u.id = any(:ids)
                           and u.merged_into is null
                           and not c.withdrawn
                         order by u.id, c.id = u.elected desc nulls last, c.id
                        """).param("ids", ids).query(DocumentSource::line).list().stream()
                .collect(groupingBy(Line::record, LinkedHashMap::new, java.util.stream.Collectors.toList()));
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getString("id"),
                row.getString("byline"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                new Source(row.getString("library"), Contributions.description(row.getString("description"))));
    }

    private Map<String, List<CopyFacts>> copies(String[] ids) {
        var copies = new LinkedHashMap<String, List<CopyFacts>>();
        jdbc.sql("""
                        select record, library, branch, barcode, call_number, status
                          from copy
                         where record = any(:ids)
                         order by id
                        """).param("ids", ids).query((ResultSet row) -> {
            var status = row.getString("status");
            copies.computeIfAbsent(row.getString("record"), id -> new ArrayList<>())
                    .add(new CopyFacts(
                            row.getString("library"),
                            row.getString("branch"),
                            row.getString("barcode"),
                            row.getString("call_number"),
                            status.equals("ON_SHELF"),
                            status.equals("WITHDRAWN")));
        });
        return copies;
    }

    private Map<String, Integer> loans(String[] ids) {
        var loans = new LinkedHashMap<String, Integer>();
        jdbc.sql("""
                        select c.record, count(*) as loans
                          from loan l
                          join copy c on c.id = l.copy
                         where c.record = any(:ids)
                           and l.end_state is distinct from 'UNDONE'
                         group by c.record
                        """).param("ids", ids).query((ResultSet row) -> {
            loans.put(row.getString("record"), row.getInt("loans"));
        });
        return loans;
    }
}
