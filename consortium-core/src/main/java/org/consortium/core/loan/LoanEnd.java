package org.consortium.core.loan;

/** How a loan ended. */
public enum LoanEnd {
    RETURNED,
    UNDONE,
    LOST
}
