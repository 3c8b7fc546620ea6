package org.consortium.catalog.harvest;

import java.time.Instant;

/**
 * One time the records of a member were fetched.
 *
 * @param since what changed from then on was asked for; null for everything
 * @param job the import its records came in by, or null
 * @param failure why it could not be done, as a message key {@code harvest.failure.code}, or empty
 */
public record HarvestRun(
        State state,
        Instant since,
        Instant startedAt,
        Instant finishedAt,
        int pages,
        int records,
        int deleted,
        String job,
        String failure,
        String failureDetail) {

    public enum State {
        FETCHING,
        /** All pages are here; the import reads them. */
        IMPORTING,
        DONE,
        FAILED,
        CANCELLED
    }

    public boolean isOver() {
        return state != State.FETCHING && state != State.IMPORTING;
    }
}
