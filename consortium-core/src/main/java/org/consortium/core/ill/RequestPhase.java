package org.consortium.core.ill;

/** What a reader is told about a request, in plain words. */
public enum RequestPhase {
    SUBMITTED,
    REVIEW,
    SEEKING,
    PROMISED,
    ON_THE_WAY,
    READY,
    WITH_READER,
    GOING_BACK,
    CLOSED
}
