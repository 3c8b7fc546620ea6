package org.consortium.catalog.matching;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consortium.catalog.text.Numerals;

/**
 * Which edition a description is of: 第三版, 3rd ed., Third edition, 修订本. A printing (第5次印刷) is no edition.
 *
 * @param number null where none is stated
 * @param revised whether it calls itself revised
 * @param words the statement, folded, without spaces
 */
record Edition(Integer number, boolean revised, String words) {

    static final Edition UNSAID = new Edition(null, false, "");

    private static final Pattern NUMBERED =
            Pattern.compile("第 ?(\\d+|" + Numerals.CHINESE + ") ?版(?!次)|(?<![\\d])(\\d{1,2}) ?(?:st|nd|rd|th|d|e)?"
                    + " ?(?:(?:rev|revised|enl|enlarged|international|intl|american|us|student|new|updated) )*"
                    + "(?:editions?|edn|ed|aufl|auflage|painos|版)\\b(?! by)|\\b(" + Numerals.ORDINAL
                    + ") (?:(?:revised|enlarged|international|american|student|updated) )*(?:edition|edn|ed)\\b"
                    + "|\\b(\\d{1,2}) e\\b|\\b(\\d{1,2})e\\b");
    private static final Pattern REVISED =
            Pattern.compile("\\b(?:rev|revised|updated|enlarged|enl|uberarb\\w*|corr|corrected)\\b|修订|增订|增补|改订|新订");
    private static final Pattern PRINTING =
            Pattern.compile("第? ?(?:\\d+|" + Numerals.CHINESE + ") ?次?印刷?|\\w* ?printing");

    /** Out of an edition statement. */
    static Edition of(String folded) {
        var statement = PRINTING.matcher(folded).replaceAll(" ").strip();
        if (statement.isEmpty()) {
            return UNSAID;
        }
        var numbered = NUMBERED.matcher(statement);
        return new Edition(
                numbered.find() ? number(numbered) : null,
                REVISED.matcher(statement).find(),
                statement.replace(" ", ""));
    }

    /** Where the cataloguer wrote the edition into the title: Computer networks (4th edition). */
    static Edition inTitle(String folded) {
        if (!mayNumber(folded)) {
            return UNSAID;
        }
        var numbered = NUMBERED.matcher(folded);
        return numbered.find()
                ? new Edition(number(numbered), false, numbered.group().replace(" ", ""))
                : UNSAID;
    }

    /** Most titles say nothing of editions: then the pattern need not be tried. */
    private static boolean mayNumber(String folded) {
        return folded.contains(" ed")
                || folded.indexOf('版') >= 0
                || folded.chars().anyMatch(Character::isDigit);
    }

    static String without(String foldedTitle) {
        if (!mayNumber(foldedTitle)) {
            return foldedTitle;
        }
        var rest = NUMBERED.matcher(foldedTitle)
                .replaceAll(" ")
                .replaceAll(" +", " ")
                .strip();
        return rest.isEmpty() ? foldedTitle : rest;
    }

    private static Integer number(Matcher found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.group(group) != null) {
                return Integer.valueOf(Numerals.digits(found.group(group)));
            }
        }
        return null;
    }

    boolean isSaid() {
        return !words.isEmpty();
    }

    boolean isSameAs(Edition other) {
        return isSaid() && other.isSaid() && number != null && number.equals(other.number) && revised == other.revised
                || isSaid() && words.equals(other.words);
    }

    /** Where one says nothing, nothing is contradicted. */
    boolean contradicts(Edition other) {
        if (!isSaid() || !other.isSaid() || isSameAs(other)) {
            return false;
        }
        if (number != null && other.number != null) {
            return !number.equals(other.number);
        }
        if (revised || other.revised) {
            return revised != other.revised;
        }
        return Title.likeness(words, other.words) < 0.5;
    }
}
