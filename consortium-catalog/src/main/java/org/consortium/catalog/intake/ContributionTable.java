package org.consortium.catalog.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.consortium.catalog.matching.Completeness;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes a batch of contributions and their numbers, one statement a table however many there are. */
@Component
class ContributionTable {

    private static final String SEPARATOR = "\n";

    private final JdbcClient jdbc;

    ContributionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is there under the control numbers of a batch; a record that was merged away counts as its successor. */
    Map<String, Known> known(LibraryCode library, List<String> controlNumbers) {
        return jdbc
                .sql("""
                select c.id, coalesce(u.merged_into, c.record) as record, c.control_number, c.hash, c.family,
                       c.encoding, c.withdrawn
                from unnest(:numbers) as asked (number)
                cross join lateral (
                  select * from contribution where library = :library and control_number = asked.number limit 1) c
                join union_record u on u.id = c.record
                """)
                .param("library", library.value())
                .param("numbers", controlNumbers.toArray(String[]::new))
                .query(ContributionTable::read)
                .list()
                .stream()
                .collect(Collectors.toMap(Known::controlNumber, known -> known));
    }

    private static Known read(ResultSet row, int number) throws SQLException {
        return new Known(
                row.getLong("id"),
                new RecordId(row.getString("record")),
                row.getString("control_number"),
                row.getString("hash"),
                row.getString("family"),
                row.getString("encoding"),
                row.getBoolean("withdrawn"));
    }

    List<Long> freshIds(int number) {
        return jdbc.sql("select nextval('contribution_id_seq') from generate_series(1, :number)")
                .param("number", number)
                .query(Long.class)
                .list();
    }

    void write(LibraryCode library, List<Placed> placed, Instant at) {
        var added = placed.stream().filter(Placed::isNew).toList();
        var changed = placed.stream().filter(one -> !one.isNew()).toList();
        if (!added.isEmpty()) {
            insert(library, added, at);
        }
        if (!changed.isEmpty()) {
            update(changed, at);
        }
    }

    private void insert(LibraryCode library, List<Placed> added, Instant at) {
        jdbc.sql("""
                insert into contribution (id, record, library, control_number, family, encoding, raw, hash, description,
                                          completeness, warnings, withdrawn, created_at, changed_at, version)
                select id, record, :library, control_number, family, encoding, raw, hash, description::json,
                       completeness, string_to_array(warnings, :separator), false, :at, :at, 0
                from unnest(:ids, :records, :controlNumbers, :families, :encodings, :raws, :hashes, :descriptions,
                            :completeness, :warnings)
                  as added (id, record, control_number, family, encoding, raw, hash, description, completeness, warnings)
                """)
                .params(columns(added, at))
                .param("library", library.value())
                .update();
    }

    private void update(List<Placed> changed, Instant at) {
        jdbc.sql("""
                update contribution c
                set record = n.record, family = n.family, encoding = n.encoding, raw = n.raw, hash = n.hash,
                    description = n.description::json, completeness = n.completeness,
                    warnings = string_to_array(n.warnings, :separator), withdrawn = false, changed_at = :at,
                    version = c.version + 1
                from unnest(:ids, :records, :controlNumbers, :families, :encodings, :raws, :hashes, :descriptions,
                            :completeness, :warnings)
                  as n (id, record, control_number, family, encoding, raw, hash, description, completeness, warnings)
                where c.id = n.id
                """).params(columns(changed, at)).update();
    }

    private static Map<String, Object> columns(List<Placed> placed, Instant at) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("ids", placed.stream().map(Placed::id).toArray(Long[]::new));
        columns.put("records", placed.stream().map(one -> one.record().value()).toArray(String[]::new));
        columns.put("controlNumbers", texts(placed, Incoming::controlNumber));
        columns.put("families", texts(placed, Incoming::family));
        columns.put("encodings", texts(placed, Incoming::encoding));
        columns.put("raws", placed.stream().map(one -> one.incoming().raw()).toArray(byte[][]::new));
        columns.put("hashes", texts(placed, Incoming::hash));
        columns.put("descriptions", texts(placed, Incoming::json));
        columns.put(
                "completeness",
                placed.stream()
                        .map(one -> Completeness.of(one.incoming().description()))
                        .toArray(Short[]::new));
        columns.put("warnings", texts(placed, ContributionTable::warnings));
        columns.put("separator", SEPARATOR);
        columns.put("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
        return columns;
    }

    private static String[] texts(List<Placed> placed, java.util.function.Function<Incoming, String> column) {
        return placed.stream().map(Placed::incoming).map(column).toArray(String[]::new);
    }

    private static String warnings(Incoming incoming) {
        return incoming.warnings().stream()
                .map(warning -> String.join(" ", warning.code(), warning.tag(), warning.detail()))
                .map(text -> Texts.clipped(text.replace(SEPARATOR, " "), 300))
                .collect(Collectors.joining(SEPARATOR));
    }

    void withdraw(Collection<Known> leaving, Instant at) {
        jdbc.sql("""
                update contribution set withdrawn = true, changed_at = :at, version = version + 1 where id = any (:ids)
                """)
                .param("ids", leaving.stream().map(Known::id).toArray(Long[]::new))
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }
}
