package org.consortium.catalog.matching;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consortium.core.Label;

/**
 * What other rules would change in a sample of contributions.
 *
 * @param version the rules tried
 * @param against the rules that were in force
 * @param size how many contributions are looked at, each with all that share a key with it
 * @param done of these so far
 * @param compared with their neighbours so many were placed
 * @param joined pairs that would become one record
 * @param separated pairs that would no longer be
 * @param asked questions librarians would be asked anew
 * @param notAsked questions that would not be asked any more
 * @param beatAt the last sign of life
 */
public record RuleSample(
        long id,
        int version,
        int against,
        int size,
        int done,
        int compared,
        int joined,
        int separated,
        int asked,
        int notAsked,
        List<Example> examples,
        Label startedBy,
        Instant startedAt,
        Instant beatAt,
        Optional<Instant> finishedAt) {

    /** What happens to a pair. */
    public enum Change {
        JOINED,
        SEPARATED,
        ASKED,
        NOT_ASKED
    }

    /** Two contributions that are treated otherwise, and how they compare by the old rules and by the new. */
    public record Example(Change change, long one, long other, Weighed before, Weighed after) {}

    public int percent() {
        return size == 0 ? 100 : (int) (100L * done / size);
    }

    public boolean over() {
        return finishedAt.isPresent();
    }
}
