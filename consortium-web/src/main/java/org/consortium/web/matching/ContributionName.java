package org.consortium.web.matching;

import org.consortium.catalog.matching.MatchRefusal;
import org.consortium.core.Refusal;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Contribution;
import org.consortium.core.union.Contributions;

/** How a contribution stands in forms: the library and its own number of the record, {@code yunze-city/001234}. */
record ContributionName(LibraryCode library, String controlNumber) {

    static ContributionName of(Contribution contribution) {
        return new ContributionName(contribution.library(), contribution.controlNumber());
    }

    static ContributionName of(String text) {
        int slash = text.indexOf('/');
        if (slash < 1) {
            throw new IllegalArgumentException("Not a contribution: " + text);
        }
        return new ContributionName(new LibraryCode(text.substring(0, slash)), text.substring(slash + 1));
    }

    long in(Contributions contributions) {
        return contributions
                .find(library, controlNumber)
                .map(Contribution::id)
                .orElseThrow(() -> new Refusal(MatchRefusal.CONTRIBUTION_ELSEWHERE));
    }

    @Override
    public String toString() {
        return library + "/" + controlNumber;
    }
}
