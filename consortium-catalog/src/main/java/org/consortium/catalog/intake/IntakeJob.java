package org.consortium.catalog.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.consortium.catalog.marc.MarcFamily;
import org.consortium.catalog.sheet.SheetMapping;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;

/**
 * One file of records a library sent, or all it has sent read again, and how far it has come.
 *
 * @param number as it stands in addresses: I-251121-0003, the third of 21 November 2025
 * @param branch where copies stand whose location names no branch
 * @param family what the sender said of the format, or null
 * @param encoding what the sender said of the encoding, or null
 * @param startedBy id of the member of staff
 * @param failure why it could not be read to its end, as a message key {@code import.failure.code}; what was read stays
 * @param list what the columns tell, where it is a list of titles and not a file of records; else null
 * @param fromStore there is no file: what the library has sent is read again, and bytes are counted as records
 */
public record IntakeJob(
        String number,
        LibraryCode library,
        BranchCode branch,
        String fileName,
        long fileBytes,
        MarcFamily family,
        String encoding,
        State state,
        Long startedBy,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt,
        long bytesRead,
        Counts counts,
        String failure,
        SheetMapping list,
        boolean fromStore) {

    public enum State {
        /** A list whose columns somebody must name first. */
        MAPPING,
        WAITING,
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    /**
     * Records by what became of them: seen = added + changed + unchanged + withdrawn + rejected.
     *
     * @param warned how many came in with at least one warning
     * @param joined how many of the added joined a union record that was there
     * @param copies how many copies came with them
     */
    public record Counts(
            int seen,
            int added,
            int changed,
            int unchanged,
            int withdrawn,
            int rejected,
            int warned,
            int joined,
            int copies) {

        public boolean addUp() {
            return seen == added + changed + unchanged + withdrawn + rejected;
        }
    }

    public boolean isOver() {
        return state != State.MAPPING && state != State.WAITING && state != State.RUNNING;
    }

    /** How much longer it takes if it goes on as it went; nothing before that can be told. */
    public Optional<Duration> remaining(Instant now) {
        if (state != State.RUNNING || startedAt == null || bytesRead <= 0 || bytesRead >= fileBytes) {
            return Optional.empty();
        }
        var sofar = Duration.between(startedAt, now);
        return Optional.of(Duration.ofMillis((long) ((double) sofar.toMillis() * (fileBytes - bytesRead) / bytesRead)));
    }

    /** How much of the file has been read, from 0 to 100. */
    public int percent() {
        if (state == State.DONE) {
            return 100;
        }
        return fileBytes == 0 ? 0 : (int) Math.min(99, 100 * bytesRead / fileBytes);
    }
}
