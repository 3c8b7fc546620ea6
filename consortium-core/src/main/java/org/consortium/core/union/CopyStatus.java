package org.consortium.core.union;

/** Where a copy is in its life; it changes only by the named moves of {@link Copy}. */
public enum CopyStatus {
    ON_SHELF,
    /** Promised to a request, still on its shelf or being picked. */
    ALLOTTED,
    IN_TRANSIT,
    /** On the shelf behind the desk, waiting for the reader who asked for it. */
    SET_ASIDE,
    ON_LOAN,
    MISSING,
    LOST,
    WITHDRAWN
}
