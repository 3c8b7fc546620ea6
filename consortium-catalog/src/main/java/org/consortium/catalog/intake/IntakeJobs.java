package org.consortium.catalog.intake;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.consortium.catalog.marc.MarcFamily;
import org.consortium.catalog.marc.MarcOptions;
import org.consortium.catalog.sheet.SheetMapping;
import org.consortium.core.Paged;
import org.consortium.core.Refusal;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All imports of all libraries. */
@Component
class IntakeJobs {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
    /** Numbers of a day are given one after the other; any number no other lock uses will do. */
    private static final long NUMBERING = 0x696e74616b655f31L;

    private final JdbcClient jdbc;

    IntakeJobs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param records how many there are to be read again */
    @Transactional
    public IntakeJob addRereading(
            LibraryCode library, BranchCode branch, long records, Staff by, LocalDate today, Instant at) {
        var nothingSent = new Upload("", Path.of(""), records);
        var number = insert(
                library, branch, nothingSent, MarcOptions.detect(), null, IntakeJob.State.WAITING, true, by, today, at);
        return required(number, Optional.of(library));
    }

    boolean isReadAgain(LibraryCode library) {
        return jdbc.sql("""
                select exists (select from intake_job
                               where library = :library and from_store and state in ('WAITING', 'RUNNING'))
                """)
                .param("library", library.value())
                .query(Boolean.class)
                .single();
    }

    @Transactional
    public IntakeJob add(
            LibraryCode library,
            BranchCode branch,
            Upload upload,
            MarcOptions options,
            SheetMapping list,
            IntakeJob.State state,
            Staff by,
            LocalDate today,
            Instant at) {
        return required(
                insert(library, branch, upload, options, list, state, false, by, today, at), Optional.of(library));
    }

    private String insert(
            LibraryCode library,
            BranchCode branch,
            Upload upload,
            MarcOptions options,
            SheetMapping list,
            IntakeJob.State state,
            boolean fromStore,
            Staff by,
            LocalDate today,
            Instant at) {
        jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", NUMBERING).query(row -> {});
        return jdbc.sql("""
                insert into intake_job (number, library, branch, file_name, file_path, file_bytes, family, encoding,
                                        mapping, state, from_store, started_by, created_at)
                select :day || to_char(count(*) + 1, 'FM0000'), :library, :branch, :fileName, :path, :bytes, :family,
                       :encoding, :mapping, :state, :fromStore, :by, :at
                from intake_job
                where starts_with(number, :day)
                returning number
                """)
                .param("day", "I-" + DAY.format(today) + "-")
                .param("library", library.value())
                .param("branch", branch.value())
                .param("fileName", upload.fileName())
                .param("path", upload.path().getFileName().toString())
                .param("bytes", upload.bytes())
                .param(
                        "family",
                        options.family() == null ? null : options.family().name())
                .param("encoding", options.encoding())
                .param("mapping", list == null ? null : list.kept())
                .param("state", state.name())
                .param("fromStore", fromStore)
                .param("by", by == null ? null : by.id())
                .param("at", utc(at))
                .query(String.class)
                .single();
    }

    /** @param of only this library's; empty for the council, which sees all */
    IntakeJob required(String number, Optional<LibraryCode> of) {
        return jdbc.sql("""
                select * from intake_job
                where number = :number and (cast(:library as varchar) is null or library = :library)
                """)
                .param("number", number)
                .param("library", of.map(LibraryCode::value).orElse(null))
                .query(IntakeJobs::read)
                .optional()
                .orElseThrow(() -> new Refusal(IntakeRefusal.IMPORT_NOT_FOUND, number));
    }

    /** Newest first. */
    Paged<IntakeJob> page(Optional<LibraryCode> of, int page, int size) {
        var where = " from intake_job where (cast(:library as varchar) is null or library = :library)";
        var library = of.map(LibraryCode::value).orElse(null);
        long total = jdbc.sql("select count(*)" + where)
                .param("library", library)
                .query(Long.class)
                .single();
        var jobs = jdbc.sql("select *" + where + " order by created_at desc, id desc limit :size offset :skip")
                .param("library", library)
                .param("size", size)
                .param("skip", (long) page * size)
                .query(IntakeJobs::read)
                .list();
        return new Paged<>(jobs, total, page, size);
    }

    /** @return whether its columns were still to be named */
    boolean map(String number, SheetMapping list, String encoding, IntakeJob.State next) {
        return jdbc.sql("""
                update intake_job set mapping = :mapping, encoding = :encoding, state = :next
                where number = :number and state = 'MAPPING'
                """)
                        .param("number", number)
                        .param("mapping", list.kept())
                        .param("encoding", encoding)
                        .param("next", next.name())
                        .update()
                == 1;
    }

    String fileOf(String number) {
        return jdbc.sql("select file_path from intake_job where number = :number")
                .param("number", number)
                .query(String.class)
                .single();
    }

    /** @return whether it was still going */
    boolean cancel(String number, Instant at) {
        return jdbc.sql("""
                update intake_job set state = 'CANCELLED', finished_at = :at
                where number = :number and state in ('MAPPING', 'WAITING', 'RUNNING')
                """).param("number", number).param("at", utc(at)).update() == 1;
    }

    static IntakeJob read(ResultSet row, int number) throws SQLException {
        var family = row.getString("family");
        return new IntakeJob(
                row.getString("number"),
                new LibraryCode(row.getString("library")),
                new BranchCode(row.getString("branch")),
                row.getString("file_name"),
                row.getLong("file_bytes"),
                family == null ? null : MarcFamily.valueOf(family),
                row.getString("encoding"),
                IntakeJob.State.valueOf(row.getString("state")),
                row.getObject("started_by", Long.class),
                instant(row, "created_at"),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                row.getLong("bytes_read"),
                counts(row),
                row.getString("failure"),
                list(row),
                row.getBoolean("from_store"));
    }

    static SheetMapping list(ResultSet row) throws SQLException {
        var kept = row.getString("mapping");
        return kept == null ? null : SheetMapping.of(kept);
    }

    private static IntakeJob.Counts counts(ResultSet row) throws SQLException {
        return new IntakeJob.Counts(
                row.getInt("seen"),
                row.getInt("added"),
                row.getInt("changed"),
                row.getInt("unchanged"),
                row.getInt("withdrawn"),
                row.getInt("rejected"),
                row.getInt("warned"),
                row.getInt("joined"),
                row.getInt("copies"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
