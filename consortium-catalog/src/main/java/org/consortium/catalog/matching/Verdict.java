package org.consortium.catalog.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What a librarian has said of two contributions.
 *
 * @param one the contribution that was there first
 * @param same whether they are of one publication
 * @param kind SAME, OTHER_EDITION, OTHER_VOLUME or APART
 */
record Verdict(long one, long other, boolean same, String kind) {

    static final String SAME = "SAME";
    static final String APART = "APART";

    Verdict {
        if (one > other) {
            long first = other;
            other = one;
            one = first;
        }
    }

    /** The same said of each of these with each of those. */
    static List<Verdict> across(Collection<Long> these, Collection<Long> those, boolean same, String kind) {
        var verdicts = new ArrayList<Verdict>();
        for (var one : these) {
            for (var other : those) {
                verdicts.add(new Verdict(one, other, same, kind));
            }
        }
        return verdicts;
    }
}
