package org.consortium.catalog.matching;

import java.util.Set;
import org.consortium.core.union.RecordId;

/** What librarians keep apart: contributions from records, and records from each other. */
record Apart(Set<Pair> pairs) {

    static final Apart NOTHING = new Apart(Set.of());

    /** A contribution's number or a record, and the record it must not be part of. */
    record Pair(Object one, RecordId other) {}

    boolean is(long contribution, RecordId record) {
        return pairs.contains(new Pair(contribution, record));
    }

    boolean is(RecordId one, RecordId other) {
        return pairs.contains(new Pair(one, other));
    }
}
