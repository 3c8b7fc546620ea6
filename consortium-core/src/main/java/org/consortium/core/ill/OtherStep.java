package org.consortium.core.ill;

import java.util.Locale;

/** What happens to a request beside the moves of the table, and is a step of it all the same. */
enum OtherStep {
    PLACE,
    /** A lender is asked; noted with its library code. */
    ASK,
    QUEUE,
    /** Another edition can be had and will do; noted with its record. */
    TURN_TO_EDITION,
    /** A person must look at it; noted with the {@link Attention}. */
    ATTENTION,
    /** Another branch to collect at; noted with its code. */
    CHANGE_PICKUP,
    CANCEL,
    ASK_CANCEL,
    REFUSE_CANCEL,
    CLOSE,
    UNDO_LEND;

    /** Its name in steps, the trail and message keys: {@code ask-cancel}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
