package org.consortium.catalog.matching;

import java.util.List;
import org.consortium.core.union.RecordId;

/**
 * To which union record a contribution belongs, and why.
 *
 * @param joined whether the record was there before; otherwise it is new and begins with this contribution
 * @param why the code of the leading reason: joined, new, unsure, stays, stays-alone, stays-requested, taken-over,
 *     librarian
 * @param rules the version of the rules that decided
 * @param weighed the records it was compared with that came near, the nearest first
 */
public record MatchDecision(RecordId record, boolean joined, String why, int rules, List<Weighed> weighed) {

    public MatchDecision {
        weighed = List.copyOf(weighed);
    }

    /** A librarian has said that it is this one. */
    public static MatchDecision takenOver(RecordId record) {
        return new MatchDecision(
                record, true, "taken-over", MatchRules.standard().version(), List.of());
    }

    /** The records a librarian should look at beside this one. */
    public List<Weighed> unsure() {
        return weighed.stream()
                .filter(one -> one.band() == Band.REVIEW && !one.record().equals(record))
                .toList();
    }
}
