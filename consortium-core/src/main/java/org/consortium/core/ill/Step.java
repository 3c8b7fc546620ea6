package org.consortium.core.ill;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import org.consortium.core.member.Actor;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;

/** One thing that happened to a request: what, by whom, when. Steps are only added. */
@Entity(name = "RequestStep")
public class Step {

    private static final int LONGEST_NOTE = 500;
    private static final String REASON_ENDS = ": ";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private int position;

    private String move;

    private Integer attempt;

    @Enumerated(EnumType.STRING)
    private AttemptState fromState;

    @Enumerated(EnumType.STRING)
    private AttemptState toState;

    @Enumerated(EnumType.STRING)
    private RequestPhase phase;

    @Embedded
    private Actor actor;

    private Instant at;

    private String note;

    protected Step() {}

    Step(
            int position,
            String move,
            Integer attempt,
            AttemptState from,
            AttemptState to,
            RequestPhase phase,
            Actor actor,
            Instant at,
            String note) {
        this.position = position;
        this.move = move;
        this.attempt = attempt;
        this.fromState = from;
        this.toState = to;
        this.phase = phase;
        this.actor = actor;
        this.at = at;
        this.note = note == null ? "" : note.strip();
        if (this.note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("A remark has at most " + LONGEST_NOTE + " characters");
        }
    }

    public int position() {
        return position;
    }

    /** The code of a {@link RequestMove} or an {@link OtherStep}. */
    public String move() {
        return move;
    }

    public Optional<AttemptState> from() {
        return Optional.ofNullable(fromState);
    }

    public Optional<AttemptState> to() {
        return Optional.ofNullable(toState);
    }

    /** The request's phase after it. */
    public RequestPhase phase() {
        return phase;
    }

    public Actor actor() {
        return actor;
    }

    public Instant at() {
        return at;
    }

    /** What was written with it, by the program or by a person: see {@link #asked()}, {@link #why()}, {@link #remark()}. */
    public String note() {
        return note;
    }

    /** The library a step of asking asked. */
    public Optional<LibraryCode> asked() {
        return is(OtherStep.ASK) ? Optional.of(new LibraryCode(note)) : Optional.empty();
    }

    /** The branch the reader will collect at, once she has changed it. */
    public Optional<BranchCode> newPickup() {
        return is(OtherStep.CHANGE_PICKUP) ? Optional.of(new BranchCode(note)) : Optional.empty();
    }

    /** The lender's reason for a no, or why a person must look at it. */
    public Optional<Enum<?>> why() {
        if (is(OtherStep.ATTENTION)) {
            return Optional.of(Attention.valueOf(note));
        } else if (move.equals(RequestMove.DECLINE.code())) {
            return Optional.of(DeclineReason.valueOf(note.split(REASON_ENDS, 2)[0]));
        }
        return Optional.empty();
    }

    private boolean is(OtherStep other) {
        return move.equals(other.code());
    }

    /** What a person has written, or the barcode of the copy that was picked. */
    public String remark() {
        if (move.equals(RequestMove.DECLINE.code())) {
            var parts = note.split(REASON_ENDS, 2);
            return parts.length == 2 ? parts[1] : "";
        }
        return asked().isPresent() || newPickup().isPresent() || why().isPresent() ? "" : note;
    }

    /** The note of a lender's no. */
    static String declined(DeclineReason why, String remark) {
        return remark == null || remark.isBlank() ? why.name() : why + REASON_ENDS + remark.strip();
    }
}
