package org.consortium.loans.request;

import org.consortium.core.ill.RequestMoved;
import org.consortium.core.member.Actor;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Trail;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Every move of a request leaves a line in the trail, in the same transaction. */
@Component
class RequestTrail {

    private final Trail trail;

    RequestTrail(Trail trail) {
        this.trail = trail;
    }

    @EventListener
    void moved(RequestMoved event) {
        trail.note(
                event.by(),
                event.at(),
                "request-" + event.move(),
                "request",
                event.request(),
                whoseBusiness(event),
                detail(event));
    }

    /** The other side's: the actor's own library finds the line by its actor. */
    private static LibraryCode whoseBusiness(RequestMoved event) {
        var byBorrower = event.by().actsFor(event.borrower()) || event.by().is(Actor.Kind.READER);
        return byBorrower ? event.lender().orElse(event.borrower()) : event.borrower();
    }

    /** What people write stays with the request; here only codes. */
    private static String detail(RequestMoved event) {
        return switch (event.move()) {
            case "ask", "pick", "change-pickup", "turn-to-edition", "attention" -> event.remark();
            case "decline" -> event.remark().split(":", 2)[0];
            default -> "";
        };
    }
}
