package org.consortium.core.loan;

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
import org.consortium.core.card.Reader;
import org.consortium.core.card.ReaderClass;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.policy.LendingTerms;
import org.consortium.core.union.Copy;

/** A copy in a reader's hands, from the desk that lent it to the desk, any desk, that took it back. */
@Entity
public class Loan {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private long copy;

    private LibraryCode owner;

    private Long reader;

    @Enumerated(EnumType.STRING)
    private ReaderClass readerClass;

    private LibraryCode readerHome;

    private BranchCode lentAtBranch;

    private Instant lentAt;

    private LocalDate dueOn;

    private int renewals;

    private long terms;

    private BranchCode backAtBranch;

    private Instant backAt;

    @Enumerated(EnumType.STRING)
    private LoanEnd endState;

    @Version
    private long version;

    protected Loan() {}

    public Loan(Copy copy, Reader reader, BranchCode lentAtBranch, LendingTerms terms, LocalDate dueOn, Instant at) {
        this.copy = copy.id();
        this.owner = copy.library();
        this.reader = reader.id();
        this.readerClass = reader.readerClass();
        this.readerHome = reader.homeLibrary();
        this.lentAtBranch = lentAtBranch;
        this.terms = terms.id();
        this.dueOn = dueOn;
        this.lentAt = at;
    }

    public void takeBack(BranchCode here, Instant at) {
        end(LoanEnd.RETURNED, here, at);
    }

    /** The loan was a slip of the hand at the desk and is as if it had not been. */
    public void undo(BranchCode here, Instant at) {
        end(LoanEnd.UNDONE, here, at);
    }

    public void reportLost(Instant at) {
        end(LoanEnd.LOST, null, at);
    }

    private void end(LoanEnd how, BranchCode here, Instant at) {
        if (!isOpen()) {
            throw new Refusal(LoanRefusal.LOAN_OVER);
        }
        endState = how;
        backAtBranch = here;
        backAt = at;
    }

    /** Lends on to a later day under the terms in force; refuses when there are no renewals left or nothing is gained. */
    public void renew(LendingTerms under, LocalDate newDue) {
        if (!isOpen()) {
            throw new Refusal(LoanRefusal.LOAN_OVER);
        }
        if (!newDue.isAfter(dueOn)) {
            throw new Refusal(LoanRefusal.RENEWAL_GAINS_NOTHING, dueOn);
        }
        if (renewals >= under.renewals()) {
            throw new Refusal(LoanRefusal.RENEWALS_USED_UP, under.renewals());
        }
        renewals++;
        dueOn = newDue;
    }

    public long id() {
        return id;
    }

    public LibraryCode readerHome() {
        return readerHome;
    }

    public long copy() {
        return copy;
    }

    public LibraryCode owner() {
        return owner;
    }

    /** Nobody, once a closed loan has been made anonymous. */
    public Optional<Long> reader() {
        return Optional.ofNullable(reader);
    }

    public BranchCode lentAtBranch() {
        return lentAtBranch;
    }

    public Instant lentAt() {
        return lentAt;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    public int renewals() {
        return renewals;
    }

    public boolean isOpen() {
        return backAt == null;
    }

    public Optional<Instant> backAt() {
        return Optional.ofNullable(backAt);
    }

    public Optional<LoanEnd> end() {
        return Optional.ofNullable(endState);
    }

    public long version() {
        return version;
    }
}
