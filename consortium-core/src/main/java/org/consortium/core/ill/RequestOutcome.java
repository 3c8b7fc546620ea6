package org.consortium.core.ill;

/** How a request ended. */
public enum RequestOutcome {
    SUPPLIED,
    NOT_SUPPLIED,
    CANCELLED_BY_READER,
    CANCELLED_BY_STAFF,
    NOT_COLLECTED,
    LOST
}
