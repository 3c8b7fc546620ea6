package org.consortium.catalog.marc;

import java.util.Set;
import java.util.regex.Pattern;

/** Takes off the punctuation that cataloguing rules (ISBD) put at the end of one field to lead over to the next. */
final class Isbd {

    /** Narrow as ISBD has them, and wide as Chinese, Japanese and Korean records do. */
    private static final String LEADING_OVER = " /:;=,+\u3000／：；＝，＋";

    /** Abbreviations whose full stop is part of the word. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "al", "Bros", "ca", "Co", "col", "Corp", "Dept", "Dr", "ed", "eds", "Esq", "etc", "front", "ill", "illus",
            "Inc", "Jr", "Ltd", "min", "Mr", "Mrs", "no", "Ph", "port", "ports", "pt", "rev", "Sr", "St", "ser",
            "suppl", "v", "vol", "vols");

    /** {@code <<The >>sweetest fig}: words not sorted by, as some systems mark them. */
    private static final Pattern NOT_SORTED = Pattern.compile("<<([^<>]{1,20})>>");

    private Isbd() {}

    /** Without what leads over to the next part, and with single blanks; a full stop stays. */
    static String part(String text) {
        int end = text.length();
        while (end > 0 && leadsOver(text.charAt(end - 1))) {
            end--;
        }
        int start = 0;
        while (start < end && leadsOver(text.charAt(start))) {
            start++;
        }
        return singleSpaced(sorted(text.substring(start, end)));
    }

    private static String sorted(String text) {
        return text.contains("<<") ? NOT_SORTED.matcher(text).replaceAll("$1") : text;
    }

    private static boolean leadsOver(char c) {
        return LEADING_OVER.indexOf(c) >= 0;
    }

    private static String singleSpaced(String text) {
        return text.contains("  ") || text.indexOf('\u3000') >= 0 ? text.replaceAll("[ \u3000]+", " ") : text;
    }

    /** Without a closing full stop either, unless it belongs to an abbreviation, an initial or an ellipsis. */
    static String sentence(String text) {
        var part = withOneStop(part(text));
        if (part.endsWith("．") || part.endsWith(".") && !part.endsWith("..") && !endsInAbbreviation(part)) {
            return part(part.substring(0, part.length() - 1));
        }
        return part;
    }

    /** Two full stops are that of a word and that of the field; three are an ellipsis. */
    private static String withOneStop(String part) {
        return part.endsWith("..") && !part.endsWith("...") ? part.substring(0, part.length() - 1) : part;
    }

    /** "Jr.", "Co.", "J.", "U.S." and their like keep their stop; a number, a word or a bracket does not need one. */
    private static boolean endsInAbbreviation(String text) {
        int stop = text.length() - 1;
        int from = stop;
        while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        boolean latin = from < stop && text.charAt(from) < '\u0590';
        boolean afterStop = from > 0 && text.charAt(from - 1) == '.';
        return latin && (stop - from == 1 || afterStop) || ABBREVIATIONS.contains(text.substring(from, stop));
    }

    /** A title without its stop: there an abbreviation is rare and a stop is a habit. */
    static String title(String text) {
        var part = withOneStop(part(text));
        int end = part.length();
        boolean initial =
                end > 2 && Character.isUpperCase(part.charAt(end - 2)) && !Character.isLetter(part.charAt(end - 3));
        boolean stop = part.endsWith("．") || part.endsWith(".") && !part.endsWith("..") && !initial;
        return stop ? part(part.substring(0, end - 1)) : part;
    }
}
