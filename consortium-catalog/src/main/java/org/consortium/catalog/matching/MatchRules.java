package org.consortium.catalog.matching;

import java.util.EnumMap;
import java.util.Map;

/**
 * The rules by which two descriptions are told to be of one publication, as data: what each sign is worth, from how many
 * points on two records are joined or shown to a librarian, and when a key is too common to mean anything.
 *
 * @param version goes with every decision, so that decisions of older rules can be told and made again
 * @param join hundredths from which on two descriptions are joined
 * @param review hundredths from which on a librarian is asked
 * @param mostRecords a key on more records than this finds nothing any more
 * @param mostTitles a number on more different titles than this is shared by many books
 * @param points hundredths for each sign
 */
public record MatchRules(
        int version, int join, int review, int mostRecords, int mostTitles, Map<Sign, Integer> points) {

    /**
     * How texts are folded and keys are made, raised whenever one of them changes: keys made the old way no longer
     * meet keys made the new way and are made again.
     */
    public static final int KEYS_VERSION = 1;

    public MatchRules {
        var complete = new EnumMap<Sign, Integer>(Sign.class);
        for (var sign : Sign.values()) {
            complete.put(sign, points.getOrDefault(sign, sign.points()));
        }
        points = Map.copyOf(complete);
        if (version < 1 || review > join || mostRecords < 1 || mostTitles < 1) {
            throw new IllegalArgumentException("Not a set of rules: version " + version);
        }
    }

    /** What a consortium starts from. */
    public static MatchRules standard() {
        return new MatchRules(2, 90, 60, 50, 3, Map.of());
    }

    public int points(Sign sign) {
        return points.get(sign);
    }

    /** What the sign can add at most: nothing where it takes away. */
    int most(Sign sign) {
        return Math.max(0, points(sign));
    }

    Band band(int score) {
        if (score >= join) {
            return Band.JOIN;
        }
        return score >= review ? Band.REVIEW : Band.SEPARATE;
    }
}
