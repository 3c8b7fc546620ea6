package org.consortium.catalog.matching;

import java.util.List;
import org.consortium.core.union.Format;
import org.consortium.core.union.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The other editions of the work a record is an edition of: translations, reprints, other publishers, other carriers. A
 * lighter group than a record, found by its keys and never by way of a third one.
 */
@Component
public class OtherEditions {

    /** A work of more editions is found by searching. */
    private static final int MOST = 100;

    private final JdbcClient jdbc;

    OtherEditions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One other edition.
     *
     * @param year null where it is not stated
     * @param copies that are not withdrawn
     * @param onShelf of these
     */
    public record Edition(
            RecordId id,
            String title,
            String byline,
            String edition,
            String publisher,
            Integer year,
            List<String> languages,
            Format format,
            String clc,
            int copies,
            int onShelf) {}

    /** What can be had first, then the newest; a hundred at most. */
    public List<Edition> of(RecordId record) {
        return jdbc.sql("""
                select u.id, u.title, u.byline, u.year, u.format, u.clc,
                       coalesce(e.description ->> 'edition', '') as edition,
                       coalesce(e.description ->> 'publisher', '') as publisher,
                       array(select json_array_elements_text(e.description -> 'languages')) as languages,
                       count(c.id) as copies, count(c.id) filter (where c.status = 'ON_SHELF') as on_shelf
                from record_edition this
                join union_record u on u.id = this.edition
                join contribution e on e.id = u.elected and not e.withdrawn
                left join copy c on c.record = u.id and c.status <> 'WITHDRAWN'
                where this.record = :record
                group by u.id, e.id
                order by count(c.id) filter (where c.status = 'ON_SHELF') = 0, u.year desc nulls last, u.id
                limit :most
                """)
                .param("record", record.value())
                .param("most", MOST)
                .query((row, n) -> new Edition(
                        new RecordId(row.getString("id")),
                        row.getString("title"),
                        row.getString("byline"),
                        row.getString("edition"),
                        row.getString("publisher"),
                        row.getObject("year", Integer.class),
                        List.of((String[]) row.getArray("languages").getArray()),
                        Format.valueOf(row.getString("format")),
                        row.getString("clc"),
                        row.getInt("copies"),
                        row.getInt("on_shelf")))
                .list();
    }
}
