package org.consortium.catalog.matching;

import java.util.Locale;

/** What speaks for or against two descriptions being of one publication; how much each is worth is said by the {@link MatchRules}. */
public enum Sign {
    ISBN_SAME(75),
    /** The number stands on several different titles, or is that of a whole set: it says little by itself. */
    ISBN_SHARED(35),
    ISBN_OTHER(-50),
    ISSN_SAME(75),
    ISSN_OTHER(-60),
    /** 统一书号. */
    BOOK_NUMBER_SAME(75),
    BOOK_NUMBER_SHARED(35),
    BOOK_NUMBER_OTHER(-40),
    /** The number the same agency gave: OCLC, Library of Congress, or field 035. */
    CONTROL_NUMBER_SAME(75),
    CONTROL_NUMBER_SHARED(25),
    CONTROL_NUMBER_OTHER(-60),
    DOCUMENT_NUMBER_SAME(25),

    TITLE_SAME(50),
    /** One title is the beginning of the other, as where one cataloguer left out the subtitle. */
    TITLE_BEGINS_ALIKE(40),
    /** The title of one is a parallel, original or romanised title of the other. */
    TITLE_ELSEWHERE(40),
    /** The titles differ by misprints, particles or word order. */
    TITLE_SIMILAR(30),
    /** Much is alike, but each has a word of its own: Indiana, South Dakota. */
    TITLE_WORDS_OTHER(-30),
    TITLE_OTHER(-60),
    /** A title of many words is not given twice by chance. */
    TITLE_LONG(10),
    SUBTITLE_OTHER(-30),

    AUTHOR_SAME(20),
    /** Both are full descriptions, and neither names an author. */
    AUTHOR_NONE(10),
    AUTHOR_OTHER(-30),
    YEAR_SAME(10),
    YEAR_CLOSE(-10),
    YEAR_OTHER(-30),
    EDITION_SAME(10),
    EDITION_OTHER(-50),
    PUBLISHER_SAME(10),
    PUBLISHER_OTHER(-20),
    EXTENT_SAME(10),
    EXTENT_OTHER(-20),

    /** Every word of the two is the same, as where one record was copied from the other. */
    WORDS_SAME(20),
    /** Both are no more than a line of a list, and what the lines say agrees. */
    BOTH_LISTED(20);

    private final int points;

    Sign(int points) {
        this.points = points;
    }

    /** Hundredths, in the rules the consortium starts from. */
    int points() {
        return points;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
