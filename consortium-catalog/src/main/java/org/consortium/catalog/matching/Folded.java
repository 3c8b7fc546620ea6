package org.consortium.catalog.matching;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text as it is compared, never as it is shown: width, case, accents and traditional characters folded. Letters and
 * digits are told by Unicode category, so that a Chinese title keeps every character.
 */
final class Folded {

    private static final Pattern LATIN_ACCENTS = Pattern.compile("[\\u0300-\\u036f]+");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");

    private Folded() {}

    /** Words stay apart by one space; punctuation is gone. */
    static String words(String text) {
        if (text.isEmpty()) {
            return text;
        }
        var folded = Normalizer.normalize(text, Form.NFKD);
        folded = LATIN_ACCENTS.matcher(folded).replaceAll("");
        folded = Normalizer.normalize(folded, Form.NFKC).toLowerCase(Locale.ROOT);
        folded = NEITHER_LETTER_NOR_DIGIT.matcher(folded).replaceAll(" ").strip();
        return hasHan(folded) ? SIMPLIFIED.transliterate(folded) : folded;
    }

    /** As {@link #words}, without the spaces, which cataloguers set as they please. */
    static String letters(String text) {
        return words(text).replace(" ", "");
    }

    private static boolean hasHan(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }
}
