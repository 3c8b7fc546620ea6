package org.consortium.loans.desk;

import org.consortium.core.card.CardNumber;
import org.consortium.core.ill.RequestMove;
import org.consortium.core.ill.RequestNumber;
import org.consortium.core.ill.Requests;
import org.consortium.core.member.Actor;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Branches;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Staff;
import org.consortium.core.union.Barcode;
import org.consortium.loans.DeskWork;
import org.springframework.stereotype.Service;

/** The desk where books go out and come back: any member's book to any member's reader, back at any member's desk. */
@Service
public class LoanDesk {

    private final Lending lending;
    private final TakingBack takingBack;
    private final Renewals renewals;
    private final DeskReaders readers;
    private final Requests requests;
    private final Branches branches;
    private final DeskWork work;

    LoanDesk(
            Lending lending,
            TakingBack takingBack,
            Renewals renewals,
            DeskReaders readers,
            Requests requests,
            Branches branches,
            DeskWork work) {
        this.lending = lending;
        this.takingBack = takingBack;
        this.renewals = renewals;
        this.readers = readers;
        this.requests = requests;
        this.branches = branches;
        this.work = work;
    }

    /** Refuses with everything that stands in the way. The same again within half a minute answers as before. */
    public LoanSlip lend(CardNumber card, Barcode copy, BranchCode at, Staff by) {
        return lend(card, copy, null, at, by);
    }

    /** @param owner the library on the copy's label, where the barcode alone does not tell; else null */
    public LoanSlip lend(CardNumber card, Barcode copy, LibraryCode owner, BranchCode at, Staff by) {
        return work.done(() -> lending.lend(card, copy, owner, at, by));
    }

    /** A requested copy to the reader who asked for it, by a button on the request. */
    public LoanSlip lend(RequestNumber number, Long version, BranchCode at, Staff by) {
        return work.done(() -> {
            var here = branches.required(at, by.library());
            var request = requests.required(number, by.library());
            if (version != null) {
                request.mustBeAt(version);
            }
            request.mustBeAble(RequestMove.LEND, by.actor());
            return lending.lend(request, here, by);
        });
    }

    /**
     * Never refused, but for a barcode nobody has or several have.
     *
     * @param owner the library on the copy's label, where the barcode alone does not tell; else null
     */
    public ReturnSlip takeBack(Barcode copy, LibraryCode owner, BranchCode at, Staff by) {
        return work.done(() -> takingBack.takeBack(copy, owner, at, by));
    }

    /** By the reader, or by staff of her home library, of the owner, or of the library that lent it. */
    public LoanSlip renew(long loan, Actor by) {
        return work.done(() -> renewals.renew(loan, by));
    }

    /** At any desk, by staff who have the reader's card before them. */
    public LoanSlip renew(CardNumber card, Barcode copy, Staff by) {
        return work.done(() -> renewals.renew(card, copy, by));
    }

    /** Takes a loan of today back that was a slip of the hand at this branch. */
    public void undo(long loan, BranchCode at, Staff by) {
        work.done(() -> {
            lending.undo(loan, at, by);
            return loan;
        });
    }

    /** Who stands at the desk. A look at another library's reader leaves a line in the trail. */
    public DeskReader reader(CardNumber card, BranchCode at, Staff by) {
        return work.done(() -> readers.reader(card, at, by));
    }
}
