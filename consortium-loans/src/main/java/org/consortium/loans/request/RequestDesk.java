package org.consortium.loans.request;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.function.BiConsumer;
import org.consortium.core.Refusal;
import org.consortium.core.ill.AttemptState;
import org.consortium.core.ill.Attention;
import org.consortium.core.ill.DeclineReason;
import org.consortium.core.ill.Request;
import org.consortium.core.ill.RequestMove;
import org.consortium.core.ill.RequestNumber;
import org.consortium.core.ill.RequestOutcome;
import org.consortium.core.ill.RequestRefusal;
import org.consortium.core.ill.Requests;
import org.consortium.core.loan.Loans;
import org.consortium.core.loan.Transit;
import org.consortium.core.loan.Transits;
import org.consortium.core.member.Actor;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Branches;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Staff;
import org.consortium.core.union.Barcode;
import org.consortium.core.union.Copies;
import org.consortium.core.union.Copy;
import org.consortium.core.union.CopyStatus;
import org.consortium.core.union.RecordId;
import org.consortium.loans.DeskWork;
import org.consortium.loans.RecordTurn;
import org.consortium.loans.routing.Timetable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where requests are placed, moved and ended. Every verb is one transaction in the record's turn; staff may name the version
 * they saw, and are refused when somebody has moved the request since.
 */
@Service
public class RequestDesk {

    private final Requests requests;
    private final Copies copies;
    private final Transits transits;
    private final Loans loans;
    private final Branches branches;
    private final Placing placing;
    private final NextLender nextLender;
    private final Arrivals arrivals;
    private final ShelfTime shelfTime;
    private final RecordTurn turn;
    private final DeskWork work;
    private final Clock clock;

    RequestDesk(
            Requests requests,
            Copies copies,
            Transits transits,
            Loans loans,
            Branches branches,
            Placing placing,
            NextLender nextLender,
            Arrivals arrivals,
            ShelfTime shelfTime,
            RecordTurn turn,
            DeskWork work,
            Clock clock) {
        this.requests = requests;
        this.copies = copies;
        this.transits = transits;
        this.loans = loans;
        this.branches = branches;
        this.placing = placing;
        this.nextLender = nextLender;
        this.arrivals = arrivals;
        this.shelfTime = shelfTime;
        this.turn = turn;
        this.work = work;
        this.clock = clock;
    }

    // the reader

    public Request place(RecordId record, BranchCode pickup, long reader, Actor by) {
        return place(record, pickup, false, reader, by);
    }

    /** @param anyEdition a copy of another edition of the work will do as well */
    public Request place(RecordId record, BranchCode pickup, boolean anyEdition, long reader, Actor by) {
        return work.done(() -> whole(placing.place(record, pickup, anyEdition, reader, by)));
    }

    @Transactional(readOnly = true)
    public GetIt preview(RecordId record, Long reader, BranchCode pickup) {
        return placing.preview(record, reader, pickup);
    }

    /** By the reader or the borrower's staff. Once a lender has said yes it is a question to the lender. */
    public Request cancel(RequestNumber number, Actor by) {
        return inTurn(number, null, by, (request, at) -> {
            var going = request.going();
            request.cancel(by, at);
            if (!request.isOpen()) {
                requests.saveAndFlush(request);
                going.ifPresent(attempt -> backToShelf(copies.locked(attempt.copy()), at));
                nextLender.serveWaiting(request.record(), at);
            } else if (isBehindDesk(request) && !by.is(Actor.Kind.READER)) {
                arrivals.letGo(request, copyOf(request), by, at);
            }
        });
    }

    private static boolean isBehindDesk(Request request) {
        return request.going()
                .filter(attempt -> attempt.state() == AttemptState.RECEIVED)
                .isPresent();
    }

    /** Until a copy is promised the reader may choose another branch to collect at. */
    public Request changePickup(RequestNumber number, BranchCode pickup, Actor by) {
        return inTurn(number, null, by, (request, at) -> {
            request.collectAt(branches.required(pickup), by, at);
            request.going()
                    .filter(attempt -> attempt.lender().equals(request.borrower()))
                    .filter(attempt -> attempt.state() == AttemptState.ASKED)
                    .ifPresent(attempt -> request.accept(promise(request, at), Actor.clock(), at));
        });
    }

