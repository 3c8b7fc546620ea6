package org.consortium.catalog.matching;

import org.consortium.core.union.RecordId;

/**
 * The record a changed contribution is part of so far.
 *
 * @param others the elected one among its other contributions, or null where there are none
 * @param requested whether readers wait for it
 */
record Home(RecordId record, Publication others, boolean requested) {

    boolean isEmptyWithout() {
        return others == null;
    }

    /** Nobody's request may be left with an empty record. */
    boolean mustStay() {
        return isEmptyWithout() && requested;
    }
}
