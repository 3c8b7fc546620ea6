package org.consortium.web.site;

import java.util.List;
import java.util.Locale;

/** A language the pages speak: simplified Chinese unless somebody prefers English. */
public enum Language {
    CHINESE("zh-Hans"),
    ENGLISH("en");

    private final Locale locale;

    Language(String tag) {
        locale = Locale.forLanguageTag(tag);
    }

    public Locale locale() {
        return locale;
    }

    public String tag() {
        return locale.toLanguageTag();
    }

    public Language other() {
        return this == CHINESE ? ENGLISH : CHINESE;
    }

    /** English for every kind of English, Chinese for all else: a French browser in the region reads Chinese, too. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals(ENGLISH.locale.getLanguage()) ? ENGLISH : CHINESE;
    }

    /** The first of our languages among the preferences of an Accept-Language header, most wanted first. */
    static Language preferred(List<Locale> preferences) {
        return preferences.stream()
                .filter(locale -> List.of("zh", "en").contains(locale.getLanguage()))
                .findFirst()
                .map(Language::of)
                .orElse(CHINESE);
    }
}
