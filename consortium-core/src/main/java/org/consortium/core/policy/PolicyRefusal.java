package org.consortium.core.policy;

import org.consortium.core.Reason;

/** Why the agreed rules do not allow a loan or a request. */
public enum PolicyRefusal implements Reason {
    CARD_NOT_RECOGNISED,
    NO_TERMS,
    IN_LIBRARY_ONLY,
    NOT_REQUESTABLE,
    LIMIT_READER_TOTAL,
    LIMIT_PER_OWNER,
    LIMIT_PER_ITEM_CLASS,
    LIMIT_ACTIVE_REQUESTS,
    OWN_READERS_FIRST,
    LENDING_PAUSED,
    DAILY_CAP_REACHED,
    COPIES_KEPT_HOME;

    @Override
    public Kind kind() {
        return Kind.NOT_ALLOWED;
    }
}
