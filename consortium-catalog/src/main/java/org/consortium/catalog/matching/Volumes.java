package org.consortium.catalog.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consortium.core.union.Description;

/**
 * Which volumes or parts of a larger thing a record is about: 第三册, 下卷, vol. 3, Part II. Numbers in words, Roman and
 * Chinese numerals come out as digits; 上 中 下 stay words, for 下 may be the second of two or the third of three.
 */
record Volumes(Set<String> numbers) {

    private static final String CHINESE = "[一二三四五六七八九十百〇零两]+";
    private static final String UNIT = "(?:分册|册|卷|辑|编|部|集|期|篇|季)";
    private static final Pattern CHINESE_VOLUME = Pattern.compile(
            "第 ?(\\d+|" + CHINESE + ") ?" + UNIT + "|(?<= )(\\d+|" + CHINESE + ") ?" + UNIT + "(?= |$)");
    private static final Pattern CHINESE_HALF = Pattern.compile("([上中下]) ?" + UNIT);
    private static final Pattern WESTERN_VOLUME =
            Pattern.compile("\\b(?:v|vol|vols|volume|volumes|pt|part|parts|book|bk|bd|band|teil|t|tome|tom|no|number) ?"
                    + "(\\d+|[ivxlc]+|one|two|three|four|five|six|seven|eight|nine|ten)\\b");
    private static final Pattern NUMBER = Pattern.compile("\\d+|第 ?(" + CHINESE + ")|\\b[ivxlc]+\\b|^[上中下]$");
    private static final List<String> WORDS =
            List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
    private static final Map<Character, Integer> ROMAN = Map.of('i', 1, 'v', 5, 'x', 10, 'l', 50, 'c', 100);
    private static final Map<String, Set<String>> HALVES =
            Map.of("上", Set.of("1"), "中", Set.of("2"), "下", Set.of("2", "3"));

    static Volumes of(Description description) {
        var numbers = new TreeSet<String>();
        var part = Folded.words(description.part());
        marked(part, numbers);
        if (numbers.isEmpty()) {
            each(NUMBER, part, numbers);
        }
        marked(Folded.words(description.title()), numbers);
        marked(Folded.words(description.subtitle()), numbers);
        return new Volumes(numbers);
    }

    private static void marked(String text, Set<String> numbers) {
        if (text.isEmpty()) {
            return;
        }
        each(CHINESE_VOLUME, text, numbers);
        each(CHINESE_HALF, text, numbers);
        each(WESTERN_VOLUME, text, numbers);
    }

    private static void each(Pattern pattern, String text, Set<String> numbers) {
        var found = pattern.matcher(text);
        while (found.find()) {
            numbers.add(number(firstGroup(found)));
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

    private static String number(String text) {
        if (Character.isDigit(text.charAt(0))) {
            return text.replaceFirst("^0+(?=.)", "");
        }
        if (WORDS.contains(text)) {
            return String.valueOf(WORDS.indexOf(text) + 1);
        }
        if (HALVES.containsKey(text)) {
            return text;
        }
        return String.valueOf(ROMAN.containsKey(text.charAt(0)) ? roman(text) : chinese(text));
    }

    private static int roman(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = ROMAN.get(text.charAt(i));
            boolean before = i + 1 < text.length() && ROMAN.get(text.charAt(i + 1)) > value;
            sum += before ? -value : value;
        }
        return sum;
    }

    private static int chinese(String text) {
        int sum = 0;
        int digit = 0;
        for (var character : text.split("")) {
            int unit = character.equals("十") ? 10 : character.equals("百") ? 100 : 0;
            if (unit == 0) {
                digit = character.equals("两") ? 2 : Math.max(0, "〇一二三四五六七八九".indexOf(character));
            } else {
                sum += Math.max(1, digit) * unit;
                digit = 0;
            }
        }
        return sum + digit;
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
