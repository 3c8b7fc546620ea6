package org.consortium.core.ill;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consortium.core.Refusal;
import org.consortium.core.card.Reader;
import org.consortium.core.card.ReaderClass;
import org.consortium.core.member.Actor;
import org.consortium.core.member.Branch;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Copy;
import org.consortium.core.union.RecordId;
import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * One wish of a reader for one record, from Get it to the copy's homecoming. It owns the attempts, one for each lender
 * asked, and every step that was made.
 */
@Entity
public class Request extends AbstractAggregateRoot<Request> {

    private static final int LONGEST_CONDITION = 300;
    private static final Set<RequestPhase> UNASKED =
            EnumSet.of(RequestPhase.SUBMITTED, RequestPhase.REVIEW, RequestPhase.SEEKING);

    @Id
    private String number;

    private Long reader;

    @Enumerated(EnumType.STRING)
    private ReaderClass readerClass;

    private RecordId record;

    private boolean anyEdition;

    private LibraryCode borrower;

    private BranchCode pickup;

    @Enumerated(EnumType.STRING)
    private RequestPhase phase;

    @Enumerated(EnumType.STRING)
    private RequestOutcome outcome;

    @Enumerated(EnumType.STRING)
    private Attention attention;

    private Instant placedAt;

    private LocalDate promisedOn;

    private LocalDate readyUntil;

    private Instant cancelAskedAt;

    private Instant closedAt;

    private Long loan;

