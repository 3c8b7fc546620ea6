package org.consortium.catalog.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Optional;
import org.consortium.catalog.marc.MarcFile;
import org.consortium.catalog.marc.MarcOptions;
import org.consortium.core.Paged;
import org.consortium.core.Refusal;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Branches;
import org.consortium.core.member.Libraries;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.MemberRefusal;
import org.consortium.core.member.Role;
import org.consortium.core.member.Staff;
import org.consortium.core.member.Trail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where a library hands in a file of its records, sees how far it has come, and fetches what could not be read. Where a
 * library is optional, none means the council, which sees every import.
 */
@Service
public class IntakeDesk {

    private final Libraries libraries;
    private final Branches branches;
    private final Uploads uploads;
    private final IntakeJobs jobs;
    private final IntakeFindings findings;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    IntakeDesk(
            Libraries libraries,
            Branches branches,
            Uploads uploads,
            IntakeJobs jobs,
            IntakeFindings findings,
            Trail trail,
            Clock clock,
            TransactionTemplate transaction) {
        this.libraries = libraries;
        this.branches = branches;
        this.uploads = uploads;
        this.jobs = jobs;
        this.findings = findings;
        this.trail = trail;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Takes a file and returns at once; it is read in the background. No transaction is open while the file comes in.
     *
     * @param branch where copies stand whose location names no branch of the library
     * @throws Refusal when it is larger than the limit, empty, or no file of MARC records; nothing is kept then
     */
    public IntakeJob start(
            LibraryCode library,
            BranchCode branch,
            String fileName,
            InputStream content,
            MarcOptions options,
            Staff by) {
        if (!mayActFor(library, by)) {
            throw new Refusal(MemberRefusal.LIBRARY_NOT_FOUND, library);
        }
        var member = libraries.required(library);
        if (!member.takesPart()) {
            throw new Refusal(MemberRefusal.LIBRARY_SUSPENDED, member.name());
        }
        var place = branches.required(branch, library);
        var upload = uploads.take(fileName, content);
        try {
            MarcFile.open(upload.path(), options, clock).close();
            var at = clock.instant();
            return transaction.execute(status -> {
                var job = jobs.add(library, branch, upload, options, by, place.today(at), at);
                trail.note(by.actor(), at, "import-started", "import", job.number(), library, job.fileName());
                return job;
            });
        } catch (RuntimeException refused) {
            uploads.remove(upload.path());
            throw refused;
        }
    }

    private static boolean mayActFor(LibraryCode library, Staff by) {
        return by.library().equals(library) || by.is(Role.COUNCIL_ADMIN);
    }

    public IntakeJob job(String number, Optional<LibraryCode> of) {
        return jobs.required(number, of);
    }

    /** Newest first. */
    public Paged<IntakeJob> jobs(Optional<LibraryCode> of, int page, int size) {
        return jobs.page(of, page, Math.min(size, Paged.LARGEST));
    }

    /** Stops after the batch in hand; what was read stays. */
    public IntakeJob cancel(String number, Staff by) {
        var of = by.is(Role.COUNCIL_ADMIN) ? Optional.<LibraryCode>empty() : Optional.of(by.library());
        var job = jobs.required(number, of);
        var at = clock.instant();
        transaction.executeWithoutResult(status -> {
            if (!jobs.cancel(number, at)) {
                throw new Refusal(IntakeRefusal.IMPORT_OVER, number);
            }
            trail.note(by.actor(), at, "import-cancelled", "import", number, job.library(), job.fileName());
        });
        return jobs.required(number, of);
    }

    /** In the order of the file. */
    public Paged<Reject> rejects(String number, Optional<LibraryCode> of, int page, int size) {
        return findings.rejects(jobs.required(number, of).number(), page, Math.min(size, Paged.LARGEST));
    }

    public Paged<IntakeWarning> warnings(String number, Optional<LibraryCode> of, int page, int size) {
        return findings.warnings(jobs.required(number, of).number(), page, Math.min(size, Paged.LARGEST));
    }

    /** One reject's bytes as they came. */
    public byte[] rejectedBytes(String number, int place, Optional<LibraryCode> of) {
        return findings.rejectedBytes(jobs.required(number, of).number(), place);
    }

    /** What the file of all rejects is called. */
    public RejectFile rejectFile(String number, Optional<LibraryCode> of) {
        return findings.rejectFile(jobs.required(number, of).number());
    }

    /** Writes all rejects into one file to mend and send again, however many there are. */
    public void writeRejects(String number, Optional<LibraryCode> of, OutputStream out) throws IOException {
        findings.writeRejects(jobs.required(number, of).number(), out);
    }

    public record RejectFile(String name, String mediaType) {}
}
