package org.consortium.core.union;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.consortium.core.member.LibraryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** All contributions, as they stand in the database. */
@Component
public class Contributions {

    /** What a record does not say is not written. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(said -> said.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .build();

    private static final String COLUMNS =
            "id, record, library, control_number, description, warnings, withdrawn, created_at, changed_at";

    private final JdbcClient jdbc;

    Contributions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Contribution> find(LibraryCode library, String controlNumber) {
        return jdbc.sql("select " + COLUMNS
                        + " from contribution where library = :library and control_number = :number")
                .param("library", library.value())
                .param("number", controlNumber)
                .query(Contributions::read)
                .optional();
    }

    /** Everything members say of one record, the elected one first, then in the order they came. */
    public List<Contribution> of(RecordId record) {
        return jdbc.sql("select " + COLUMNS + """
                 from contribution c
                where record = :record and not withdrawn
                order by (select elected from union_record u where u.id = c.record) = c.id desc nulls last, id
                """)
                .param("record", record.value())
                .query(Contributions::read)
                .list();
    }

    public Optional<Contribution> elected(RecordId record) {
        return of(record).stream().findFirst();
    }

    public Optional<Contribution> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from contribution where id = :id")
                .param("id", id)
                .query(Contributions::read)
                .optional();
    }

    /** The raw bytes as the member sent them. */
    public byte[] raw(long contribution) {
        return jdbc.sql("select raw from contribution where id = :id")
                .param("id", contribution)
                .query(byte[].class)
                .single();
    }

    public static String json(Description description) {
        return JSON.writeValueAsString(description);
    }

    public static Description description(String json) {
        return JSON.readValue(json, Description.class);
    }

    private static Contribution read(ResultSet row, int number) throws SQLException {
        return new Contribution(
                row.getLong("id"),
                new RecordId(row.getString("record")),
                new LibraryCode(row.getString("library")),
                row.getString("control_number"),
                description(row.getString("description")),
                List.of((String[]) row.getArray("warnings").getArray()),
                row.getBoolean("withdrawn"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
