package org.consortium.core.ill;

import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;

/**
 * A library that could lend, as it was weighed when the lender was chosen: the answer to "why this library?".
 * Points run from 0 to 100 and are kept as they were then.
 *
 * @param copy the copy it would send, or null where it has none free
 * @param kilometres distance to the pickup branch, or null where a place is not known
 * @param openRequests requests it is working on
 * @param balance copies lent to others less copies borrowed, this year
 * @param points the sum that ranks it; 0 when excluded
 * @param excluded why it was not asked (a refusal's code), or the empty text
 */
public record Candidate(
        LibraryCode library,
        BranchCode branch,
        Long copy,
        Double kilometres,
        int availabilityPoints,
        int distancePoints,
        int loadPoints,
        int fairnessPoints,
        int openRequests,
        int balance,
        int points,
        String excluded) {

    public boolean canBeAsked() {
        return excluded.isEmpty();
    }
}
