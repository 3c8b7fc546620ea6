package org.consortium.loans.request;

/** What can be odd about a copy that is handed in; its owner looks into it. */
public enum OddReturn {
    /** It was not on loan, and is not where the catalogue says. */
    NOT_ON_LOAN,
    /** It was lost or missing. */
    FOUND_AGAIN,
    WITHDRAWN,
    /** It is promised to a request and should be somewhere else. */
    PROMISED
}
