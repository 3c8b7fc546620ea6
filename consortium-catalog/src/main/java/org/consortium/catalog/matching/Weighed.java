package org.consortium.catalog.matching;

import java.util.List;
import org.consortium.core.union.RecordId;

/**
 * What weighing a newcomer against one union record came to.
 *
 * @param keys under which the record was found: {@code isbn 9787020002207}, {@code title-year 红楼梦 1996}
 * @param signs codes with their hundredths, as {@code isbn-same 75}
 * @param score sum of the points against the elected contribution
 * @param vetoes codes
 * @param agreeing how many of the compared members the newcomer agrees with
 * @param compared how many were compared, the elected one among them
 */
public record Weighed(
        RecordId record,
        Band band,
        int score,
        List<String> keys,
        List<String> signs,
        List<String> vetoes,
        int agreeing,
        int compared) {}