    // the lender

    public Request accept(RequestNumber number, Long version, Staff by) {
        return move(number, version, by, (request, at) -> {
            request.mustBeAble(RequestMove.ACCEPT, by.actor());
            request.accept(promise(request, at), by.actor(), at);
        });
    }

    public Request decline(RequestNumber number, Long version, DeclineReason why, String remark, Staff by) {
        return move(number, version, by, (request, at) -> {
            request.decline(why, remark, by.actor(), at);
            var copy = lastCopyOf(request);
            if (why == DeclineReason.NOT_ON_SHELF) {
                copy.reportMissing(at);
                copies.save(copy);
            } else {
                backToShelf(copy, at);
            }
            askAnother(request, at);
        });
    }

    /** @param condition at most 300 characters, shown to the borrower */
    public Request offerCondition(RequestNumber number, Long version, String condition, Staff by) {
        return move(number, version, by, (request, at) -> {
            var answerBy = Timetable.answerBy(branches.required(request.pickup()), at);
            request.offerCondition(condition, answerBy, by.actor(), at);
        });
    }

    /** @param copy the copy that was found, or null for the one asked for; it may be another of the same library */
    public Request pick(RequestNumber number, Long version, Barcode copy, Staff by) {
        return move(number, version, by, (request, at) -> {
            request.mustBeAble(RequestMove.PICK, by.actor());
            var asked = copyOf(request);
            var found = copy == null ? asked : copies.required(by.library(), copy);
            request.pick(found, by.actor(), at);
            if (found.id() != asked.id()) {
                copies.locked(found.id()).allot(at);
                backToShelf(asked, at);
                requests.saveAndFlush(request);
                nextLender.serveWaiting(request.record(), at);
            }
        });
    }

    public Request unpick(RequestNumber number, Long version, Staff by) {
        return move(number, version, by, (request, at) -> request.unpick(by.actor(), at));
    }

    public Request send(RequestNumber number, Long version, Staff by) {
        return move(number, version, by, (request, at) -> {
            request.send(by.actor(), at);
            var copy = copyOf(request);
            var from = copy.atBranch().orElse(copy.branch());
            if (from.equals(request.pickup())) {
                throw new Refusal(RequestRefusal.NOT_THIS_BRANCH, request.pickup());
            }
            copy.leave(at);
            copies.saveAndFlush(copy);
            transits.saveAndFlush(new Transit(copy, from, request.pickup(), Transit.Purpose.PICKUP, at));
        });
    }

    /** The copy stands at the pickup branch: it only goes behind the desk. */
    public Request setAside(RequestNumber number, Long version, Staff by) {
        return move(number, version, by, (request, at) -> {
            request.mustBeAble(RequestMove.SET_ASIDE, by.actor());
            var copy = copyOf(request);
            var pickup = branches.required(request.pickup());
            request.setAside(shelfTime.until(request, copy, pickup, at), by.actor(), at);
            if (!copy.atBranch().map(pickup.code()::equals).orElse(false)) {
                throw new Refusal(RequestRefusal.NOT_THIS_BRANCH, request.pickup());
            }
            copy.setAsideAt(pickup.code(), at);
            copies.save(copy);
        });
    }

    public Request agreeCancel(RequestNumber number, Long version, Staff by) {
        return move(number, version, by, (request, at) -> {
            request.agreeCancel(by.actor(), at);
            requests.saveAndFlush(request);
            backToShelf(lastCopyOf(request), at);
            nextLender.serveWaiting(request.record(), at);
        });
    }

    public Request refuseCancel(RequestNumber number, Long version, Staff by) {
        return move(number, version, by, (request, at) -> request.refuseCancel(by.actor(), at));
    }

