package org.consortium.catalog.text;

import java.util.regex.Pattern;

/**
 * Numbers of volumes, parts and editions as a search sees them: 第三册, 第3卷, vol. III and 三体Ⅱ all come down to the digits
 * alone, so that whoever types 3 finds each. Said of folded text, on both sides.
 */
public final class Counted {

    private static final String UNIT = "(?:分册|册|卷|辑|编|部|集|期|篇|季|版)";
    private static final Pattern CHINESE = Pattern.compile("第 ?(\\d{1,3}|" + Numerals.CHINESE + ") ?" + UNIT
            + "|(?<=^|[ \\p{IsHan}])卷 ?之?(\\d{1,3}|" + Numerals.CHINESE + ")(?= |$)");
    private static final Pattern WESTERN = Pattern.compile(
            "(?<=^| )(?:v|vol|vols|volume|volumes|pt|part|parts|book|bk|bd|band|teil|tome|no) (\\d{1,3}|[ivx]{1,5})(?= |$)"
                    + "|(?<=^| )(?:v|vol)(\\d{1,3})(?= |$)");
    private static final Pattern ROMAN_AFTER_CHINESE =
            Pattern.compile("(?<=\\p{IsHan}) ?(ii|iii|iv|v|vi|vii|viii|ix|x)(?= |$)");

    private Counted() {}

    /** The text with every such number in plain digits, between spaces; a text that counts nothing as it is. */
    public static String plain(String folded) {
        var plain = folded;
        if (folded.indexOf('第') >= 0 || folded.indexOf('卷') >= 0) {
            plain = inDigits(CHINESE, plain);
        }
        if (hasWesternNumeral(folded)) {
            plain = inDigits(WESTERN, plain);
            plain = inDigits(ROMAN_AFTER_CHINESE, plain);
        }
        return plain.equals(folded) ? folded : plain.replaceAll(" +", " ").strip();
    }

    private static String inDigits(Pattern pattern, String text) {
        return pattern.matcher(text).replaceAll(found -> {
            var numeral = found.group(1) != null ? found.group(1) : found.group(2);
            return " " + Numerals.digits(numeral) + " ";
        });
    }

    /** Whether anything is there that the patterns for western numerals could find: most titles count nothing. */
    private static boolean hasWesternNumeral(String folded) {
        boolean roman = false;
        for (int i = 0; i < folded.length(); i++) {
            char letter = folded.charAt(i);
            if (letter >= '0' && letter <= '9') {
                return true;
            }
            boolean inWord = i > 0 && isLatin(folded.charAt(i - 1));
            roman = "ivx".indexOf(letter) >= 0 && (roman || !inWord);
            if (roman && (i + 1 == folded.length() || folded.charAt(i + 1) == ' ')) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLatin(char letter) {
        return letter >= 'a' && letter <= 'z';
    }
}
