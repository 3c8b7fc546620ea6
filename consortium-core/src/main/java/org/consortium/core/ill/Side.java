package org.consortium.core.ill;

/** Who stands where in a request. */
public enum Side {
    READER,
    /** The library of the pickup branch. */
    BORROWER,
    /** The library that is asked for its copy. */
    LENDER,
    /** Any desk of the consortium: a return is never refused. */
    DESK,
    CLOCK
}