    /** The copy is back at its own branch. */
    public Request takeHome(RequestNumber number, Long version, Staff by) {
        return move(number, version, by, (request, at) -> {
            request.mustBeAble(RequestMove.TAKE_HOME, by.actor());
            var attempt = request.going().orElseThrow();
            if (attempt.state() != AttemptState.SENT_HOME) {
                throw new Refusal(RequestRefusal.MOVE_NOT_POSSIBLE, RequestMove.TAKE_HOME.code(), attempt.state());
            }
            if (!attempt.lender().equals(by.library())) {
                throw new Refusal(RequestRefusal.NOT_YOUR_MOVE, RequestMove.TAKE_HOME.code());
            }
            var copy = copyOf(request);
            arrivals.comesIn(copy, branches.required(copy.branch()), by.actor(), at);
        });
    }

    // the borrower

    public Request agreeCondition(RequestNumber number, Long version, Staff by) {
        return move(number, version, by, (request, at) -> {
            request.mustBeAble(RequestMove.AGREE_CONDITION, by.actor());
            var lender = branches.required(copyOf(request).branch());
            request.agreeCondition(Timetable.answerBy(lender, at), by.actor(), at);
        });
    }

    public Request refuseCondition(RequestNumber number, Long version, Staff by) {
        return move(number, version, by, (request, at) -> {
            request.refuseCondition(by.actor(), at);
            backToShelf(lastCopyOf(request), at);
            askAnother(request, at);
        });
    }

    public Request receive(RequestNumber number, Long version, Staff by) {
        return move(number, version, by, (request, at) -> {
            request.mustBeAble(RequestMove.RECEIVE, by.actor());
            var copy = copyOf(request);
            var pickup = branches.required(request.pickup());
            request.receive(shelfTime.until(request, copy, pickup, at), by.actor(), at);
            transits.openOfCopy(copy.id()).ifPresent(transit -> {
                transit.arrive(at);
                transits.save(transit);
            });
            copy.setAsideAt(pickup.code(), at);
            copies.save(copy);
        });
    }

    /** It waited in vain, or is wanted no more: to the next reader who waits, or home. */
    public Request release(RequestNumber number, Long version, Staff by) {
        return move(number, version, by, (request, at) -> {
            request.mustBeAble(RequestMove.RELEASE, by.actor());
            arrivals.letGo(request, copyOf(request), by.actor(), at);
        });
    }

    /** Asks somebody else instead; who said no before is asked again only when nobody else is left. */
    public Request askNext(RequestNumber number, Long version, Staff by) {
        return move(number, version, by, (request, at) -> {
            if (!by.library().equals(request.borrower())) {
                throw new Refusal(RequestRefusal.NOT_YOUR_MOVE, "ask-next");
            }
            var notNow = new HashSet<LibraryCode>();
            var going = request.going();
            if (going.isPresent()) {
                notNow.add(going.get().lender());
                request.withdraw(by.actor(), at);
                backToShelf(copies.locked(going.get().copy()), at);
            }
            var search = nextLender.seek(request, by.actor(), at);
            if (search.found() == NextLender.Found.NOBODY) {
                search = nextLender.seek(request, notNow, by.actor(), at);
            }
            switch (search.found()) {
                case LATER -> request.queue(by.actor(), at);
                case NOBODY -> throw new Refusal(RequestRefusal.NO_LENDER_LEFT, number);
                default -> {
                    // somebody else is asked
                }
            }
        });
    }

    /** The borrower gives up; the reader is told. */
    public Request close(RequestNumber number, Long version, String why, Staff by) {
        return move(number, version, by, (request, at) -> {
            var lost = request.attention()
                    .filter(attention -> attention == Attention.COPY_LOST)
                    .isPresent();
            request.close(lost ? RequestOutcome.LOST : RequestOutcome.NOT_SUPPLIED, why, by.actor(), at);
        });
    }

    // both

    public Request reportLost(RequestNumber number, Long version, Staff by) {
        return move(number, version, by, (request, at) -> {
            request.mustBeAble(RequestMove.REPORT_LOST, by.actor());
            var copy = copyOf(request);
            request.reportLost(by.actor(), at);
            loans.openOfCopy(copy.id()).ifPresent(loan -> {
                loan.reportLost(at);
                loans.save(loan);
            });
            transits.openOfCopy(copy.id()).ifPresent(transit -> {
                transit.arrive(at);
                transits.save(transit);
            });
            copy.reportLost(at);
            copies.save(copy);
        });
    }

