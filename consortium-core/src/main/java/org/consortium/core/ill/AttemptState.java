package org.consortium.core.ill;

import java.util.EnumSet;
import java.util.Set;

/** Where the asking of one lender stands; the request's phase follows from it. */
public enum AttemptState {
    ASKED(RequestPhase.SEEKING),
    CONDITION_OFFERED(RequestPhase.SEEKING),
    CONDITION_ANSWERED(RequestPhase.SEEKING),
    ACCEPTED(RequestPhase.PROMISED),
    PICKED(RequestPhase.PROMISED),
    SENT(RequestPhase.ON_THE_WAY),
    RECEIVED(RequestPhase.READY),
    LENT(RequestPhase.WITH_READER),
    SENT_HOME(RequestPhase.GOING_BACK),
    HOME(RequestPhase.CLOSED),
    /** Came back and went straight on to the next reader who waits. */
    PASSED_ON(RequestPhase.CLOSED),
    DECLINED(RequestPhase.SEEKING),
    TIMED_OUT(RequestPhase.SEEKING),
    WITHDRAWN(RequestPhase.SEEKING),
    LOST(RequestPhase.REVIEW);

    private static final Set<AttemptState> OVER = EnumSet.of(HOME, PASSED_ON, DECLINED, TIMED_OUT, WITHDRAWN, LOST);

    private final RequestPhase phase;

    AttemptState(RequestPhase phase) {
        this.phase = phase;
    }

    RequestPhase phase() {
        return phase;
    }

    /** Nothing more happens with this lender. The partial unique indexes of the table attempt name the same states. */
    public boolean isOver() {
        return OVER.contains(this);
    }
}
