package org.consortium.catalog.marc;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.marc4j.converter.impl.AnselToUnicode;
import org.marc4j.converter.impl.Iso5426ToUnicode;

/** Turns bytes into text in Unicode normal form C without control characters; one for each file, it is not shared. */
final class TextDecoder {

    private static final char UNDECODABLE = '\uFFFD';
    private static final Pattern CHARACTER_REFERENCE = Pattern.compile("&#x([0-9A-Fa-f]{2,6});");

    private AnselToUnicode ansel;
    private Iso5426ToUnicode iso5426;

    String decode(byte[] bytes, int from, int to, MarcEncoding encoding, Warnings warnings, String tag) {
        if (isPlain(bytes, from, to)) {
            var plain = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
            return encoding == MarcEncoding.MARC_8 && plain.contains("&#x")
                    ? clean(withReferences(plain), warnings, tag)
                    : plain;
        }
        var text = convert(bytes, from, to, encoding, warnings, tag);
        if (text.indexOf(UNDECODABLE) >= 0) {
            warnings.add(MarcWarning.Kind.UNDECODABLE_BYTES, tag, text);
        }
        return clean(text, warnings, tag);
    }

    /** Printable ASCII reads the same in every encoding here. */
    private static boolean isPlain(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < ' ' || bytes[i] == 0x7F) {
                return false;
            }
        }
        return true;
    }

    private String convert(byte[] bytes, int from, int to, MarcEncoding encoding, Warnings warnings, String tag) {
        if (encoding.charset() != null) {
            return new String(bytes, from, to - from, encoding.charset());
        }
        var part = Arrays.copyOfRange(bytes, from, to);
        try {
            return encoding == MarcEncoding.MARC_8
                    ? withReferences(ansel().convert(part))
                    : iso5426().convert(part);
        } catch (RuntimeException broken) {
            // the converter trips over escape sequences cut short; what is ASCII can still be read
            warnings.add(MarcWarning.Kind.UNDECODABLE_BYTES, tag, String.valueOf(broken.getMessage()));
            return new String(part, StandardCharsets.US_ASCII);
        }
    }

    private AnselToUnicode ansel() {
        if (ansel == null) {
            ansel = new AnselToUnicode();
        }
        return ansel;
    }

    private Iso5426ToUnicode iso5426() {
        if (iso5426 == null) {
            iso5426 = new Iso5426ToUnicode();
        }
        return iso5426;
    }

    /** MARC-8 writes what it lacks as {@code &#x1234;} (MARC 21 Specifications, lossless conversion). */
    private static String withReferences(String text) {
        return text.contains("&#x")
                ? CHARACTER_REFERENCE.matcher(text).replaceAll(found -> {
                    int code = Integer.parseInt(found.group(1), 16);
                    return Character.isValidCodePoint(code) && code >= ' '
                            ? Matcher.quoteReplacement(Character.toString(code))
                            : "";
                })
                : text;
    }

    /**
     * Takes out control characters, among them the marks around words not sorted by (U+0088 and U+0089, U+0098 and
     * U+009C), which are no fault; others are told of.
     */
    static String clean(String text, Warnings warnings, String tag) {
        StringBuilder kept = null;
        boolean odd = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && (c < 0x7F || c > 0x9F) && c != '\uFEFF' && !isLoneSurrogate(text, i)) {
                if (kept != null) {
                    kept.append(c);
                }
                continue;
            }
            if (kept == null) {
                kept = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (c == '\n' || c == '\r' || c == '\t') {
                kept.append(' ');
            } else {
                odd |= c != 0x88 && c != 0x89 && c != 0x98 && c != 0x9C && c != '\uFEFF';
            }
        }
        var cleaned = kept == null ? text : kept.toString();
        if (odd) {
            warnings.add(MarcWarning.Kind.CONTROL_CHARACTERS, tag, cleaned);
        }
        return Normalizer.isNormalized(cleaned, Normalizer.Form.NFC)
                ? cleaned
                : Normalizer.normalize(cleaned, Normalizer.Form.NFC);
    }

    private static boolean isLoneSurrogate(String text, int index) {
        char c = text.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        return Character.isLowSurrogate(c) && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }
}
