package org.consortium.loans.desk;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.consortium.core.loan.Loans;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Branches;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Staff;
import org.consortium.core.member.Trail;
import org.consortium.core.union.Barcode;
import org.consortium.core.union.Copies;
import org.consortium.loans.RecordTurn;
import org.consortium.loans.request.Arrivals;
import org.springframework.stereotype.Component;

/** Takes a copy back, whoever owns it, whoever had it, whatever the catalogue thinks of it. */
@Component
class TakingBack {

    private final Copies copies;
    private final Loans loans;
    private final Branches branches;
    private final Arrivals arrivals;
    private final ScannedCopy scanned;
    private final DeskSlips slips;
    private final RecordTurn turn;
    private final Trail trail;
    private final Clock clock;

    TakingBack(
            Copies copies,
            Loans loans,
            Branches branches,
            Arrivals arrivals,
            ScannedCopy scanned,
            DeskSlips slips,
            RecordTurn turn,
            Trail trail,
            Clock clock) {
        this.copies = copies;
        this.loans = loans;
        this.branches = branches;
        this.arrivals = arrivals;
        this.scanned = scanned;
        this.slips = slips;
        this.turn = turn;
        this.trail = trail;
        this.clock = clock;
    }

    /** Scanned once more it answers the same again: the copy is where the first scan left it. */
    ReturnSlip takeBack(Barcode barcode, LibraryCode owner, BranchCode at, Staff by) {
        var here = branches.required(at, by.library());
        var found = scanned.toTakeBack(barcode, owner, by.library());
        turn.take(found.record());
        var copy = copies.locked(found.id());
        var now = clock.instant();
        var open = loans.openOfCopy(copy.id());
        long daysLate = open.map(loan -> ChronoUnit.DAYS.between(loan.dueOn(), here.today(now)))
                .map(days -> Math.max(0, days))
                .orElse(0L);
        open.ifPresent(loan -> {
            loan.takeBack(here.code(), now);
            loans.saveAndFlush(loan);
        });
        var onward = arrivals.comesIn(copy, here, by.actor(), now);
        open.ifPresent(loan -> trail.note(
                by.actor(),
                now,
                "loan-returned",
                "loan",
                loan.id(),
                copy.library(),
                copy.barcode() + " " + here.code()));
        return slips.of(copy, onward, open, daysLate, here, by);
    }
}
