package org.consortium.catalog.intake;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.consortium.core.Paged;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Contributions;
import org.consortium.core.union.Description;
import org.consortium.core.union.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Which titles of a library wait to be completed: lines of its lists nobody in the region has told more about. One leaves
 * the list by itself when a fuller record of the title comes, from whomever.
 */
@Service
public class BriefRecords {

    private static final String FROM = """
             from contribution c
            join union_record u on u.id = c.record
            join contribution e on e.id = u.elected
            where c.library = :library and c.family = 'LIST' and not c.withdrawn and e.family = 'LIST'
            """;

    private final JdbcClient jdbc;

    BriefRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A title to be completed.
     *
     * @param controlNumber the number a fuller record is to be sent under
     */
    public record Brief(String controlNumber, RecordId record, Description description, int copies, Instant since) {}

    /** The oldest first. */
    public Paged<Brief> of(LibraryCode library, int page, int size) {
        var total = jdbc.sql("select count(*)" + FROM)
                .param("library", library.value())
                .query(Long.class)
                .single();
        var items = jdbc.sql("""
                select c.control_number, c.record, c.description, c.created_at,
                       (select count(*) from copy p
                        where p.record = c.record and p.contribution = c.id and p.status <> 'WITHDRAWN') as copies
                """ + FROM + " order by c.id limit :size offset :skip")
                .param("library", library.value())
                .param("size", size)
                .param("skip", (long) page * size)
                .query((row, n) -> new Brief(
                        row.getString("control_number"),
                        new RecordId(row.getString("record")),
                        Contributions.description(row.getString("description")),
                        row.getInt("copies"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
        return new Paged<>(items, total, page, size);
    }
}
