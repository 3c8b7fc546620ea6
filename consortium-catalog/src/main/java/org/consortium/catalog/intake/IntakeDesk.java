package org.consortium.catalog.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.consortium.catalog.marc.MarcFamily;
import org.consortium.catalog.marc.MarcFile;
import org.consortium.catalog.marc.MarcOptions;
import org.consortium.catalog.sheet.SheetFile;
import org.consortium.catalog.sheet.SheetMapping;
import org.consortium.catalog.sheet.SheetRow;
import org.consortium.core.Paged;
import org.consortium.core.Refusal;
import org.consortium.core.member.Actor;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Branches;
import org.consortium.core.member.Libraries;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.MemberRefusal;
import org.consortium.core.member.Role;
import org.consortium.core.member.Staff;
import org.consortium.core.member.Trail;
import org.consortium.core.union.Barcode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where a library hands in a file of its records, sees how far it has come, and fetches what could not be read. Where a
 * library is optional, none means the council, which sees every import.
 */
@Service
public class IntakeDesk {

    /** What a file may look like that is no MARC and may be a list. */
    private static final Set<String> LISTS = Set.of("xlsx", "csv", "tsv", "text");

    private static final int PREVIEW = 8;

    private static final Pattern LIST_NAME = Pattern.compile("(?i).*\\.(csv|tsv|xlsx)");

    private final Libraries libraries;
    private final Branches branches;
    private final Uploads uploads;
    private final IntakeJobs jobs;
    private final IntakeFindings findings;
    private final GivenBarcodes given;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    IntakeDesk(
            Libraries libraries,
            Branches branches,
            Uploads uploads,
            IntakeJobs jobs,
            IntakeFindings findings,
            GivenBarcodes given,
            Trail trail,
            Clock clock,
            TransactionTemplate transaction) {
        this.libraries = libraries;
        this.branches = branches;
        this.uploads = uploads;
        this.jobs = jobs;
        this.findings = findings;
        this.given = given;
        this.trail = trail;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Takes a file and returns at once; it is read in the background. No transaction is open while the file comes in. A
     * list of titles waits until somebody has said what its columns tell.
     *
     * @param branch where copies stand whose location names no branch of the library
     * @throws Refusal when it is larger than the limit, empty, or neither records nor a list; nothing is kept then
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
            var list = listIn(upload, options);
            var state = list == null ? IntakeJob.State.WAITING : IntakeJob.State.MAPPING;
            var at = clock.instant();
            return transaction.execute(status -> {
                var job = jobs.add(library, branch, upload, options, list, state, by, place.today(at), at);
                trail.note(by.actor(), at, "import-started", "import", job.number(), library, job.fileName());
                return job;
            });
        } catch (RuntimeException refused) {
            uploads.remove(upload.path());
            throw refused;
        }
    }

    /**
     * Takes over a file of records that was fetched from a member's own system.
     *
     * @param handed told the number of the import, in the same transaction
     */
    public void startHarvested(
            LibraryCode library,
            BranchCode branch,
            String name,
            Path file,
            MarcFamily family,
            Consumer<String> handed) {
        var place = branches.required(branch, library);
        var upload = uploads.adopt(name, file);
        var at = clock.instant();
        transaction.executeWithoutResult(status -> {
            var job = jobs.add(
                    library,
                    branch,
                    upload,
                    new MarcOptions(family, null, 1),
                    null,
                    IntakeJob.State.WAITING,
                    null,
                    place.today(at),
                    at);
            trail.note(Actor.clock(), at, "import-started", "import", job.number(), library, job.fileName());
            handed.accept(job.number());
        });
    }

    /** What its columns seem to tell, or null where it is a file of records. */
    private SheetMapping listIn(Upload upload, MarcOptions options) {
        try {
            MarcFile.open(upload.path(), options, clock).close();
            return null;
        } catch (Refusal no) {
            if (no.arguments().stream().noneMatch(LISTS::contains)) {
                throw no;
            }
            var guessed = SheetMapping.guessed(
                    SheetFile.beginning(upload.path(), options.encoding(), 1).get(0));
            // any text with a comma could be a list; a letter is none
            if (!guessed.knowsAColumn() && !LIST_NAME.matcher(upload.fileName()).matches()) {
                throw no;
            }
            return guessed;
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

    /**
     * The first rows of a list whose columns are to be named.
     *
     * @param encoding how to read it, or null to tell by the bytes
     */
    public List<SheetRow> beginning(String number, Optional<LibraryCode> of, String encoding) {
        return SheetFile.beginning(uploads.path(jobs.fileOf(unnamed(number, of).number())), encoding, PREVIEW);
    }

    private IntakeJob unnamed(String number, Optional<LibraryCode> of) {
        var job = jobs.required(number, of);
        if (job.state() != IntakeJob.State.MAPPING) {
            throw new Refusal(IntakeRefusal.COLUMNS_NAMED, number);
        }
        return job;
    }

    /**
     * Says what the columns of a list tell; then it is read.
     *
     * @throws Refusal when that is not enough to read it by, or has been said
     */
    public IntakeJob map(String number, SheetMapping list, String encoding, Staff by) {
        return map(number, list, encoding, "", by);
    }

    /**
     * @param firstBarcode where copies without a barcode are given one: from which on, or empty to go on where the library's
     *     numbers have come to
     */
    public IntakeJob map(String number, SheetMapping list, String encoding, String firstBarcode, Staff by) {
        var of = seenBy(by);
        var library = unnamed(number, of).library();
        var named = list.checked();
        var range = named.givesBarcodes() && firstBarcode != null && !firstBarcode.isBlank()
                ? BarcodeRange.from(firstBarcode)
                : given.range(library);
        var read = encoding == null || encoding.isBlank() ? null : encoding;
        transaction.executeWithoutResult(status -> {
            if (!jobs.map(number, named, read, IntakeJob.State.WAITING)) {
                throw new Refusal(IntakeRefusal.COLUMNS_NAMED, number);
            }
            if (named.givesBarcodes()) {
                given.goOnFrom(library, range);
            }
        });
        return jobs.required(number, of);
    }

    /** The barcode the library's next copy without one is given. */
    public Barcode nextBarcode(LibraryCode library) {
        return given.range(library).barcode();
    }

    /** What an import has given, in the order of its list. */
    public Paged<GivenBarcode> givenBarcodes(String number, Optional<LibraryCode> of, int page, int size) {
        return given.of(jobs.required(number, of).number(), page, size);
    }

    private static Optional<LibraryCode> seenBy(Staff by) {
        return by.is(Role.COUNCIL_ADMIN) ? Optional.empty() : Optional.of(by.library());
    }

    /** Stops after the batch in hand; what was read stays. */
    public IntakeJob cancel(String number, Staff by) {
        var of = seenBy(by);
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
        return findings.rejectFile(jobs.required(number, of));
    }

    /** Writes all rejects into one file to mend and send again, however many there are. */
    public void writeRejects(String number, Optional<LibraryCode> of, OutputStream out) throws IOException {
        findings.writeRejects(jobs.required(number, of), out);
    }

    public record RejectFile(String name, String mediaType) {}
}
