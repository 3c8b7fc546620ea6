package org.consortium.core.ill;

import org.consortium.core.Reason;

/** Why something about a request is refused. */
public enum RequestRefusal implements Reason {
    REQUEST_NOT_FOUND(Kind.NOT_FOUND),
    MOVE_NOT_POSSIBLE(Kind.CONFLICT),
    REQUEST_CHANGED(Kind.CONFLICT),
    REQUEST_CLOSED(Kind.CONFLICT),
    ALREADY_REQUESTED(Kind.CONFLICT),
    ALREADY_ON_LOAN_TO_YOU(Kind.CONFLICT),
    NOTHING_TO_ASK_FOR(Kind.NOT_ALLOWED),
    NOT_YOUR_MOVE(Kind.NOT_ALLOWED),
    NO_PICKUP_HERE(Kind.NOT_ALLOWED),
    CANCEL_TOO_LATE(Kind.CONFLICT),
    CANCEL_ALREADY_ASKED(Kind.CONFLICT),
    NO_CANCEL_ASKED(Kind.CONFLICT),
    NO_LENDER_LEFT(Kind.CONFLICT),
    ASKED_BEFORE(Kind.CONFLICT),
    ATTEMPT_GOING(Kind.CONFLICT),
    WRONG_COPY(Kind.CONFLICT),
    NOT_THIS_BRANCH(Kind.CONFLICT),
    REASON_NEEDED(Kind.INVALID),
    CONDITION_NEEDED(Kind.INVALID);

    private final Kind kind;

    RequestRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
