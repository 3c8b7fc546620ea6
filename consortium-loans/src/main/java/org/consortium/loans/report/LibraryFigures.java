package org.consortium.loans.report;

import org.consortium.core.Label;
import org.consortium.core.member.LibraryCode;

/**
 * What one library has and does; loans and requests of the last twelve months, undone loans left out.
 *
 * @param openLoans copies lent at its desks and not back
 * @param lentToOthers its copies sent to other libraries for their readers
 * @param borrowed copies of others it received for its readers
 */
public record LibraryFigures(
        LibraryCode library,
        Label name,
        long titles,
        long copies,
        long readers,
        long openLoans,
        long loansThisYear,
        long lentToOthers,
        long borrowed) {

    /** What it gives the others more than it takes. */
    public long balance() {
        return lentToOthers - borrowed;
    }
}
