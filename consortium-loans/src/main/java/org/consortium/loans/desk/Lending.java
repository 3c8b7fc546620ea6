package org.consortium.loans.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.consortium.core.Refusal;
import org.consortium.core.card.CardNumber;
import org.consortium.core.card.Reader;
import org.consortium.core.card.ReaderCards;
import org.consortium.core.card.Readers;
import org.consortium.core.ill.AttemptState;
import org.consortium.core.ill.Request;
import org.consortium.core.ill.Requests;
import org.consortium.core.loan.Loan;
import org.consortium.core.loan.LoanRefusal;
import org.consortium.core.loan.Loans;
import org.consortium.core.loan.Transits;
import org.consortium.core.member.Branch;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Branches;
import org.consortium.core.member.Libraries;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.MemberRefusal;
import org.consortium.core.member.Staff;
import org.consortium.core.member.Trail;
import org.consortium.core.policy.Policy;
import org.consortium.core.union.Barcode;
import org.consortium.core.union.Copies;
import org.consortium.core.union.Copy;
import org.consortium.core.union.CopyStatus;
import org.consortium.core.union.UnionRefusal;
import org.consortium.loans.RecordTurn;
import org.consortium.loans.card.ReaderStanding;
import org.consortium.loans.request.Arrivals;
import org.consortium.loans.request.RequestDesk;
import org.consortium.loans.routing.Timetable;
import org.springframework.stereotype.Component;

/** Puts a copy into a reader's hands, and takes that back when it was a slip of the hand. */
@Component
class Lending {

    /** The same copy to the same reader twice within this time: a scanner that read twice, a button pressed twice. */
    private static final Duration DOUBLE_SCAN = Duration.ofSeconds(30);

    private final ReaderCards cards;
    private final Readers readers;
    private final Copies copies;
    private final Loans loans;
    private final Requests requests;
    private final RequestDesk requestDesk;
    private final Transits transits;
    private final Branches branches;
    private final Libraries libraries;
    private final Policy policy;
    private final ReaderStanding standing;
    private final Arrivals arrivals;
    private final ScannedCopy scanned;
    private final DeskSlips slips;
    private final RecordTurn turn;
    private final Trail trail;
    private final Clock clock;

