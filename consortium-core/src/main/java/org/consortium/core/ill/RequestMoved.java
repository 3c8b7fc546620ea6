package org.consortium.core.ill;

import java.time.Instant;
import java.util.Optional;
import org.consortium.core.member.Actor;
import org.consortium.core.member.LibraryCode;

/**
 * Something happened to a request.
 *
 * @param move as in {@link Step#move()}
 * @param phase the phase after it
 * @param lender whose attempt it was about, where there was one
 */
public record RequestMoved(
        RequestNumber request,
        String move,
        RequestPhase phase,
        LibraryCode borrower,
        Optional<LibraryCode> lender,
        Actor by,
        Instant at,
        String remark) {}
