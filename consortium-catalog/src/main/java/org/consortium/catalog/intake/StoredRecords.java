package org.consortium.catalog.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.consortium.catalog.marc.ItemField;
import org.consortium.catalog.marc.MarcEntry;
import org.consortium.catalog.marc.MarcFamily;
import org.consortium.catalog.marc.SecondReading;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Contributions;
import org.consortium.core.union.Description;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The records a library has sent, as they were kept: to be read again by what is known of their fields today. */
@Component
class StoredRecords {

    private static final String OF_THE_LIBRARY = """
             from contribution
            where library = :library and not withdrawn and family in ('MARC21', 'UNIMARC')
            """;

    private final Clock clock;
    private final JdbcClient jdbc;

    StoredRecords(Clock clock, JdbcClient jdbc) {
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /**
     * A record as it was kept.
     *
     * @param said what was read out of it when it came
     */
    record Stored(String controlNumber, MarcFamily family, String encoding, byte[] raw, Description said) {

        Arrival again(SecondReading reading, int number) {
            if (reading.read(raw, family, encoding, number) instanceof MarcEntry.Readable now && !now.deleted()) {
                var incoming = Incoming.again(now, controlNumber);
                return new Arrival.Again(incoming, !incoming.description().equals(said), raw);
            }
            return new Arrival.NoLongerLegible(number, controlNumber, raw);
        }
    }

    long count(LibraryCode library) {
        return jdbc.sql("select count(*)" + OF_THE_LIBRARY)
                .param("library", library.value())
                .query(Long.class)
                .single();
    }

    /** In the order of their control numbers: what comes or goes meanwhile moves nothing. */
    List<Stored> after(LibraryCode library, String controlNumber, int most) {
        return jdbc.sql("select control_number, family, encoding, raw, description" + OF_THE_LIBRARY + """
                  and control_number > :after
                order by control_number
                limit :most
                """)
                .param("library", library.value())
                .param("after", controlNumber)
                .param("most", most)
                .query(StoredRecords::read)
                .list();
    }

    List<Stored> byChance(LibraryCode library, int most) {
        return jdbc.sql("""
                select control_number, family, encoding, raw, description
                from contribution
                where id in (select id %s order by random() limit :most)
                order by control_number
                """.formatted(OF_THE_LIBRARY))
                .param("library", library.value())
                .param("most", most)
                .query(StoredRecords::read)
                .list();
    }

    private static Stored read(ResultSet row, int number) throws SQLException {
        return new Stored(
                row.getString("control_number"),
                MarcFamily.valueOf(row.getString("family")),
                row.getString("encoding"),
                row.getBytes("raw"),
                Contributions.description(row.getString("description")));
    }

    ArrivingFile open(IntakeWork work) {
        return new InTurn(work, this, new SecondReading(work.items(), clock));
    }

    SecondReading reading(ItemField items) {
        return new SecondReading(items, clock);
    }

    /** One after the other, some at a time, from where the work stands. */
    private static final class InTurn implements ArrivingFile {

        private static final int AT_A_TIME = 500;

        private final LibraryCode library;
        private final StoredRecords records;
        private final SecondReading reading;
        private List<Stored> some = List.of();
        private int next;
        private String upTo;
        private int number;

        private InTurn(IntakeWork work, StoredRecords records, SecondReading reading) {
            this.library = work.library();
            this.records = records;
            this.reading = reading;
            this.upTo = work.readUpTo();
            this.number = work.seen();
        }

        @Override
        public Arrival next() {
            if (next == some.size()) {
                some = records.after(library, upTo, AT_A_TIME);
                next = 0;
            }
            if (some.isEmpty()) {
                return null;
            }
            var stored = some.get(next++);
            upTo = stored.controlNumber();
            return stored.again(reading, ++number);
        }

        /** Records, for their bytes nobody has added up. */
        @Override
        public long bytesRead() {
            return number;
        }

        @Override
        public void close() {
            some = List.of();
        }
    }
}
