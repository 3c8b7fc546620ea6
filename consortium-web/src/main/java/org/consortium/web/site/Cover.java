package org.consortium.web.site;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A book as a block of cloth with a title slip: the dye is its class of the Chinese Library Classification, the size of the
 * letters follows the length of the title.
 *
 * @param clc the main class, A to Z, {@code -} when the book has none: plain cloth
 * @param slip the title as it stands on the slip
 * @param step 1 for up to four characters, 2 for up to seven, 3 for more, 4 where a Latin word would not fit on a line
 * @param label whether a paper label with horizontal lines holds the title: ten and more characters, or Latin script
 * @param mark the class number on the cloth
 */
public record Cover(String clc, String slip, int step, boolean label, String mark) {

    /** CLC has 22 main classes; L, M, W and Y are not used. */
    private static final Pattern CLASS = Pattern.compile("[A-KN-VXZ].*");

    private static final String PLAIN = "-";
    private static final Pattern REST_OF_TITLE = Pattern.compile("\\s*(?:[:：=/／;；（(]|——).*", Pattern.DOTALL);
    private static final Pattern NOT_ON_A_SLIP = Pattern.compile("[《》「」『』“”\"]");
    private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}");
    private static final Pattern LONG_WORD = Pattern.compile("\\p{IsLatin}{10,}");
    private static final int MOST_ON_A_LABEL = 22;
    private static final int MOST_LATIN_ON_A_LABEL = 44;

    /** Title and class number as they stand in a record; both may be null or empty. */
    public static Cover of(String title, String classNumber) {
        var slip = shortTitle(title == null ? "" : title.strip());
        var mark = classNumber == null ? "" : classNumber.strip().toUpperCase(Locale.ROOT);
        var length = slip.codePointCount(0, slip.length());
        var label = length >= 10 || LATIN.matcher(slip).find();
        return new Cover(clc(mark), clipped(slip), step(slip, length), label, mark);
    }

    private static int step(String slip, int length) {
        if (LONG_WORD.matcher(slip).find()) {
            return 4;
        }
        return length <= 4 ? 1 : length <= 7 ? 2 : 3;
    }

    private static String clc(String mark) {
        return CLASS.matcher(mark).matches() ? mark.substring(0, 1) : PLAIN;
    }

    private static String shortTitle(String title) {
        var proper = REST_OF_TITLE.matcher(title).replaceFirst("");
        return NOT_ON_A_SLIP
                .matcher(proper.isBlank() ? title : proper)
                .replaceAll("")
                .strip();
    }

    private static String clipped(String slip) {
        var latin = LATIN.matcher(slip).find();
        var most = latin ? MOST_LATIN_ON_A_LABEL : MOST_ON_A_LABEL;
        if (slip.codePointCount(0, slip.length()) <= most) {
            return slip;
        }
        var cut = slip.substring(0, slip.offsetByCodePoints(0, most));
        var word = latin ? cut.lastIndexOf(' ') : -1;
        return (word > most / 2 ? cut.substring(0, word) : cut) + "…";
    }
}
