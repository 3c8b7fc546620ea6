package org.consortium.loans.request;

import java.time.Instant;
import java.util.Optional;
import org.consortium.core.ill.AttemptState;
import org.consortium.core.ill.Request;
import org.consortium.core.ill.Requests;
import org.consortium.core.loan.Transit;
import org.consortium.core.loan.Transits;
import org.consortium.core.member.Actor;
import org.consortium.core.member.Branch;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Branches;
import org.consortium.core.union.Copies;
import org.consortium.core.union.Copy;
import org.consortium.core.union.CopyStatus;
import org.consortium.loans.routing.Timetable;
import org.springframework.stereotype.Component;

/**
 * A copy has come in at a branch: by van, over the counter, or off the shelf behind the desk. Here it is decided what
 * becomes of it; never is it refused. The caller has the record's turn, holds the copy, and has ended its loan.
 */
@Component
public class Arrivals {

    private final Requests requests;
    private final NextLender nextLender;
    private final Copies copies;
    private final Transits transits;
    private final Branches branches;
    private final ShelfTime shelfTime;
    private final OddReturns oddReturns;

    Arrivals(
            Requests requests,
            NextLender nextLender,
            Copies copies,
            Transits transits,
            Branches branches,
            ShelfTime shelfTime,
            OddReturns oddReturns) {
        this.requests = requests;
        this.nextLender = nextLender;
        this.copies = copies;
        this.transits = transits;
        this.branches = branches;
        this.shelfTime = shelfTime;
        this.oddReturns = oddReturns;
    }

    public Onward comesIn(Copy copy, Branch here, Actor by, Instant at) {
        var going = requests.goingOfCopy(copy.id());
        if (going.isEmpty()) {
            return withoutRequest(copy, here, by, at);
        }
        var request = going.get();
        var onward = switch (request.going().orElseThrow().state()) {
            case LENT, SENT_HOME -> comesBack(request, copy, here, by, at);
            case SENT -> arrives(request, copy, here, by, at);
            case RECEIVED -> waitsAlready(request, copy, here, by, at);
            default -> isPromised(request, copy, here, by, at);
        };
        return onward.request().isPresent() ? onward : onward.forRequest(request.number());
    }

    /** The copy is promised to nobody any more: back on the shelf where it stands, or home when that is elsewhere. */
    void isFree(Copy copy, Instant at) {
        if (copy.isHome()) {
            copy.reshelve(at);
            copies.saveAndFlush(copy);
        } else {
            var here = copy.atBranch().map(branches::required).orElseThrow();
            sendOn(copy, here, copy.branch(), Transit.Purpose.HOME, at);
        }
    }

    /** The copy waited in vain, or is wanted no more: off the shelf behind the desk. */
    Onward letGo(Request request, Copy copy, Actor by, Instant at) {
        return comesBack(request, copy, branches.required(request.pickup()), by, at);
    }

    private Onward comesBack(Request request, Copy copy, Branch here, Actor by, Instant at) {
        var next = nextLender.firstFor(copy, here, at);
        if (next.isPresent()) {
            request.passOn(by, at);
            requests.saveAndFlush(request);
            return goesOn(next.get(), copy, here, by, at);
        }
        if (copy.branch().equals(here.code())) {
            request.takeHome(by, at);
            requests.saveAndFlush(request);
            return shelve(copy, here, at);
        }
        switch (request.going().orElseThrow().state()) {
            case LENT -> request.giveBack(by, at);
            case RECEIVED -> request.release(by, at);
            default -> {
                // on its way home already; it only changes vans
            }
        }
        requests.saveAndFlush(request);
        return sendOn(copy, here, copy.branch(), Transit.Purpose.HOME, at);
    }

    private Onward arrives(Request request, Copy copy, Branch here, Actor by, Instant at) {
        if (here.code().equals(request.pickup())) {
            endTransit(copy, at);
            copy.setAsideAt(here.code(), at);
            copies.save(copy);
            request.receive(shelfTime.until(request, copy, here, at), by, at);
            requests.saveAndFlush(request);
            return Onward.of(Onward.Next.SET_ASIDE, here.code());
        }
        return sendOn(copy, here, request.pickup(), Transit.Purpose.PICKUP, at);
    }

    private Onward waitsAlready(Request request, Copy copy, Branch here, Actor by, Instant at) {
        if (here.code().equals(request.pickup())) {
            return Onward.of(Onward.Next.SET_ASIDE, here.code());
        }
        if (here.code().equals(copy.branch())) {
            return comesBack(request, copy, here, by, at);
        }
        return look(copy, here, OddReturn.PROMISED, by, at);
    }

