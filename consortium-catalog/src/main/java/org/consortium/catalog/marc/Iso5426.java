package org.consortium.catalog.marc;

/**
 * Reads ISO 5426, the extended Latin set of UNIMARC (character set 03 in field 100): ASCII below, letters and signs above,
 * and diacritics that stand before the letter they belong to, as many as it has. A letter with marks nobody foresaw is
 * still a letter with its marks.
 */
final class Iso5426 {

    private static final char NONE = '\uFFFD';

    /** A1 to BF. */
    private static final String SIGNS = "¡„£$¥†§′‘“«♭©℗®ʻʼ‚\uFFFD\uFFFD\uFFFD‡·″’”»♯ʹʺ¿";

    /** C0 to DF: hook, grave, acute, circumflex … ligature and double tilde over two letters. */
    private static final String DIACRITICS = "\u0309\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u0308\u030A\u0315"
            + "\u0312\u030B\u031B\u030C\u0327\u031C\u0326\u0328\u0325\u032E\u0323\u0324\u0332\u0333\u0329\u032D\uFFFD"
            + "\uFE20\uFE21\uFE23";

    /** E1 to FC. */
    private static final String LETTERS =
            "ÆĐ\uFFFD\uFFFD\uFFFDĲ\uFFFDŁØŒ\uFFFDÞ\uFFFD\uFFFD\uFFFD\uFFFDæđð\uFFFDıĳ\uFFFDłøœßþ";

    private Iso5426() {}

    /** What the set has no character for becomes U+FFFD; control characters stay, for the reader to judge. */
    static String decode(byte[] bytes, int from, int to) {
        var text = new StringBuilder(to - from);
        var diacritics = new StringBuilder();
        for (int i = from; i < to; i++) {
            int code = bytes[i] & 0xFF;
            if (code >= 0xC0 && code <= 0xDF) {
                diacritics.append(DIACRITICS.charAt(code - 0xC0));
            } else {
                text.append(letter(code)).append(diacritics);
                diacritics.setLength(0);
            }
        }
        return text.append(diacritics).toString();
    }

    private static char letter(int code) {
        if (code < 0xA0) {
            return (char) code;
        }
        if (code >= 0xA1 && code <= 0xBF) {
            return SIGNS.charAt(code - 0xA1);
        }
        return code >= 0xE1 && code <= 0xFC ? LETTERS.charAt(code - 0xE1) : NONE;
    }
}
