package org.consortium.catalog.matching;

import java.util.List;
import org.consortium.core.union.RecordId;

/**
 * To which union record a contribution belongs, and why.
 *
 * @param joined whether the record was there before; otherwise it is new and begins with this contribution
 * @param reasons codes, the leading first, each with what it speaks of: {@code isbn 9787020002207}, {@code title-same},
 *     {@code not 0h3kd2ma part-differs}
 */
public record MatchDecision(RecordId record, boolean joined, List<String> reasons) {

    /** Which rules decided: decisions of older rules can be told and made again. */
    public static final int ALGORITHM = 1;

    public MatchDecision {
        reasons = List.copyOf(reasons);
    }

    /** A librarian has said that it is this one. */
    public static MatchDecision takenOver(RecordId record) {
        return new MatchDecision(record, true, List.of("taken-over"));
    }
}
