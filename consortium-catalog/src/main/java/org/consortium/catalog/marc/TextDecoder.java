package org.consortium.catalog.marc;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;

/** Turns bytes into text in Unicode normal form C without control characters. */
final class TextDecoder {

    private static final char UNDECODABLE = '\uFFFD';
    /** What Windows programs leave of typographic signs in text that claims to be Unicode: … ‘ ’ “ ” • – — . */
    private static final String WINDOWS_SIGNS = "\u0085\u0091\u0092\u0093\u0094\u0095\u0096\u0097";

    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();
    private static final int MOST_SHOWN = 16;

    private static final String SIGNS = "…‘’“”•–—";

    private TextDecoder() {}

    static String decode(byte[] bytes, int from, int to, MarcEncoding encoding, Warnings warnings, String tag) {
        if (isPlain(bytes, from, to, encoding)) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        var text = convert(bytes, from, to, encoding, warnings, tag);
        if (text.indexOf(UNDECODABLE) >= 0) {
            warnings.add(MarcWarning.Kind.UNDECODABLE_BYTES, tag, undecodable(bytes, from, to, encoding) + text);
        }
        return clean(text, warnings, tag);
    }

    /** Where in the record the first bytes stand that are no text, and which they are: {@code 91: FF FE | }. */
    private static String undecodable(byte[] bytes, int from, int to, MarcEncoding encoding) {
        if (encoding.charset() == null) {
            return "";
        }
        var decoder = encoding.charset().newDecoder();
        var in = ByteBuffer.wrap(bytes, from, to - from);
        var result = decoder.decode(in, CharBuffer.allocate(to - from + 1), true);
        int first = in.position();
        int end = first;
        while (result.isError() && in.position() == end && end - first < MOST_SHOWN) {
            end += result.length();
            in.position(end);
            result = decoder.reset().decode(in, CharBuffer.allocate(to - from + 1), true);
        }
        return end == first ? "" : first + ": " + HEX.formatHex(bytes, first, end) + " | ";
    }

    /** Printable ASCII reads the same in every encoding here; only MARC-8 has references ({@code &#x4E2D;}) in it. */
    private static boolean isPlain(byte[] bytes, int from, int to, MarcEncoding encoding) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < ' ' || bytes[i] == 0x7F || bytes[i] == '&' && encoding == MarcEncoding.MARC_8) {
                return false;
            }
        }
        return true;
    }

    private static String convert(
            byte[] bytes, int from, int to, MarcEncoding encoding, Warnings warnings, String tag) {
        return switch (encoding) {
            case MARC_8 -> Marc8.decode(bytes, from, to, warnings, tag);
            case ISO_5426 -> Iso5426.decode(bytes, from, to);
            default -> new String(bytes, from, to - from, encoding.charset());
        };
    }

    /**
     * Takes out control characters, among them the marks around words not sorted by (U+0088 and U+0089, U+0098 and
     * U+009C), which are no fault; others are told of.
     */
    static String clean(String text, Warnings warnings, String tag) {
        var readable = onceEncoded(text, warnings, tag);
        var kept = new StringBuilder(readable.length());
        boolean odd = false;
        for (int i = 0; i < readable.length(); i++) {
            char c = readable.charAt(i);
            if (isText(c) && !isLoneSurrogate(readable, i)) {
                kept.append(c);
            } else if (c == '\n' || c == '\r' || c == '\t') {
                kept.append(' ');
            } else if (WINDOWS_SIGNS.indexOf(c) >= 0) {
                kept.append(SIGNS.charAt(WINDOWS_SIGNS.indexOf(c)));
                odd = true;
            } else {
                odd |= c != 0x88 && c != 0x89 && c != 0x98 && c != 0x9C && c != '\uFEFF';
            }
        }
        if (odd) {
            warnings.add(MarcWarning.Kind.CONTROL_CHARACTERS, tag, kept.toString());
        }
        return Normalizer.normalize(kept, Normalizer.Form.NFC);
    }

    private static boolean isText(char c) {
        return c >= ' ' && (c < 0x7F || c > 0x9F) && c != '\uFEFF';
    }

    private static boolean isLoneSurrogate(String text, int index) {
        char c = text.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        return Character.isLowSurrogate(c) && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }

    /** "Ã¼" where "ü" was meant: UTF-8 read as Latin-1 and written as UTF-8 again, once or several times over. */
    private static String onceEncoded(String text, Warnings warnings, String tag) {
        var readable = text;
        for (int times = 0; times < 3 && looksTwiceEncoded(readable); times++) {
            try {
                readable = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(readable.getBytes(StandardCharsets.ISO_8859_1)))
                        .toString();
            } catch (CharacterCodingException asItStands) {
                break;
            }
        }
        if (!readable.equals(text)) {
            warnings.add(MarcWarning.Kind.TWICE_ENCODED, tag, readable);
        }
        return readable;
    }

    private static boolean looksTwiceEncoded(String text) {
        boolean found = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0xFF) {
                return false;
            }
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            found |= c >= 0xC2 && c <= 0xF4 && next >= 0x80 && next <= 0xBF;
        }
        return found;
    }
}
