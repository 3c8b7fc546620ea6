package org.consortium.core.union;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.consortium.core.Refusal;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;

/** One physical book (or other thing) that a library owns, with a barcode, its home shelf and where it is now. */
@Entity
public class Copy {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private long contribution;

    /** Follows its contribution by a foreign key when records are merged or split. */
    @Column(updatable = false)
    private RecordId record;

    private LibraryCode library;

    private BranchCode branch;

    private Barcode barcode;

    private String callNumber = "";

    private String shelf = "";

    @Enumerated(EnumType.STRING)
    private ItemClass itemClass;

    private boolean inLibraryOnly;

    @Enumerated(EnumType.STRING)
    private CopyStatus status;

    private Instant statusSince;

    private BranchCode atBranch;

    private Long price;

    private String currency;

    private LocalDate acquiredOn;

    @Version
    private long version;

    protected Copy() {}

    public Copy(
            long contribution,
            RecordId record,
            LibraryCode library,
            BranchCode branch,
            Barcode barcode,
            String callNumber,
            ItemClass itemClass,
            boolean inLibraryOnly,
            LocalDate acquiredOn,
            Instant at) {
        this.contribution = contribution;
        this.record = record;
        this.library = library;
        this.branch = branch;
        this.atBranch = branch;
        this.barcode = barcode;
        this.callNumber = callNumber == null ? "" : callNumber.strip();
        this.itemClass = itemClass;
        this.inLibraryOnly = inLibraryOnly;
        this.acquiredOn = acquiredOn;
        this.status = CopyStatus.ON_SHELF;
        this.statusSince = at;
    }

    /** Promises the copy to a request: from now on nobody else may take it from the shelf. */
    public void allot(Instant at) {
        if (status != CopyStatus.ON_SHELF) {
            throw new Refusal(UnionRefusal.COPY_NOT_FREE, barcode);
        }
        becomes(CopyStatus.ALLOTTED, at);
    }

    /** Back to the shelf it stands at: the request it was promised to needs it no more. */
    public void reshelve(Instant at) {
        becomes(CopyStatus.ON_SHELF, at);
    }

    public void lend(Instant at) {
        if (status == CopyStatus.WITHDRAWN) {
            throw new Refusal(UnionRefusal.COPY_WITHDRAWN, barcode);
        }
        if (status == CopyStatus.ON_LOAN) {
            throw new Refusal(UnionRefusal.COPY_NOT_ON_SHELF, barcode);
        }
        becomes(CopyStatus.ON_LOAN, at);
        atBranch = null;
    }

    /** Leaves a branch for another; a transit says which. */
    public void leave(Instant at) {
        becomes(CopyStatus.IN_TRANSIT, at);
        atBranch = null;
    }

    /** Comes in at a branch and is put aside for the reader who asked for it. */
    public void setAsideAt(BranchCode here, Instant at) {
        atBranch = here;
        becomes(CopyStatus.SET_ASIDE, at);
    }

    /** Comes home, or is found again there: on the shelf for everyone. */
    public void shelveAt(BranchCode here, Instant at) {
        atBranch = here;
        becomes(CopyStatus.ON_SHELF, at);
    }

    public void reportMissing(Instant at) {
        becomes(CopyStatus.MISSING, at);
    }

    public void reportLost(Instant at) {
        becomes(CopyStatus.LOST, at);
        atBranch = null;
    }

    public void withdraw(Instant at) {
        if (status == CopyStatus.ON_LOAN || status == CopyStatus.ALLOTTED || status == CopyStatus.IN_TRANSIT) {
            throw new Refusal(UnionRefusal.COPY_NOT_ON_SHELF, barcode);
        }
        becomes(CopyStatus.WITHDRAWN, at);
    }

    private void becomes(CopyStatus next, Instant at) {
        status = next;
        statusSince = at;
    }

    public long id() {
        return id;
    }

    public long contribution() {
        return contribution;
    }

    public RecordId record() {
        return record;
    }

    public LibraryCode library() {
        return library;
    }

    /** The branch it belongs to, its home shelf. */
    public BranchCode branch() {
        return branch;
    }

    /** The branch it is at now; nothing while it is out or on its way. */
    public Optional<BranchCode> atBranch() {
        return Optional.ofNullable(atBranch);
    }

    public boolean isHome() {
        return branch.equals(atBranch);
    }

    public Barcode barcode() {
        return barcode;
    }

    public String callNumber() {
        return callNumber;
    }

    public String shelf() {
        return shelf;
    }

    public ItemClass itemClass() {
        return itemClass;
    }

    public boolean isInLibraryOnly() {
        return inLibraryOnly;
    }

    public CopyStatus status() {
        return status;
    }

    public boolean is(CopyStatus other) {
        return status == other;
    }

    public Instant statusSince() {
        return statusSince;
    }

    public LocalDate acquiredOn() {
        return acquiredOn;
    }

    public long version() {
        return version;
    }
}
