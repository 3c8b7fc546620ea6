package org.consortium.catalog.matching;

import java.util.List;
import org.consortium.core.union.Description;

/**
 * Records of which somebody has said which are the same.
 *
 * @param pairs the pairs that were judged; null where every pair of records was
 */
record LabelledSet(String name, List<Labelled> records, List<Pair> pairs) {

    static LabelledSet whole(String name, List<Labelled> records) {
        return new LabelledSet(name, records, null);
    }

    /**
     * @param truth equal for records of the same publication
     * @param goldRush the baseline's key
     */
    record Labelled(String library, Description description, String truth, String goldRush) {}

    /** Two records by their places in the list. */
    record Pair(int one, int other, boolean same) {}
}
