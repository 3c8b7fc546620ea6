package org.consortium.loans.request;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.consortium.core.Label;
import org.consortium.core.Refusal;
import org.consortium.core.member.Branch;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;

/**
 * What Get it would bring, before it is pressed.
 *
 * @param refusals everything that stands in the way
 * @param estimatedReady the day it would be ready, or null while nobody can lend it now
 * @param lender the library that would be asked first, or null
 * @param waitingBefore how many readers would be served before
 * @param todayNearby a copy on a shelf not far away, for who would rather go there
 * @param pickups where it could be collected
 */
public record GetIt(
        boolean possible,
        List<Refusal> refusals,
        LocalDate estimatedReady,
        LibraryCode lender,
        int waitingBefore,
        Optional<NearbyCopy> todayNearby,
        List<Branch> pickups,
        BranchCode suggestedPickup) {

    /**
     * A copy on the shelf of a branch that is open today.
     *
     * @param kilometres from the pickup branch, as the crow flies
     */
    public record NearbyCopy(BranchCode branch, Label name, double kilometres, LocalTime openUntil) {}
}