    /** The request as this member of staff may see it, with its attempts and steps. */
    @Transactional(readOnly = true)
    public Request show(RequestNumber number, Staff by) {
        return whole(requests.required(number, by.library()));
    }

    @Transactional(readOnly = true)
    public Request show(RequestNumber number, long reader) {
        return whole(requests.required(number, reader));
    }

    /** The reader has just borrowed a copy of this record at a desk; the caller has the record's turn. */
    public void hasBorrowed(long reader, RecordId record) {
        requests.openOf(reader, record).ifPresent(request -> {
            var going = request.going();
            var at = clock.instant();
            if (request.fulfilElsewhere(Actor.clock(), at)) {
                requests.saveAndFlush(request);
                going.ifPresent(attempt -> backToShelf(copies.locked(attempt.copy()), at));
                nextLender.serveWaiting(record, at);
            }
        });
    }

    // the clock

    /** The lender, or the borrower who owes an answer, has been silent too long: somebody else is asked. */
    void timeOut(RequestNumber number) {
        inTurn(number, null, Actor.clock(), (request, at) -> {
            var silent = request.going()
                    .filter(attempt -> RequestMove.TIME_OUT.startsFrom(attempt.state()))
                    .filter(attempt -> attempt.answerBy().isBefore(at));
            if (silent.isPresent()) {
                request.timeOut(Actor.clock(), at);
                backToShelf(copies.locked(silent.get().copy()), at);
                askAnother(request, at);
            }
        });
    }

    /** It was not collected in time. */
    void releaseUnclaimed(RequestNumber number) {
        inTurn(number, null, Actor.clock(), (request, at) -> {
            var today = branches.required(request.pickup()).today(at);
            if (isBehindDesk(request)
                    && request.readyUntil().filter(today::isAfter).isPresent()) {
                arrivals.letGo(request, copyOf(request), Actor.clock(), at);
            }
        });
    }

    /** Copies that have become free go to those who wait for this record. */
    void serveWaiting(RecordId record) {
        work.done(() -> {
            turn.take(record);
            nextLender.serveWaiting(record, clock.instant());
            return record;
        });
    }

    // how a move is made

    private Request move(RequestNumber number, Long version, Staff by, BiConsumer<Request, Instant> moving) {
        return inTurn(number, version, by.actor(), moving);
    }

    private Request inTurn(RequestNumber number, Long version, Actor by, BiConsumer<Request, Instant> moving) {
        return work.done(() -> {
            turn.take(number);
            var request = visible(number, by);
            if (version != null) {
                request.mustBeAt(version);
            }
            moving.accept(request, clock.instant());
            return whole(requests.saveAndFlush(request));
        });
    }

    /** A request of others is not found. */
    private Request visible(RequestNumber number, Actor by) {
        return switch (by.kind()) {
            case READER -> requests.required(number, by.id());
            case CLOCK -> requests.required(number);
            default -> requests.required(number, by.library());
        };
    }

    /** After a no: the next is asked, or the request waits for a copy to come back, or a person must look at it. */
    private void askAnother(Request request, Instant at) {
        requests.saveAndFlush(request);
        switch (nextLender.seek(request, Actor.clock(), at).found()) {
            case LATER -> request.queue(Actor.clock(), at);
            case NOBODY -> request.needAttention(Attention.NO_LENDER_LEFT, Actor.clock(), at);
            default -> {
                // another lender is asked
            }
        }
        requests.saveAndFlush(request);
        nextLender.serveWaiting(request.record(), at);
    }

    private void backToShelf(Copy copy, Instant at) {
        if (copy.is(CopyStatus.ALLOTTED)) {
            arrivals.isFree(copy, at);
        }
    }

    private Copy copyOf(Request request) {
        return copies.locked(request.going().orElseThrow().copy());
    }

    private Copy lastCopyOf(Request request) {
        var attempts = request.attempts();
        return copies.locked(attempts.get(attempts.size() - 1).copy());
    }

    private LocalDate promise(Request request, Instant at) {
        var from = branches.required(copyOf(request).branch());
        return Timetable.promise(from, branches.required(request.pickup()), at);
    }

    /** With its attempts and steps, so that it can be shown after the transaction. */
    private static Request whole(Request request) {
        request.attempts();
        request.steps();
        return request;
    }
}
