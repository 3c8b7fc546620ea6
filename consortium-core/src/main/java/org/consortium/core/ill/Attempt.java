package org.consortium.core.ill;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consortium.core.member.LibraryCode;
import org.hibernate.annotations.ColumnTransformer;

/** The asking of one lender for a request. It changes only through the request's moves. */
@Entity
public class Attempt {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private int position;

    private LibraryCode lender;

    private Long copy;

    @Enumerated(EnumType.STRING)
    private AttemptState state;

    private Instant askedAt;

    private Instant answerBy;

    private String condition = "";

    @Enumerated(EnumType.STRING)
    private DeclineReason reason;

    @Convert(converter = Columns.OfCandidates.class)
    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    private List<Candidate> candidates;

    protected Attempt() {}

    Attempt(
            int position,
            LibraryCode lender,
            long copy,
            Instant askedAt,
            Instant answerBy,
            List<Candidate> candidates) {
        this.position = position;
        this.lender = lender;
        this.copy = copy;
        this.state = AttemptState.ASKED;
        this.askedAt = askedAt;
        this.answerBy = answerBy;
        this.candidates = List.copyOf(candidates);
    }

    void becomes(AttemptState next) {
        state = next;
    }

    void offers(String text) {
        condition = text;
    }

    void declinedFor(DeclineReason why) {
        reason = why;
    }

    void answersBy(Instant until) {
        answerBy = until;
    }

    void takes(long otherCopy) {
        copy = otherCopy;
    }

    public int position() {
        return position;
    }

    public LibraryCode lender() {
        return lender;
    }

    /** The copy the lender is asked for, or has sent. */
    public long copy() {
        return copy;
    }

    public AttemptState state() {
        return state;
    }

    public boolean isGoing() {
        return !state.isOver();
    }

    public Instant askedAt() {
        return askedAt;
    }

    /** When the lender's silence counts as a no. */
    public Instant answerBy() {
        return answerBy;
    }

    public String condition() {
        return condition;
    }

    public Optional<DeclineReason> reason() {
        return Optional.ofNullable(reason);
    }

    /** Everyone who was weighed when this lender was chosen, best first. */
    public List<Candidate> candidates() {
        return candidates;
    }
}
