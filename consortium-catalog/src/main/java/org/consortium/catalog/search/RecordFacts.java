package org.consortium.catalog.search;

import java.time.Instant;
import java.util.List;
import org.consortium.core.union.Description;

/** All that one record's document is made of, as it stands in the database. */
record RecordFacts(
        String id,
        String byline,
        Instant createdAt,
        List<Source> sources,
        List<CopyFacts> copies,
        int loans,
        LibraryTree tree) {

    /** What a member says of the record; the elected one is the first. */
    record Source(String library, Description description) {}

    record CopyFacts(
            String library, String branch, String barcode, String callNumber, boolean onShelf, boolean withdrawn) {}

    Description elected() {
        return sources.get(0).description();
    }
}
