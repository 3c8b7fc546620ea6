package org.consortium.catalog.matching;

import org.consortium.core.union.RecordId;

/**
 * The record a changed contribution is part of so far.
 *
 * @param others its other contributions, or null where there are none
 * @param requested whether readers wait for it
 * @param kept whether a librarian has said that it belongs here
 */
record Home(RecordId record, Candidate others, boolean requested, boolean kept) {

    boolean isEmptyWithout() {
        return others == null;
    }

    /** Nobody's request may be left with an empty record, and a librarian's word stands. */
    boolean mustStay() {
        return kept || isEmptyWithout() && requested;
    }
}
