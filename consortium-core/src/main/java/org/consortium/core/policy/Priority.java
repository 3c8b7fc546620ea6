package org.consortium.core.policy;

import java.time.LocalDate;

/**
 * What an owner keeps for its own readers, and how much it takes on; the fourth table of policy.
 *
 * @param ownFirstDays days after a copy is acquired in which only the owner's readers may have it
 * @param keepCopies copies of a record that stay on the owner's shelf for its own readers
 * @param dailyCap requests of others taken a day, or null for no cap
 * @param pausedFrom first day on which no requests of others are taken, or null
 */
public record Priority(
        Scope owner, int ownFirstDays, int keepCopies, Integer dailyCap, LocalDate pausedFrom, LocalDate pausedUntil) {

    public static final Priority NONE = new Priority(Scope.CONSORTIUM, 0, 0, null, null, null);

    public boolean isPausedOn(LocalDate day) {
        return pausedFrom != null && !day.isBefore(pausedFrom) && (pausedUntil == null || !day.isAfter(pausedUntil));
    }
}
