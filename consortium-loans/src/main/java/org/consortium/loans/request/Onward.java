package org.consortium.loans.request;

import java.util.Optional;
import org.consortium.core.ill.RequestNumber;
import org.consortium.core.member.BranchCode;

/**
 * What becomes of a copy that has come in at a branch.
 *
 * @param to the branch it goes to; the one where it is, when it stays
 * @param request the request it is for now, where there is one
 * @param odd what the owner should look into, where something is odd
 */
public record Onward(Next next, BranchCode to, Optional<RequestNumber> request, Optional<OddReturn> odd) {

    public enum Next {
        /** Back on the shelf, here. */
        SHELVE,
        /** Into the van, home. */
        SEND_HOME,
        /** On the shelf behind the desk, for the reader who asked for it. */
        SET_ASIDE,
        /** Into the van, to the branch where a reader waits. */
        SEND_TO_PICKUP,
        /** Keep it at the desk: its library must say. */
        LOOK
    }

    static Onward of(Next next, BranchCode to) {
        return new Onward(next, to, Optional.empty(), Optional.empty());
    }

    Onward forRequest(RequestNumber number) {
        return new Onward(next, to, Optional.of(number), odd);
    }

    Onward butOdd(OddReturn kind) {
        return new Onward(next, to, request, Optional.of(kind));
    }
}
