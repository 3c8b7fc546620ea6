package org.consortium.core.policy;

import java.time.LocalDate;

/** What a card of one library may do with another's books (互认), as agreed; the first of the four tables of policy. */
public record Recognition(
        long id, Scope home, Scope owner, Grade grade, LocalDate from, LocalDate until, String agreement) {

    /** From full borrowing down to nothing. */
    public enum Grade {
        BORROW,
        RETURN_AND_READ,
        READ_ONLY,
        NONE
    }

    boolean isInForceOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }
}
