package org.consortium.loans.proposal;

/** How a proposal stands. */
public enum ProposalState {
    /** Nobody has answered yet. */
    OPEN,
    /** The library orders it. */
    ORDERED,
    /** The library does not order it, and says why. */
    NOT_ORDERED,
    /** A library of the consortium has it: the answer names the record. */
    THERE
}
