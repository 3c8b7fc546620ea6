package org.consortium.catalog.matching;

import java.util.Locale;
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
    /** The titles differ by misprints, particles or word order. */
    TITLE_SIMILAR,
    TITLE_DIFFERS,
    FORMAT_DIFFERS,
    PART_DIFFERS;

    private static final double SIMILAR_PART = 0.75;

    static Comparison of(Publication one, Publication other) {
        if (one.format() != other.format() || !one.special().equals(other.special())) {
            return FORMAT_DIFFERS;
        }
        if (!one.volumes().agreeWith(other.volumes()) || partNamesDiffer(one, other)) {
            return PART_DIFFERS;
        }
        var title = one.main();
        var otherTitle = other.main();
        if (title.letters().equals(otherTitle.letters())) {
            return one.whole().letters().equals(other.whole().letters())
                            && one.edition().equals(other.edition())
                            && Objects.equals(one.year(), other.year())
                    ? SAME
                    : TITLE_SAME;
        }
        if (title.begins(other.whole()) || otherTitle.begins(one.whole())) {
            return TITLE_BEGINS_ALIKE;
        }
        if (one.otherTitles().contains(otherTitle.letters())
                || other.otherTitles().contains(title.letters())) {
            return TITLE_ELSEWHERE;
        }
        return title.isSimilarTo(otherTitle) || one.whole().isSimilarTo(other.whole()) ? TITLE_SIMILAR : TITLE_DIFFERS;
    }

    private static boolean partNamesDiffer(Publication one, Publication other) {
        var part = one.part();
        var otherPart = other.part();
        if (!one.volumes().isNone() || part.equals(otherPart)) {
            return false;
        }
        if (part.isEmpty()) {
            return !one.whole().letters().contains(otherPart);
        }
        if (otherPart.isEmpty()) {
            return !other.whole().letters().contains(part);
        }
        return Title.likeness(part, otherPart) < SIMILAR_PART;
    }

    boolean isCompatible() {
        return ordinal() <= TITLE_SIMILAR.ordinal();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
