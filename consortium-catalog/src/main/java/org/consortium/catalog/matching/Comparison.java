package org.consortium.catalog.matching;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What comparing two publications that share a number shows. Its code stands among the reasons of a decision. */
enum Comparison {
    /** Title, part, edition and year are the same. */
    SAME,
    TITLE_SAME,
    /** One title is the beginning of the other, as where one cataloguer left out the subtitle. */
    TITLE_BEGINS_ALIKE,
    /** The title of one is a parallel, original or romanised title of the other. */
    TITLE_ELSEWHERE,
    /** The titles differ by misprints, abbreviations or word order. */
    TITLE_SIMILAR,
    TITLE_DIFFERS,
    FORMAT_DIFFERS,
    PART_DIFFERS;

    private static final double SIMILAR = 0.75;
    /** A shorter beginning would fit too many titles; one Chinese character says as much as three letters. */
    private static final int SHORTEST_BEGINNING = 6;

    static Comparison of(Publication one, Publication other) {
        if (one.format() != other.format() || !one.special().equals(other.special())) {
            return FORMAT_DIFFERS;
        }
        if (!one.volumes().agreeWith(other.volumes()) || partNamesDiffer(one, other)) {
            return PART_DIFFERS;
        }
        if (one.main().equals(other.main())) {
            return one.whole().equals(other.whole())
                            && one.edition().equals(other.edition())
                            && Objects.equals(one.year(), other.year())
                    ? SAME
                    : TITLE_SAME;
        }
        if (beginsAlike(one, other)) {
            return TITLE_BEGINS_ALIKE;
        }
        if (one.others().contains(other.main()) || other.others().contains(one.main())) {
            return TITLE_ELSEWHERE;
        }
        return likeness(one.main(), other.main()) >= SIMILAR || likeness(one.whole(), other.whole()) >= SIMILAR
                ? TITLE_SIMILAR
                : TITLE_DIFFERS;
    }

    private static boolean partNamesDiffer(Publication one, Publication other) {
        if (!one.volumes().isNone() || one.part().equals(other.part())) {
            return false;
        }
        if (one.part().isEmpty() || other.part().isEmpty()) {
            var named = one.part().isEmpty() ? other : one;
            var unnamed = one.part().isEmpty() ? one : other;
            return !unnamed.whole().contains(named.part());
        }
        return likeness(one.part(), other.part()) < SIMILAR;
    }

    private static boolean beginsAlike(Publication one, Publication other) {
        var shorter = one.main().length() <= other.main().length() ? one : other;
        var longer = shorter == one ? other : one;
        int weight = shorter.main()
                .codePoints()
                .map(character -> Character.isIdeographic(character) ? 3 : 1)
                .sum();
        return weight >= SHORTEST_BEGINNING && longer.whole().startsWith(shorter.main());
    }

    /** Share of neighbouring pairs of characters that both have (Dice): 1 where all, 0 where none. */
    static double likeness(String one, String other) {
        if (one.length() < 2 || other.length() < 2) {
            return one.equals(other) ? 1 : 0;
        }
        Map<Integer, Integer> pairs = new HashMap<>();
        for (int i = 0; i + 1 < one.length(); i++) {
            pairs.merge(pair(one, i), 1, Integer::sum);
        }
        int shared = 0;
        for (int i = 0; i + 1 < other.length(); i++) {
            if (pairs.merge(pair(other, i), -1, Integer::sum) >= 0) {
                shared++;
            }
        }
        return 2.0 * shared / (one.length() + other.length() - 2);
    }

    private static int pair(String text, int at) {
        return text.charAt(at) << 16 | text.charAt(at + 1);
    }

    boolean isCompatible() {
        return ordinal() <= TITLE_SIMILAR.ordinal();
    }

    String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
