package org.consortium.core;

import jakarta.persistence.Embeddable;
import java.util.Locale;

/** The name of a thing in simplified Chinese and English; where only one is known it stands for both. */
@Embeddable
public record Label(String zh, String en) {

    private static final int LONGEST = 200;

    public Label {
        zh = clean(zh);
        en = clean(en);
        if (zh.isEmpty() && en.isEmpty()) {
            throw new IllegalArgumentException("A name is needed in Chinese or English");
        }
        zh = zh.isEmpty() ? en : zh;
        en = en.isEmpty() ? zh : en;
    }

    public String in(Locale locale) {
        return "en".equals(locale.getLanguage()) ? en : zh;
    }

    private static String clean(String text) {
        var cleaned = text == null ? "" : text.strip();
        if (cleaned.length() > LONGEST) {
            throw new IllegalArgumentException("A name has at most " + LONGEST + " characters");
        }
        return cleaned;
    }
}