    Lending(
            ReaderCards cards,
            Readers readers,
            Copies copies,
            Loans loans,
            Requests requests,
            RequestDesk requestDesk,
            Transits transits,
            Branches branches,
            Libraries libraries,
            Policy policy,
            ReaderStanding standing,
            Arrivals arrivals,
            ScannedCopy scanned,
            DeskSlips slips,
            RecordTurn turn,
            Trail trail,
            Clock clock) {
        this.cards = cards;
        this.readers = readers;
        this.copies = copies;
        this.loans = loans;
        this.requests = requests;
        this.requestDesk = requestDesk;
        this.transits = transits;
        this.branches = branches;
        this.libraries = libraries;
        this.policy = policy;
        this.standing = standing;
        this.arrivals = arrivals;
        this.scanned = scanned;
        this.slips = slips;
        this.turn = turn;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param owner whose copy it is where the barcode alone does not tell; else null */
    LoanSlip lend(CardNumber number, Barcode barcode, LibraryCode owner, BranchCode at, Staff by) {
        var here = branches.required(at, by.library());
        var card = cards.required(number);
        var reader = readers.locked(card.reader());
        var found = scanned.toLend(barcode, owner, reader.id(), by.library());
        turn.take(found.record());
        var now = clock.instant();
        return lend(reader, standing.refusals(reader, card, here.today(now)), copies.locked(found.id()), here, by, now);
    }

    /** A requested copy to the reader who asked for it, whom the desk knows without her card. */
    LoanSlip lend(Request request, Branch here, Staff by) {
        var reader = readers.locked(request.reader().orElseThrow());
        turn.take(request.record());
        var now = clock.instant();
        var copy = copies.locked(request.going().orElseThrow().copy());
        return lend(reader, standing.refusals(reader, here.today(now)), copy, here, by, now);
    }

    private LoanSlip lend(Reader reader, List<Refusal> cardIsBad, Copy copy, Branch here, Staff by, Instant now) {
        var open = loans.openOfCopy(copy.id());
        if (open.isPresent()) {
            return alreadyLent(open.get(), reader, here, now);
        }
        if (copy.is(CopyStatus.LOST)) {
            throw new Refusal(LoanRefusal.COPY_LOST, copy.barcode());
        }
        if (copy.is(CopyStatus.WITHDRAWN)) {
            throw new Refusal(UnionRefusal.COPY_WITHDRAWN, copy.barcode());
        }
        var going = requests.goingOfCopy(copy.id());
        going.ifPresent(request -> mustNotBeAnothers(request, reader, copy));
        var refusals = new ArrayList<>(cardIsBad);
        refusals.addAll(suspended(copy.library(), here.library()));
        var verdict = policy.mayBorrow(reader, copy, standing.commitments(reader.id()), here.today(now));
        refusals.addAll(verdict.refusals());
        if (!refusals.isEmpty()) {
            throw Refusal.of(refusals);
        }
        going.ifPresent(request -> makeReady(request, copy, here, by, now));
        endTransit(copy, now);
        copy.lend(now);
        copies.saveAndFlush(copy);
        var due = Timetable.due(here, verdict.terms().loanDays(), now);
        var loan = loans.saveAndFlush(new Loan(copy, reader, here.code(), verdict.terms(), due, now));
        going.filter(Request::isOpen).ifPresent(request -> {
            request.lend(loan.id(), by.actor(), now);
            requests.saveAndFlush(request);
        });
        if (going.filter(Request::isOpen).isEmpty()) {
            requestDesk.hasBorrowed(reader.id(), copy.record());
        }
        trail.note(by.actor(), now, "loan-made", "loan", loan.id(), copy.library(), copy.barcode() + " " + due);
        return slips.of(loan, reader, false);
    }

    private LoanSlip alreadyLent(Loan loan, Reader reader, Branch here, Instant now) {
        if (loan.reader().filter(id -> id == reader.id()).isEmpty()) {
            throw new Refusal(LoanRefusal.COPY_ALREADY_LENT);
        }
        var justNow = loan.lentAtBranch().equals(here.code())
                && Duration.between(loan.lentAt(), now).compareTo(DOUBLE_SCAN) < 0;
        if (!justNow) {
            throw new Refusal(LoanRefusal.COPY_LENT_TO_THIS_READER, loan.dueOn());
        }
        return slips.of(loan, reader, true);
    }

    /** A copy on its way home is nobody's; any other that serves a request is its reader's alone. */
    private static void mustNotBeAnothers(Request request, Reader reader, Copy copy) {
        var isHers = request.reader().filter(id -> id == reader.id()).isPresent();
        if (!isHers && stateOf(request) != AttemptState.SENT_HOME) {
            throw new Refusal(LoanRefusal.COPY_PROMISED, copy.barcode());
        }
    }

    private void makeReady(Request request, Copy copy, Branch here, Staff by, Instant now) {
        switch (stateOf(request)) {
            case SENT_HOME -> {
                request.passOn(by.actor(), now);
                requests.saveAndFlush(request);
            }
            case SENT -> arrivals.comesIn(copy, here, by.actor(), now);
            default -> {
                // waits here, or stands at the lender's
            }
        }
    }

    private static AttemptState stateOf(Request request) {
        return request.going().orElseThrow().state();
    }

    private List<Refusal> suspended(LibraryCode owner, LibraryCode desk) {
        return List.of(owner, desk).stream()
                .distinct()
                .map(libraries::required)
                .filter(library -> !library.takesPart())
                .map(library -> new Refusal(MemberRefusal.LIBRARY_SUSPENDED, library.name()))
                .toList();
    }

    private void endTransit(Copy copy, Instant now) {
        transits.openOfCopy(copy.id()).ifPresent(transit -> {
            transit.arrive(now);
            transits.saveAndFlush(transit);
        });
    }

    /** Only a loan of today, of this branch, that has not been renewed. */
    void undo(long id, BranchCode at, Staff by) {
        var here = branches.required(at, by.library());
        turn.takeOfCopy(loans.required(id).copy());
        var loan = loans.required(id);
        var copy = copies.locked(loan.copy());
        var now = clock.instant();
        if (!loan.lentAtBranch().equals(here.code())) {
            throw new Refusal(LoanRefusal.LOAN_NOT_FOUND);
        }
        if (!loan.isOpen() || loan.renewals() > 0 || !here.today(loan.lentAt()).equals(here.today(now))) {
            throw new Refusal(LoanRefusal.NOTHING_TO_UNDO);
        }
        loan.undo(here.code(), now);
        loans.saveAndFlush(loan);
        trail.note(
                by.actor(),
                now,
                "loan-undone",
                "loan",
                id,
                copy.library(),
                copy.barcode().value());
        requests.goingOfCopy(copy.id())
                .ifPresentOrElse(
                        request -> backToItsRequest(request, copy, here, by, now),
                        () -> arrivals.comesIn(copy, here, by.actor(), now));
    }

    private void backToItsRequest(Request request, Copy copy, Branch here, Staff by, Instant now) {
        request.undoLend(by.actor(), now);
        if (stateOf(request) == AttemptState.RECEIVED) {
            copy.setAsideAt(here.code(), now);
        } else {
            copy.shelveAt(here.code(), now);
            copy.allot(now);
        }
        copies.saveAndFlush(copy);
        requests.saveAndFlush(request);
    }
}
