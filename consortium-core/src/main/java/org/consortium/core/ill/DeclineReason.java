package org.consortium.core.ill;

/** Why a lender says no; the names follow the reasons of ISO 18626. */
public enum DeclineReason {
    NOT_ON_SHELF,
    IN_USE,
    POOR_CONDITION,
    NOT_FOR_LOAN,
    TOO_BUSY,
    OTHER
}
