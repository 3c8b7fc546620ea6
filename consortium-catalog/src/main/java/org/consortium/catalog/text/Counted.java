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
        if (!mayCount(folded)) {
            return folded;
        }
        var plain = folded;
        for (var pattern : new Pattern[] {CHINESE, WESTERN, ROMAN_AFTER_CHINESE}) {
            plain = pattern.matcher(plain).replaceAll(found -> {
                var numeral = found.group(1) != null ? found.group(1) : found.group(2);
                return " " + Numerals.digits(numeral) + " ";
            });
        }
        return plain.equals(folded) ? folded : plain.replaceAll(" +", " ").strip();
    }

    /** Most Chinese titles count nothing, and show it at a glance. */
    private static boolean mayCount(String folded) {
        return folded.chars()
                .anyMatch(character -> character < 128 && character != ' ' || character == '第' || character == '卷');
    }
}
