package org.consortium.core.ill;

/** Why a request waits for a person at the borrower. */
public enum Attention {
    NO_LENDER_LEFT,
    LENDER_OFFERS_CONDITION,
    COPY_LOST,
    COPY_MISSING,
    OTHER
}