    private String note = "";

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true, fetch = FetchType.LAZY)
    @JoinColumn(name = "request", nullable = false, updatable = false)
    @OrderBy("position")
    private List<Attempt> attempts = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL, fetch = FetchType.LAZY)
    @JoinColumn(name = "request", nullable = false, updatable = false)
    @OrderBy("position")
    private List<Step> steps = new ArrayList<>();

    /** Nothing until it is first saved, so that saving a new one is an insert. */
    @Version
    private Long version;

    protected Request() {}

    public Request(RequestNumber number, Reader reader, RecordId record, Branch pickup, Actor by, Instant at) {
        if (!pickup.offersPickup()) {
            throw new Refusal(RequestRefusal.NO_PICKUP_HERE, pickup.name());
        }
        this.number = number.value();
        this.reader = reader.id();
        this.readerClass = reader.readerClass();
        this.record = record;
        this.borrower = pickup.library();
        this.pickup = pickup.code();
        this.phase = RequestPhase.SUBMITTED;
        this.placedAt = at;
        note(OtherStep.PLACE, by, at, "");
    }

    /** The reader ticks it while she asks: a copy of another edition of the work will do as well. */
    public void takesAnyEdition() {
        anyEdition = true;
    }

    public boolean anyEdition() {
        return anyEdition;
    }

    // finding a lender

    /** Another edition can be had, and she said that any will do: from now on the request is for that one. */
    public void turnTo(RecordId edition, Actor by, Instant at) {
        mustBeOpen();
        if (!anyEdition || going().isPresent()) {
            throw new Refusal(RequestRefusal.MOVE_NOT_POSSIBLE, OtherStep.TURN_TO_EDITION.code(), phase);
        }
        record = edition;
        note(OtherStep.TURN_TO_EDITION, by, at, edition.value());
    }

    /** Asks a lender for one of its copies; {@code answerBy} is when silence counts as a no. */
    public void ask(Copy copy, Instant answerBy, List<Candidate> candidates, Actor by, Instant at) {
        mustBeOpen();
        if (going().isPresent()) {
            throw new Refusal(RequestRefusal.ATTEMPT_GOING, number());
        }
        attempts.add(new Attempt(attempts.size() + 1, copy.library(), copy.id(), at, answerBy, candidates));
        phase = RequestPhase.SEEKING;
        attention = null;
        step(
                OtherStep.ASK.code(),
                null,
                AttemptState.ASKED,
                by,
                at,
                copy.library().value());
    }

    /** No copy is free now: the request waits for one to come back, in the order requests were placed. */
    public void queue(Actor by, Instant at) {
        mustBeOpen();
        phase = RequestPhase.SEEKING;
        attention = null;
        note(OtherStep.QUEUE, by, at, "");
    }

    /** A person at the borrower must look at it. */
    public void needAttention(Attention why, Actor by, Instant at) {
        mustBeOpen();
        attention = why;
        if (going().isEmpty()) {
            phase = RequestPhase.REVIEW;
        }
        note(OtherStep.ATTENTION, by, at, why.name());
    }

    /** The lender would, but under a condition; now the borrower must answer by {@code answerBy}. */
    public void offerCondition(String condition, Instant answerBy, Actor by, Instant at) {
        if (condition == null || condition.isBlank()) {
            throw new Refusal(RequestRefusal.CONDITION_NEEDED);
        }
        if (condition.strip().length() > LONGEST_CONDITION) {
            throw new IllegalArgumentException("A condition has at most " + LONGEST_CONDITION + " characters");
        }
        make(RequestMove.OFFER_CONDITION, by, at, condition.strip());
        lastAttempt().offers(condition.strip());
        lastAttempt().answersBy(answerBy);
        attention = Attention.LENDER_OFFERS_CONDITION;
    }

    /** The borrower agrees; now the lender must say yes or no by {@code answerBy}. */
    public void agreeCondition(Instant answerBy, Actor by, Instant at) {
        make(RequestMove.AGREE_CONDITION, by, at, "");
        lastAttempt().answersBy(answerBy);
        attention = null;
    }

    public void refuseCondition(Actor by, Instant at) {
        make(RequestMove.REFUSE_CONDITION, by, at, "");
        attention = null;
    }

    public void accept(LocalDate promise, Actor by, Instant at) {
        make(RequestMove.ACCEPT, by, at, "");
        promisedOn = promise;
    }

    public void decline(DeclineReason why, String remark, Actor by, Instant at) {
        if (why == null) {
            throw new Refusal(RequestRefusal.REASON_NEEDED);
        }
        make(RequestMove.DECLINE, by, at, Step.declined(why, remark));
        lastAttempt().declinedFor(why);
        promisedOn = null;
        cancelAskedAt = null;
    }

    /** Before a lender has said yes the borrower, or the reader, takes the question back. */
    public void withdraw(Actor by, Instant at) {
        make(RequestMove.WITHDRAW, by, at, "");
        attention = null;
    }

    public void timeOut(Actor by, Instant at) {
        make(RequestMove.TIME_OUT, by, at, "");
        attention = null;
    }

    // the copy's way to the reader

    /** The lender has this copy in hand; it may be another one than it was asked for. */
    public void pick(Copy copy, Actor by, Instant at) {
        if (!copy.library().equals(lastAttempt().lender()) || !copy.record().equals(record)) {
            throw new Refusal(RequestRefusal.WRONG_COPY, copy.barcode());
        }
        make(RequestMove.PICK, by, at, copy.barcode().value());
        lastAttempt().takes(copy.id());
    }

    public void unpick(Actor by, Instant at) {
        make(RequestMove.UNPICK, by, at, "");
    }

    public void send(Actor by, Instant at) {
        make(RequestMove.SEND, by, at, "");
    }

    public void setAside(LocalDate until, Actor by, Instant at) {
        make(RequestMove.SET_ASIDE, by, at, "");
        readyUntil = until;
    }

    public void receive(LocalDate until, Actor by, Instant at) {
        make(RequestMove.RECEIVE, by, at, "");
        readyUntil = until;
    }

    public void lend(long toLoan, Actor by, Instant at) {
        make(RequestMove.LEND, by, at, "");
        loan = toLoan;
    }

    /** The loan was a slip of the hand: the copy waits for its reader again. */
    public void undoLend(Actor by, Instant at) {
        var attempt = lastAttempt();
        if (attempt.state() != AttemptState.LENT) {
            throw new Refusal(RequestRefusal.MOVE_NOT_POSSIBLE, OtherStep.UNDO_LEND.code(), attempt.state());
        }
        var before = lastStep(RequestMove.LEND.code()).flatMap(Step::from).orElse(AttemptState.RECEIVED);
        attempt.becomes(before);
        phase = before.phase();
        loan = null;
        step(OtherStep.UNDO_LEND.code(), AttemptState.LENT, before, by, at, "");
    }

    // the way back

    public void giveBack(Actor by, Instant at) {
        make(RequestMove.RETURN, by, at, "");
    }

    public void release(Actor by, Instant at) {
        make(RequestMove.RELEASE, by, at, "");
    }

    public void takeHome(Actor by, Instant at) {
        make(RequestMove.TAKE_HOME, by, at, "");
        closeAs(endOfHomecoming(), at);
    }

    /** Handed in at a desk while another reader waits for it: this request is over, the copy goes on. */
    public void passOn(Actor by, Instant at) {
        make(RequestMove.PASS_ON, by, at, "");
        closeAs(endOfHomecoming(), at);
    }

    public void forward(Actor by, Instant at) {
        make(RequestMove.FORWARD, by, at, "");
    }

    public void keepHere(LocalDate until, Actor by, Instant at) {
        make(RequestMove.KEEP_HERE, by, at, "");
        readyUntil = until;
    }

    /** Lost after the reader had it, the request is over; lost before, a person at the borrower decides how to go on. */
    public void reportLost(Actor by, Instant at) {
        make(RequestMove.REPORT_LOST, by, at, "");
        if (loan != null) {
            closeAs(RequestOutcome.LOST, at);
        } else {
            attention = Attention.COPY_LOST;
            promisedOn = null;
        }
    }

    private RequestOutcome endOfHomecoming() {
        if (loan != null) {
            return RequestOutcome.SUPPLIED;
        }
        return cancelAskedAt == null ? RequestOutcome.NOT_COLLECTED : cancelled();
    }

    // cancelling and closing

    /**
     * The reader, or the borrower for her, wants it no more. Before a lender has said yes that is an order; after it a
     * question to the lender; once the copy travels it is too late, and once it waits at the pickup branch it goes home.
     */
    public void cancel(Actor by, Instant at) {
        mustBeOpen();
        if (!mayBeCancelledBy(by)) {
            throw new Refusal(RequestRefusal.NOT_YOUR_MOVE, OtherStep.CANCEL.code());
        }
        var outcomeIfNow =
                by.is(Actor.Kind.READER) ? RequestOutcome.CANCELLED_BY_READER : RequestOutcome.CANCELLED_BY_STAFF;
        var going = going();
        if (going.isEmpty()) {
            closeAs(outcomeIfNow, at);
            note(OtherStep.CANCEL, by, at, "");
        } else if (RequestMove.WITHDRAW.startsFrom(going.get().state())) {
            make(RequestMove.WITHDRAW, by, at, "");
            closeAs(outcomeIfNow, at);
        } else if (RequestMove.AGREE_CANCEL.startsFrom(going.get().state())
                || going.get().state() == AttemptState.RECEIVED) {
            askCancel(by, at);
        } else {
            throw new Refusal(RequestRefusal.CANCEL_TOO_LATE, phase);
        }
    }

    /** The reader has borrowed another copy at a desk meanwhile; what a lender has promised goes its way all the same. */
    public boolean fulfilElsewhere(Actor clock, Instant at) {
        var going = going();
        if (!isOpen()
                || going.isPresent()
                        && !RequestMove.WITHDRAW.startsFrom(going.get().state())) {
            return false;
        }
        if (going.isPresent()) {
            make(RequestMove.WITHDRAW, clock, at, "");
        }
        closeAs(RequestOutcome.SUPPLIED, at);
        note(OtherStep.CLOSE, clock, at, "");
        return true;
    }

    private void askCancel(Actor by, Instant at) {
        if (cancelAskedAt != null) {
            throw new Refusal(RequestRefusal.CANCEL_ALREADY_ASKED, number());
        }
        cancelAskedAt = at;
        note(OtherStep.ASK_CANCEL, by, at, "");
    }

    private boolean mayBeCancelledBy(Actor by) {
        return by.actsFor(borrower)
                || by.reader().filter(id -> id.equals(reader)).isPresent();
    }

    public void agreeCancel(Actor by, Instant at) {
        mustHaveCancelAsked();
        make(RequestMove.AGREE_CANCEL, by, at, "");
        closeAs(cancelled(), at);
    }

    private RequestOutcome cancelled() {
        return lastStep(OtherStep.ASK_CANCEL.code())
                .filter(step -> step.actor().is(Actor.Kind.READER))
                .map(step -> RequestOutcome.CANCELLED_BY_READER)
                .orElse(RequestOutcome.CANCELLED_BY_STAFF);
    }

    public void refuseCancel(Actor by, Instant at) {
        mustHaveCancelAsked();
        if (!sidesOf(by).contains(Side.LENDER)) {
            throw new Refusal(RequestRefusal.NOT_YOUR_MOVE, OtherStep.REFUSE_CANCEL.code());
        }
        cancelAskedAt = null;
        note(OtherStep.REFUSE_CANCEL, by, at, "");
    }

    private void mustHaveCancelAsked() {
        if (cancelAskedAt == null) {
            throw new Refusal(RequestRefusal.NO_CANCEL_ASKED, number());
        }
    }

    /** The borrower gives up: nobody lends it. Only without an attempt going. */
    public void close(RequestOutcome how, String why, Actor by, Instant at) {
        mustBeOpen();
        if (going().isPresent()) {
            throw new Refusal(RequestRefusal.ATTEMPT_GOING, number());
        }
        if (!by.actsFor(borrower) && !by.is(Actor.Kind.CLOCK)) {
            throw new Refusal(RequestRefusal.NOT_YOUR_MOVE, OtherStep.CLOSE.code());
        }
        closeAs(how, at);
        note(OtherStep.CLOSE, by, at, why);
    }

    /** The reader would rather collect it elsewhere; possible until a copy is on its way. */
    public void collectAt(Branch other, Actor by, Instant at) {
        mustBeOpen();
        if (!mayBeCancelledBy(by)) {
            throw new Refusal(RequestRefusal.NOT_YOUR_MOVE, OtherStep.CHANGE_PICKUP.code());
        }
        if (!UNASKED.contains(phase)) {
            throw new Refusal(RequestRefusal.MOVE_NOT_POSSIBLE, OtherStep.CHANGE_PICKUP.code(), phase);
        }
        if (!other.offersPickup()) {
            throw new Refusal(RequestRefusal.NO_PICKUP_HERE, other.name());
        }
        pickup = other.code();
        borrower = other.library();
        note(OtherStep.CHANGE_PICKUP, by, at, other.code().value());
    }

    private void closeAs(RequestOutcome how, Instant at) {
        phase = RequestPhase.CLOSED;
        outcome = how;
        attention = null;
        closedAt = at;
    }

    /** Refuses when this actor may not make the move now; changes nothing. */
    public void mustBeAble(RequestMove move, Actor by) {
        mustBeOpen();
        var from = lastAttempt().state();
        if (!move.startsFrom(from)) {
            throw new Refusal(RequestRefusal.MOVE_NOT_POSSIBLE, move.code(), from);
        }
        if (!move.isOf(sidesOf(by))) {
            throw new Refusal(RequestRefusal.NOT_YOUR_MOVE, move.code());
        }
    }

    private void make(RequestMove move, Actor by, Instant at, String remark) {
        mustBeAble(move, by);
        var attempt = lastAttempt();
        var from = attempt.state();
        attempt.becomes(move.to());
        phase = move.to().phase();
        if (phase == RequestPhase.CLOSED) {
            phase = RequestPhase.GOING_BACK;
        }
        steps.add(new Step(
                steps.size() + 1,
                move.code(),
                attempt.position(),
                from,
                move.to(),
                move.to().phase(),
                by,
                at,
                remark));
        tell(move.code(), move.to().phase(), Optional.of(attempt.lender()), by, at, remark);
    }

    private void step(String move, AttemptState from, AttemptState to, Actor by, Instant at, String remark) {
        var attempt = lastAttempt();
        steps.add(new Step(steps.size() + 1, move, attempt.position(), from, to, phase, by, at, remark));
        tell(move, phase, Optional.of(attempt.lender()), by, at, remark);
    }

    private void note(OtherStep what, Actor by, Instant at, String remark) {
        steps.add(new Step(steps.size() + 1, what.code(), null, null, null, phase, by, at, remark));
        tell(what.code(), phase, going().map(Attempt::lender), by, at, remark);
    }

    private void tell(
            String move, RequestPhase after, Optional<LibraryCode> lender, Actor by, Instant at, String remark) {
        registerEvent(new RequestMoved(number(), move, after, borrower, lender, by, at, remark));
    }

    private Optional<Step> lastStep(String move) {
        return steps.stream().filter(step -> step.move().equals(move)).reduce((earlier, later) -> later);
    }

    private void mustBeOpen() {
        if (phase == RequestPhase.CLOSED) {
            throw new Refusal(RequestRefusal.REQUEST_CLOSED, number());
        }
    }

    /** Refuses when somebody else has moved the request since it was read. */
    public void mustBeAt(long readVersion) {
        if (version == null || version != readVersion) {
            throw new Refusal(RequestRefusal.REQUEST_CHANGED, number(), phase);
        }
    }

    // who may do what

    public Set<Side> sidesOf(Actor actor) {
        var sides = EnumSet.noneOf(Side.class);
        if (actor.is(Actor.Kind.CLOCK)) {
            sides.add(Side.CLOCK);
        }
        if (actor.reader().filter(id -> id.equals(reader)).isPresent()) {
            sides.add(Side.READER);
        }
        if (actor.is(Actor.Kind.STAFF) || actor.is(Actor.Kind.LIBRARY)) {
            sides.add(Side.DESK);
        }
        if (actor.actsFor(borrower)) {
            sides.add(Side.BORROWER);
        }
        if (going().filter(attempt -> actor.actsFor(attempt.lender())).isPresent()) {
            sides.add(Side.LENDER);
        }
        return sides;
    }

    /** The moves this actor may make now without the copy in hand: what buttons and links are drawn from. */
    public List<RequestMove> movesFor(Actor actor) {
        var sides = sidesOf(actor);
        return going().map(attempt -> Arrays.stream(RequestMove.values())
                        .filter(move -> !move.needsTheCopy())
                        .filter(move -> move.startsFrom(attempt.state()) && move.isOf(sides))
                        .filter(move -> move != RequestMove.AGREE_CANCEL || cancelAskedAt != null)
                        .toList())
                .orElse(List.of());
    }

    public Optional<Attempt> going() {
        return attempts.stream().filter(Attempt::isGoing).findFirst();
    }

    private Attempt lastAttempt() {
        if (attempts.isEmpty()) {
            throw new Refusal(RequestRefusal.MOVE_NOT_POSSIBLE, phase, phase);
        }
        return attempts.get(attempts.size() - 1);
    }

    public RequestNumber number() {
        return new RequestNumber(number);
    }

    /** Nobody, once a closed request has been made anonymous. */
    public Optional<Long> reader() {
        return Optional.ofNullable(reader);
    }

    public RecordId record() {
        return record;
    }

    public LibraryCode borrower() {
        return borrower;
    }

    public BranchCode pickup() {
        return pickup;
    }

    public RequestPhase phase() {
        return phase;
    }

    public boolean isOpen() {
        return phase != RequestPhase.CLOSED;
    }

    public Optional<RequestOutcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    public Optional<Attention> attention() {
        return Optional.ofNullable(attention);
    }

    /** Waits for a copy to come back: nobody is asked, and nobody needs to look at it. */
    public boolean isQueued() {
        return phase == RequestPhase.SEEKING && attention == null && going().isEmpty();
    }

    public Instant placedAt() {
        return placedAt;
    }

    /** The day the reader was told it will be ready, once a lender has accepted. */
    public Optional<LocalDate> promisedOn() {
        return Optional.ofNullable(promisedOn);
    }

    /** The last day it waits on the shelf behind the desk. */
    public Optional<LocalDate> readyUntil() {
        return Optional.ofNullable(readyUntil);
    }

    public boolean isCancelAsked() {
        return cancelAskedAt != null && isOpen();
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    public Optional<Long> loan() {
        return Optional.ofNullable(loan);
    }

    public List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    public List<Step> steps() {
        return List.copyOf(steps);
    }

    /** Nothing before it is first saved. */
    public Long version() {
        return version;
    }
}
