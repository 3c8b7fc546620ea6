package org.consortium.web.site;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.stream.Collectors;

/** The names of languages by their codes in catalogues (ISO 639-2/B), which differ from Java's for some twenty. */
public final class LanguageNames {

    private static final Map<String, String> BIBLIOGRAPHIC = Map.ofEntries(
            Map.entry("alb", "sq"),
            Map.entry("arm", "hy"),
            Map.entry("baq", "eu"),
            Map.entry("bur", "my"),
            Map.entry("chi", "zh"),
            Map.entry("cze", "cs"),
            Map.entry("dut", "nl"),
            Map.entry("fre", "fr"),
            Map.entry("geo", "ka"),
            Map.entry("ger", "de"),
            Map.entry("gre", "el"),
            Map.entry("ice", "is"),
            Map.entry("mac", "mk"),
            Map.entry("mao", "mi"),
            Map.entry("may", "ms"),
            Map.entry("per", "fa"),
            Map.entry("rum", "ro"),
            Map.entry("slo", "sk"),
            Map.entry("tib", "bo"),
            Map.entry("wel", "cy"));

    private static final Map<String, String> TERMINOLOGICAL = Arrays.stream(Locale.getISOLanguages())
            .filter(LanguageNames::hasThreeLetters)
            .collect(
                    Collectors.toMap(code -> Locale.forLanguageTag(code).getISO3Language(), code -> code, (a, b) -> a));

    /** Music without words, pictures. */
    private static final String NO_LANGUAGE = "zxx";

    private LanguageNames() {}

    /** The language's name in the reader's language, or the code where nobody knows it. */
    public static String of(String code, Locale reader) {
        if (code.equals(NO_LANGUAGE)) {
            return reader.getLanguage().equals("zh") ? "没有文字" : "No language";
        }
        var two = BIBLIOGRAPHIC.getOrDefault(code, TERMINOLOGICAL.get(code));
        return two == null ? code : Locale.forLanguageTag(two).getDisplayLanguage(reader);
    }

    /** The code of BCP 47, by which the web names languages. */
    public static String tag(String code) {
        return BIBLIOGRAPHIC.getOrDefault(code, TERMINOLOGICAL.getOrDefault(code, code));
    }

    private static boolean hasThreeLetters(String code) {
        try {
            return !Locale.forLanguageTag(code).getISO3Language().isEmpty();
        } catch (MissingResourceException none) {
            return false;
        }
    }
}
