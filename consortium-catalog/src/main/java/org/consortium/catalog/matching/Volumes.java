package org.consortium.catalog.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consortium.catalog.text.Numerals;
import org.consortium.catalog.text.Pinyin;

/**
 * Which volumes or parts of a larger thing a record is about: 第三册, 下卷, vol. 3, Part II. Numbers in words, Roman and
 * Chinese numerals come out as digits; 上 中 下 stay words, for 下 may be the second of two or the third of three. A whole
 * set (全三册, 上下册) is about no volume.
 */
record Volumes(Set<String> numbers) {

    private static final Volumes NONE = new Volumes(Set.of());
    private static final String UNIT = "(?:分册|册|卷|辑|编|部|集|期|篇|季|回)";
    private static final Pattern WHOLE_SET = Pattern.compile(
            "[全共] ?(?:\\d+|" + Numerals.CHINESE + ") ?" + UNIT + "|上 ?中? ?下 ?(?:" + UNIT + "|(?= |$))|套装");
    private static final Pattern CHINESE_VOLUME = Pattern.compile("第 ?(\\d+|" + Numerals.CHINESE + ") ?" + UNIT
            + "|(?<= )(\\d+|" + Numerals.CHINESE + ") ?" + UNIT + "(?= |$)|(?<= )卷 ?之?(\\d+|" + Numerals.CHINESE
            + ")(?= |$)");
    private static final Pattern CHINESE_HALF = Pattern.compile("([上中下]) ?" + UNIT + "|(?<= )([上中下])(?= |$)");
    /** 大学英语 2, 高等数学Ⅱ: at the end of a Chinese title a small number counts volumes. */
    private static final Pattern CHINESE_END = Pattern.compile("(?<=\\p{IsHan}) ?(\\d{1,2}|[ivx]{1,4})$");

    private static final List<String> WESTERN_UNITS = List.of(
            "v",
            "vol",
            "vols",
            "volume",
            "volumes",
            "pt",
            "part",
            "parts",
            "book",
            "bk",
            "bd",
            "band",
            "teil",
            "t",
            "tome",
            "tom",
            "no",
            "number",
            "fasc",
            "fascicle");
    private static final Pattern WESTERN_VOLUME = Pattern.compile(
            "\\b(?:" + String.join("|", WESTERN_UNITS) + ") ?(\\d+|" + Numerals.ROMAN + "|" + Numerals.WORD + ")\\b");
    /** Without one of these a Chinese title names no part, but for a numeral at its end. */
    private static final String COUNTING = "册卷辑编部集期篇季回上下套";

    private static final Pattern NUMBER =
            Pattern.compile("\\d+|第 ?(" + Numerals.CHINESE + ")|\\b" + Numerals.ROMAN + "\\b|^[上中下]$");
    private static final Map<String, Set<String>> HALVES =
            Map.of("上", Set.of("1"), "中", Set.of("2"), "下", Set.of("2", "3"));

    /** Out of the folded title, subtitle, and number and name of the part. */
    static Volumes of(String title, String subtitle, String foldedPart) {
        var numbers = new TreeSet<String>();
        var part = withoutSet(foldedPart);
        marked(part, numbers);
        if (numbers.isEmpty()) {
            each(NUMBER, part, numbers);
        }
        marked(withoutSet(title), numbers);
        marked(withoutSet(subtitle), numbers);
        return numbers.isEmpty() ? NONE : new Volumes(numbers);
    }

    private static String withoutSet(String folded) {
        return mayCount(folded) ? WHOLE_SET.matcher(folded).replaceAll(" ") : folded;
    }

    /** A title without what it says of volumes, if anything is left of it. */
    static String without(String folded) {
        if (!mayCount(folded)) {
            return folded;
        }
        var rest = WHOLE_SET.matcher(folded).replaceAll(" ");
        for (var pattern : new Pattern[] {CHINESE_VOLUME, CHINESE_HALF, WESTERN_VOLUME, CHINESE_END}) {
            rest = pattern.matcher(rest).replaceAll(" ");
        }
        rest = rest.replaceAll(" +", " ").strip();
        return rest.isEmpty() ? folded : rest;
    }

    private static void marked(String text, Set<String> numbers) {
        if (!mayCount(text)) {
            return;
        }
        each(CHINESE_VOLUME, text, numbers);
        each(CHINESE_HALF, text, numbers);
        each(WESTERN_VOLUME, text, numbers);
        each(CHINESE_END, text, numbers);
    }

    /** Most titles count nothing: then the patterns need not be tried. */
    private static boolean mayCount(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (Character.isDigit(letter) || COUNTING.indexOf(letter) >= 0 || letter == '中' && standsAlone(text, i)) {
                return true;
            }
        }
        return endsInRoman(text) && Pinyin.hasHan(text) || namesParts(text);
    }

    private static boolean namesParts(String text) {
        int begun = 0;
        for (int end = text.indexOf(' '); end >= 0; end = text.indexOf(' ', begun)) {
            if (mayCountParts(text.substring(begun, end))) {
                return true;
            }
            begun = end + 1;
        }
        return mayCountParts(text.substring(begun));
    }

    private static boolean standsAlone(String text, int at) {
        return at > 0 && text.charAt(at - 1) == ' ' && (at + 1 == text.length() || text.charAt(at + 1) == ' ');
    }

    private static boolean endsInRoman(String text) {
        return !text.isEmpty() && "ivx".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    /** Vol, part, tom, or one of them with its numeral: pt.IV. */
    private static boolean mayCountParts(String word) {
        if (word.isEmpty() || "vpbtnf".indexOf(word.charAt(0)) < 0) {
            return false;
        }
        for (var unit : WESTERN_UNITS) {
            if (word.startsWith(unit)
                    && (word.length() == unit.length() || Numerals.isWestern(word.substring(unit.length())))) {
                return true;
            }
        }
        return false;
    }

    private static void each(Pattern pattern, String text, Set<String> numbers) {
        var found = pattern.matcher(text);
        while (found.find()) {
            var numeral = firstGroup(found);
            numbers.add(HALVES.containsKey(numeral) ? numeral : Numerals.digits(numeral));
        }
    }

    private static String firstGroup(Matcher found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.group(group) != null) {
                return found.group(group);
            }
        }
        return found.group();
    }

    boolean isNone() {
        return numbers.isEmpty();
    }

    /** Whether both are about the same volumes; a whole set is not the same as one of its volumes. */
    boolean agreeWith(Volumes other) {
        if (numbers.equals(other.numbers)) {
            return true;
        }
        if (numbers.size() != other.numbers.size()) {
            return false;
        }
        var left = new ArrayList<>(other.numbers);
        for (var number : numbers) {
            if (!left.removeIf(candidate -> same(number, candidate))) {
                return false;
            }
        }
        return left.isEmpty();
    }

    private static boolean same(String one, String other) {
        return one.equals(other)
                || HALVES.getOrDefault(one, Set.of()).contains(other)
                || HALVES.getOrDefault(other, Set.of()).contains(one);
    }
}
