package org.consortium.catalog.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * Makes texts comparable before any search engine sees them, on both sides: width, case, accents, traditional and variant
 * characters, punctuation. What comes out is letters and digits in words parted by one space; it is never shown.
 */
public final class Folding {

    /** Letters that Unicode does not take apart into a base and an accent. */
    private static final Map<Integer, String> LETTERS = Map.ofEntries(
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ð', "d"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'ħ', "h"),
            Map.entry((int) 'ŋ', "n"),
            Map.entry((int) 'ı', "i"),
            Map.entry((int) 'ς', "σ"),
            // Arabic letters that are written one for the other, and the Persian forms of two
            Map.entry((int) 'ى', "ي"),
            Map.entry((int) 'ی', "ي"),
            Map.entry((int) 'ک', "ك"),
            Map.entry((int) 'ة', "ه"));

    private static final int ASCII = 128;

    /** Draws a word out, and is no letter of it. */
    private static final int ARABIC_DASH = 0x0640;

    private Folding() {}

    public static String fold(String text) {
        if (text.isEmpty()) {
            return text;
        }
        if (isPlain(text)) {
            return text;
        }
        if (isAscii(text)) {
            return foldAscii(text);
        }
        var apart = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var folded = new StringBuilder(apart.length());
        boolean between = false;
        int next;
        for (int at = 0; at < apart.length(); at = next) {
            int character = apart.codePointAt(at);
            next = at + Character.charCount(character);
            if (isAccent(character) || isSilent(character)) {
                continue;
            }
            if (!isLetterOrDigit(character)) {
                next = appendSign(apart, at, next, folded, between);
                between = true;
                continue;
            }
            if (between && folded.length() > 0) {
                folded.append(' ');
            }
            between = false;
            var letters = character < ASCII ? null : LETTERS.get(character);
            if (letters == null) {
                folded.appendCodePoint(
                        Character.getType(character) == Character.DECIMAL_DIGIT_NUMBER
                                ? '0' + Character.digit(character, 10)
                                : HanVariants.one(character));
            } else {
                folded.append(letters);
            }
        }
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    /** What C++ and C# are written with is left to the long way. */
    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter >= ASCII || letter == '+' || letter == '#') {
                return false;
            }
        }
        return true;
    }

    private static String foldAscii(String text) {
        var folded = new char[text.length()];
        int length = 0;
        boolean between = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter >= 'A' && letter <= 'Z') {
                letter += 'a' - 'A';
            }
            if ((letter < 'a' || letter > 'z') && (letter < '0' || letter > '9')) {
                between = true;
                continue;
            }
            if (between && length > 0) {
                folded[length++] = ' ';
            }
            between = false;
            folded[length++] = letter;
        }
        return new String(folded, 0, length);
    }

    /** Small letters and digits of ASCII in words parted by one space are folded already. */
    private static boolean isPlain(String text) {
        boolean between = true;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean space = letter == ' ';
            if (space && between || !space && (letter < '0' || letter > '9') && (letter < 'a' || letter > 'z')) {
                return false;
            }
            between = space;
        }
        return !between;
    }

    /** The folded text without spaces, for comparing whole titles and numbers however they are spaced. */
    public static String key(String text) {
        return fold(text).replace(" ", "");
    }

    /** Programming languages that differ from a plain letter only by signs: C++, C#, F#. */
    private static int appendSign(String text, int at, int next, StringBuilder folded, boolean between) {
        boolean afterSingleLetter = !between
                && folded.length() > 0
                && folded.charAt(folded.length() - 1) < 128
                && (folded.length() == 1 || folded.charAt(folded.length() - 2) == ' ');
        if (afterSingleLetter && text.startsWith("++", at)) {
            folded.append("plusplus");
            return at + 2;
        }
        if (afterSingleLetter && text.startsWith("#", at)) {
            folded.append("sharp");
        }
        return next;
    }

    private static boolean isLetterOrDigit(int character) {
        return Character.isLetterOrDigit(character)
                || Character.getType(character) == Character.NON_SPACING_MARK
                || Character.getType(character) == Character.COMBINING_SPACING_MARK;
    }

    /**
     * Accents over Latin, Greek and Cyrillic letters, MARC's ligature halves, and the points of Hebrew and Arabic that few
     * write; marks of other scripts are letters of theirs.
     */
    private static boolean isAccent(int character) {
        return character >= 0x0300 && character <= 0x036F
                || character >= 0x0591
                        && character <= 0x05C7
                        && Character.getType(character) == Character.NON_SPACING_MARK
                || character >= 0x064B && character <= 0x065F
                || character == 0x0670
                || character >= 0x1AB0 && character <= 0x1AFF
                || character >= 0x1DC0 && character <= 0x1DFF
                || character >= 0x20D0 && character <= 0x20FF
                || character >= 0xFE20 && character <= 0xFE2F;
    }

    /** Soft hyphens, joiners, and the signs that romanisations write between letters (U+02B0 and following). */
    private static boolean isSilent(int character) {
        return character >= 0x02B0 && character <= 0x02FF
                || character == ARABIC_DASH
                || Character.getType(character) == Character.FORMAT;
    }
}
