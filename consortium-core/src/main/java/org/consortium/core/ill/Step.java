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

/** One thing that happened to a request: what, by whom, when. Steps are only added. */
@Entity(name = "RequestStep")
public class Step {

    private static final int LONGEST_NOTE = 500;

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

    /**
     * The code of a {@link RequestMove}, or place, ask, queue, cancel, ask-cancel, refuse-cancel,
     * change-pickup, undo-lend, attention, close.
     */
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

    public String note() {
        return note;
    }
}
