package org.consortium.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.consortium.catalog.intake.IntakeJob;
import org.consortium.catalog.intake.IntakeWarning;
import org.consortium.catalog.intake.Reject;
import org.consortium.catalog.sheet.SheetColumn;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;

/** A file of records on its way into the union catalogue. */
@Schema(name = "Import", description = "A file of records on its way into the union catalogue")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ImportView(
        @Schema(description = "Its number", example = "I-260304-0001")
        String number,

        @Schema(description = "Whose records they are") LibraryCode library,

        @Schema(description = "Where copies stand whose location names no branch")
        BranchCode branch,

        @Schema(
                description = "What the file is called; nothing where what the library has sent is read again",
                example = "2026-03.mrc")
        String fileName,

        @Schema(description = "How large it is", example = "1048576")
        Long fileBytes,

        @Schema(
                description = "Whether there is no file, and what the library has sent is read again",
                example = "false")
        boolean rereading,

        @Schema(description = "How it stands", example = "RUNNING")
        IntakeJob.State state,

        @Schema(description = "How much of it has been read", example = "40")
        int percent,

        @Schema(description = "How many seconds it takes on, if it goes on as it went", example = "95")
        Long remainingSeconds,

        @Schema(description = "When it was sent", example = "2026-03-04T02:00:00Z")
        Instant createdAt,

        @Schema(description = "When reading began", example = "2026-03-04T02:00:01Z")
        Instant startedAt,

        @Schema(description = "When it ended", example = "2026-03-04T02:01:00Z")
        Instant finishedAt,

        @Schema(description = "What became of the records") Counts counts,

        @Schema(
                description = "Of a list of titles: what its columns tell, from the left",
                example = "[\"TITLE\", \"ISBN\"]")
        List<SheetColumn> columns,

        @Schema(
                description = "Why it could not be read to its end, if so; what was read stays",
                example = "file-damaged")
        String failure) {

    static ImportView of(IntakeJob job, Instant now) {
        return new ImportView(
                job.number(),
                job.library(),
                job.branch(),
                job.fileName(),
                job.fromStore() ? null : job.fileBytes(),
                job.fromStore(),
                job.state(),
                job.percent(),
                job.remaining(now).map(Duration::toSeconds).orElse(null),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt(),
                Counts.of(job.counts()),
                job.list() == null ? null : job.list().columns(),
                job.failure());
    }

    /** Records by what became of them. */
    @Schema(
            name = "ImportCounts",
            description = "Records by what became of them: seen = added + changed + unchanged + withdrawn + rejected")
    record Counts(
            @Schema(description = "Read so far", example = "500")
            int seen,

            @Schema(description = "New", example = "480") int added,

            @Schema(description = "Known and changed", example = "5")
            int changed,

            @Schema(description = "Known and the same", example = "10")
            int unchanged,

            @Schema(description = "Withdrawn as the file says", example = "2")
            int withdrawn,

            @Schema(description = "Not readable", example = "3")
            int rejected,

            @Schema(description = "Came in with a doubt", example = "12")
            int warned,

            @Schema(description = "New ones that joined a record that was there", example = "300")
            int joined,

            @Schema(description = "Copies that came with them", example = "620")
            int copies) {

        static Counts of(IntakeJob.Counts counts) {
            return new Counts(
                    counts.seen(),
                    counts.added(),
                    counts.changed(),
                    counts.unchanged(),
                    counts.withdrawn(),
                    counts.rejected(),
                    counts.warned(),
                    counts.joined(),
                    counts.copies());
        }
    }

    /** A record that could not be read. */
    @Schema(name = "ImportReject", description = "A record that could not be read")
    record RejectView(
            @Schema(description = "Its place among the records of the file, from 1", example = "17")
            int number,

            @Schema(description = "Offset of its first byte, or of a list the line", example = "20480")
            long position,

            @Schema(description = "Why", example = "directory-damaged")
            String reason,

            @Schema(description = "More about it", example = "")
            String detail,

            @Schema(description = "How long it is", example = "1203")
            int bytes) {

        static RejectView of(Reject reject) {
            return new RejectView(reject.number(), reject.position(), reject.reason(), reject.detail(), reject.bytes());
        }
    }

    /** A doubt about a record that came in. */
    @Schema(name = "ImportWarning", description = "A doubt about a record that came in all the same")
    record WarningView(
            @Schema(description = "Its place among the records of the file, from 1", example = "17")
            int number,

            @Schema(description = "Offset of its first byte, or of a list the line", example = "20480")
            Long position,

            @Schema(description = "The library's own number of it", example = "012001234567")
            String controlNumber,

            @Schema(description = "What is odd", example = "isbn-check-digit")
            String code,

            @Schema(description = "The field it is about", example = "010")
            String tag,

            @Schema(description = "What stands there", example = "978-7-301-12345-0")
            String detail,

            @Schema(description = "The union record it stands in now, if it still stands", example = "5kz3m0ht")
            String record) {

        static WarningView of(IntakeWarning warning) {
            return new WarningView(
                    warning.number(),
                    warning.position(),
                    warning.controlNumber(),
                    warning.code(),
                    warning.tag(),
                    warning.detail(),
                    warning.record() == null ? null : warning.record().value());
        }
    }
}
