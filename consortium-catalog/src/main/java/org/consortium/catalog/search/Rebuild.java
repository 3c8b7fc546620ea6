package org.consortium.catalog.search;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.consortium.core.Label;

/**
 * One time the search index was made anew.
 *
 * @param startedBy nobody where the program did it itself, because there was no index or one of an old form
 * @param total how many records there were when it began
 * @param done of these so far
 */
public record Rebuild(
        long id,
        Optional<Label> startedBy,
        Instant startedAt,
        long total,
        long done,
        State state,
        Optional<Instant> finishedAt) {

    /** Below that nothing can be said about how long it takes. */
    private static final int LEAST_DONE = 2;

    public enum State {
        FILLING,
        /** Everything is in it, and its pieces are joined to one. */
        JOINING,
        DONE,
        /** What served before still does. */
        FAILED
    }

    public boolean isOver() {
        return finishedAt.isPresent();
    }

    public int percent() {
        return total == 0 ? 100 : (int) Math.min(100, 100 * done / total);
    }

    /** How long it took, or takes so far. */
    public Duration took(Instant now) {
        var took = Duration.between(startedAt, finishedAt.orElse(now));
        return took.isNegative() ? Duration.ZERO : took;
    }

    /** How long filling will go on if it goes on as it did; nothing while that cannot be told. */
    public Optional<Duration> left(Instant now) {
        return state != State.FILLING || done == 0 || percent() < LEAST_DONE
                ? Optional.empty()
                : Optional.of(took(now).multipliedBy(Math.max(0, total - done)).dividedBy(done));
    }
}
