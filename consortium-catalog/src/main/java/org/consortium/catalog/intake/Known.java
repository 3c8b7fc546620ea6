package org.consortium.catalog.intake;

import org.consortium.core.union.RecordId;

/** What the catalogue has under a control number so far. */
record Known(
        long id,
        RecordId record,
        String controlNumber,
        String hash,
        String family,
        String encoding,
        boolean withdrawn) {

    /** Read in another encoding the same bytes say something else. */
    boolean isSameAs(Incoming incoming) {
        return !withdrawn
                && hash.equals(incoming.hash())
                && family.equals(incoming.family())
                && encoding.equals(incoming.encoding());
    }
}