    private Onward isPromised(Request request, Copy copy, Branch here, Actor by, Instant at) {
        var promised = request.going()
                .map(attempt -> attempt.state() == AttemptState.ACCEPTED || attempt.state() == AttemptState.PICKED)
                .orElse(false);
        if (!copy.atBranch().map(here.code()::equals).orElse(false)) {
            return promised && here.code().equals(request.pickup())
                    ? arrivesUnannounced(request, copy, here, by, at)
                    : look(copy, here, OddReturn.PROMISED, by, at);
        }
        if (!promised) {
            return Onward.of(Onward.Next.SHELVE, here.code());
        }
        return here.code().equals(request.pickup())
                ? Onward.of(Onward.Next.SET_ASIDE, here.code())
                : Onward.of(Onward.Next.SEND_TO_PICKUP, request.pickup());
    }

    /** The lender sent it and forgot to scan it: what counts is that it is here. */
    private Onward arrivesUnannounced(Request request, Copy copy, Branch here, Actor by, Instant at) {
        copy.setAsideAt(here.code(), at);
        copies.saveAndFlush(copy);
        request.keepHere(shelfTime.until(request, copy, here, at), by, at);
        requests.saveAndFlush(request);
        return Onward.of(Onward.Next.SET_ASIDE, here.code());
    }

    private Onward withoutRequest(Copy copy, Branch here, Actor by, Instant at) {
        if (copy.is(CopyStatus.WITHDRAWN)) {
            return look(copy, here, OddReturn.WITHDRAWN, by, at);
        }
        var odd = oddnessOf(copy, here);
        odd.ifPresent(kind -> oddReturns.note(copy, here, kind, by, at));
        var next = nextLender.firstFor(copy, here, at);
        Onward onward;
        if (next.isPresent()) {
            onward = goesOn(next.get(), copy, here, by, at);
        } else if (copy.branch().equals(here.code())) {
            onward = shelve(copy, here, at);
        } else {
            onward = sendOn(copy, here, copy.branch(), Transit.Purpose.HOME, at);
        }
        return odd.map(onward::butOdd).orElse(onward);
    }

    private static Optional<OddReturn> oddnessOf(Copy copy, Branch here) {
        return switch (copy.status()) {
            case LOST, MISSING -> Optional.of(OddReturn.FOUND_AGAIN);
            case ON_SHELF, ALLOTTED, SET_ASIDE ->
                copy.atBranch().filter(place -> !place.equals(here.code())).map(elsewhere -> OddReturn.NOT_ON_LOAN);
            default -> Optional.empty();
        };
    }

    /** To the reader who waits: she is promised this very copy, and it stays here for her or travels from here. */
    private Onward goesOn(NextLender.Waiting waiting, Copy copy, Branch here, Actor by, Instant at) {
        var request = waiting.request();
        endTransit(copy, at);
        copy.shelveAt(here.code(), at);
        copy.allot(at);
        request.ask(copy, Timetable.answerBy(here, at), waiting.candidates(), Actor.clock(), at);
        request.accept(Timetable.promise(here, waiting.pickup(), at), Actor.clock(), at);
        if (here.code().equals(request.pickup())) {
            copy.setAsideAt(here.code(), at);
            copies.saveAndFlush(copy);
            request.keepHere(shelfTime.until(request, copy, here, at), by, at);
            requests.saveAndFlush(request);
            return Onward.of(Onward.Next.SET_ASIDE, here.code()).forRequest(request.number());
        }
        request.forward(by, at);
        requests.saveAndFlush(request);
        return sendOn(copy, here, request.pickup(), Transit.Purpose.PICKUP, at).forRequest(request.number());
    }

    private Onward shelve(Copy copy, Branch here, Instant at) {
        endTransit(copy, at);
        if (!copy.is(CopyStatus.ON_SHELF)) {
            copy.shelveAt(here.code(), at);
            copies.saveAndFlush(copy);
        }
        return Onward.of(Onward.Next.SHELVE, here.code());
    }

    private Onward sendOn(Copy copy, Branch here, BranchCode to, Transit.Purpose purpose, Instant at) {
        var open = transits.openOfCopy(copy.id());
        var leftHere = open.filter(
                transit -> transit.from().equals(here.code()) && transit.to().equals(to));
        if (leftHere.isEmpty()) {
            endTransit(copy, at);
            transits.saveAndFlush(new Transit(copy, here.code(), to, purpose, at));
            copy.leave(at);
            copies.saveAndFlush(copy);
        }
        var next = purpose == Transit.Purpose.HOME ? Onward.Next.SEND_HOME : Onward.Next.SEND_TO_PICKUP;
        return Onward.of(next, to);
    }

    private void endTransit(Copy copy, Instant at) {
        transits.openOfCopy(copy.id()).ifPresent(transit -> {
            transit.arrive(at);
            transits.saveAndFlush(transit);
        });
    }

    private Onward look(Copy copy, Branch here, OddReturn kind, Actor by, Instant at) {
        oddReturns.note(copy, here, kind, by, at);
        return Onward.of(Onward.Next.LOOK, here.code()).butOdd(kind);
    }
}
