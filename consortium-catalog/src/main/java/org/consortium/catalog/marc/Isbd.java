package org.consortium.catalog.marc;

/** Takes off the punctuation that cataloguing rules (ISBD) put at the end of one field to lead over to the next. */
final class Isbd {

    private static final String LEADING_OVER = " /:;=,+\u3000";

    private Isbd() {}

    /** Without what leads over to the next part; a full stop stays. */
    static String part(String text) {
        int end = text.length();
        while (end > 0 && LEADING_OVER.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        int start = 0;
        while (start < end && LEADING_OVER.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return text.substring(start, end);
    }

    /** Without a closing full stop either, unless it belongs to an abbreviation, an initial or an ellipsis. */
    static String sentence(String text) {
        var part = part(text);
        if (!part.endsWith(".") || part.endsWith("..") || endsInShortWord(part)) {
            return part;
        }
        return part(part.substring(0, part.length() - 1));
    }

    /** "Jr.", "Co.", "J.", "U.S." and their like keep their stop; a number, a long word or a bracket does not need one. */
    private static boolean endsInShortWord(String text) {
        int stop = text.length() - 1;
        int from = stop;
        while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        int length = stop - from;
        boolean inner = from > 0 && text.charAt(from - 1) == '.';
        boolean capital = length > 0 && Character.isUpperCase(text.charAt(from));
        return length == 1 || inner && length > 0 || capital && length <= 3 && from > 0 || text.endsWith("etc.");
    }

    /** A title without its stop: there an abbreviation is rare and a stop is a habit. */
    static String title(String text) {
        var part = part(text);
        int end = part.length();
        boolean initial =
                end > 2 && Character.isUpperCase(part.charAt(end - 2)) && !Character.isLetter(part.charAt(end - 3));
        return part.endsWith(".") && !part.endsWith("..") && !initial ? part(part.substring(0, end - 1)) : part;
    }
}
