package org.consortium.web.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.consortium.core.Label;
import org.consortium.core.ill.AttemptState;
import org.consortium.core.ill.Attention;
import org.consortium.core.ill.RequestOutcome;
import org.consortium.core.ill.RequestPhase;

/**
 * Everything a librarian sees of one request.
 *
 * @param reader name or alias
 * @param state of the attempt that is going, or null
 * @param deeds what she can do now, the usual one first
 * @param candidates who was weighed for the last attempt, best first
 */
record RequestFile(
        String number,
        long version,
        String record,
        String title,
        String byline,
        RequestPhase phase,
        Optional<RequestOutcome> outcome,
        Optional<Attention> attention,
        boolean cancelAsked,
        boolean queued,
        String reader,
        Label pickup,
        Label borrower,
        Label lender,
        AttemptState state,
        String barcode,
        String callNumber,
        String shelf,
        String condition,
        Instant placedAt,
        Instant answerBy,
        LocalDate promisedOn,
        LocalDate readyUntil,
        boolean canBeLent,
        List<Deed> deeds,
        List<Weighed> candidates,
        List<Event> events) {

    /** One library as it was weighed; {@code excluded} is the message key of why it was not asked, or empty. */
    record Weighed(
            Label library,
            boolean free,
            Double kilometres,
            int openRequests,
            int balance,
            int points,
            String excluded,
            boolean asked) {

        public boolean isAsked() {
            return asked;
        }
    }

    /** One step that was made; {@code by} the library whose staff made it, or null for reader and clock. */
    record Event(Instant at, String move, String actorKind, Label by, String note, RequestPhase phase) {}
}
