package org.consortium.catalog.matching;

import java.time.Instant;
import org.consortium.core.union.RecordId;

/**
 * Something a librarian did to union records by hand.
 *
 * @param record the record that kept its id
 * @param other the record that was merged away, split off or kept apart
 * @param doneBy the login of who did it
 * @param undoneAt null while it stands
 */
public record MatchAct(
        long id,
        Kind kind,
        RecordId record,
        RecordId other,
        String reason,
        String doneBy,
        Instant doneAt,
        Instant undoneAt) {

    /** What can be done. */
    public enum Kind {
        MERGE,
        SPLIT,
        KEEP_APART
    }

    public boolean isUndone() {
        return undoneAt != null;
    }
}
