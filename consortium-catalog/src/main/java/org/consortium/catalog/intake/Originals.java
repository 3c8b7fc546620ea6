package org.consortium.catalog.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.consortium.catalog.marc.MarcFamily;
import org.consortium.catalog.marc.MarcText;
import org.consortium.core.Refusal;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Members' records as they came, to be looked at beside what was read out of them. */
@Service
public class Originals {

    private final JdbcClient jdbc;

    Originals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A record as its library sent it.
     *
     * @param family MARC21, UNIMARC, FORM where it was typed in, or LIST where it is a line of a list
     */
    public record Original(LibraryCode library, String controlNumber, String family, String encoding, byte[] raw) {

        public boolean isMarc() {
            return family.equals(MarcFamily.MARC21.name()) || family.equals(MarcFamily.UNIMARC.name());
        }

        public boolean isXml() {
            return isMarc() && raw.length > 0 && raw[0] == '<';
        }

        /** Its fields, or nothing where it is no MARC. */
        public Optional<MarcText> marc() {
            return isMarc() ? Optional.of(MarcText.of(raw, encoding)) : Optional.empty();
        }

        /** Of a line of a list or a form: what was written, one thing a line. */
        public List<String> written() {
            return isMarc()
                    ? List.of()
                    : new String(raw, StandardCharsets.UTF_8).lines().toList();
        }
    }

    /** @throws Refusal when the record has no such contribution */
    public Original of(RecordId record, LibraryCode library, String controlNumber) {
        return jdbc.sql("""
                select library, control_number, family, encoding, raw
                from contribution
                where record = :record and library = :library and control_number = :number and not withdrawn
                """)
                .param("record", record.value())
                .param("library", library.value())
                .param("number", controlNumber)
                .query((row, n) -> new Original(
                        new LibraryCode(row.getString("library")),
                        row.getString("control_number"),
                        row.getString("family"),
                        row.getString("encoding"),
                        row.getBytes("raw")))
                .optional()
                .orElseThrow(() -> new Refusal(IntakeRefusal.CONTRIBUTION_NOT_FOUND, controlNumber));
    }
}
