package org.consortium.catalog.matching;

import java.time.Instant;
import java.util.Optional;
import org.consortium.core.Label;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.RecordId;

/**
 * Something a librarian did to union records by hand.
 *
 * @param record the record that kept its id
 * @param other the record that was merged away, split off or kept apart
 * @param undone nothing while it stands
 */
public record MatchAct(
        long id, Kind kind, RecordId record, RecordId other, String reason, Done done, Optional<Done> undone) {

    /** What can be done. */
    public enum Kind {
        MERGE,
        SPLIT,
        KEEP_APART
    }

    /** Who did it and when. */
    public record Done(String login, Label name, LibraryCode library, Instant at) {}

    public boolean stands() {
        return undone.isEmpty();
    }
}
