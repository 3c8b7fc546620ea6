package org.consortium.catalog.text;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Numbers as titles write them: digits, Chinese and Roman numerals, English words; all come out as digits. */
public final class Numerals {

    /** Chinese numerals in folded text. */
    public static final String CHINESE = "[一二三四五六七八九十百〇零两]+";

    public static final String ROMAN = "[ivxlc]+";
    public static final String WORD = "one|two|three|four|five|six|seven|eight|nine|ten";
    public static final String ORDINAL = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth";

    private static final List<String> WORDS = List.of(WORD.split("\\|"));
    private static final List<String> ORDINALS = List.of(ORDINAL.split("\\|"));
    private static final Map<Character, Integer> ROMAN_VALUES = Map.of('i', 1, 'v', 5, 'x', 10, 'l', 50, 'c', 100);

    private static final Pattern CHINESE_YEAR =
            Pattern.compile("(?<!\\p{IsHan})[一二][〇○零一二三四五六七八九]{3}(?=年|(?!\\p{IsHan}))");

    private Numerals() {}

    /** A year written in Chinese digits, in digits: 一九八六年 is 1986年. */
    public static String withYearsInDigits(String text) {
        return CHINESE_YEAR
                .matcher(text)
                .replaceAll(year -> year.group()
                        .chars()
                        .mapToObj(c -> String.valueOf(Math.max(0, "〇一二三四五六七八九".indexOf(c))))
                        .collect(Collectors.joining()));
    }

    public static String digits(String numeral) {
        if (Character.isDigit(numeral.charAt(0))) {
            return numeral.replaceFirst("^0+(?=.)", "");
        }
        if (WORDS.contains(numeral)) {
            return String.valueOf(WORDS.indexOf(numeral) + 1);
        }
        if (ORDINALS.contains(numeral)) {
            return String.valueOf(ORDINALS.indexOf(numeral) + 1);
        }
        return String.valueOf(ROMAN_VALUES.containsKey(numeral.charAt(0)) ? roman(numeral) : chinese(numeral));
    }

    /** A Roman numeral or an English word for a number. */
    public static boolean isWestern(String text) {
        return WORDS.contains(text) || text.chars().allMatch(letter -> ROMAN_VALUES.containsKey((char) letter));
    }

    private static int roman(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = ROMAN_VALUES.get(text.charAt(i));
            boolean before = i + 1 < text.length() && ROMAN_VALUES.get(text.charAt(i + 1)) > value;
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
}
