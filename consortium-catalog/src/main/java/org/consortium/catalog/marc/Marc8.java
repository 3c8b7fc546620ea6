package org.consortium.catalog.marc;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.marc4j.converter.impl.CodeTableGenerated;
import org.marc4j.converter.impl.CodeTableInterface;

/**
 * Reads MARC-8 (MARC 21 Specifications, Character Sets): two sets at a time, called by escape sequences, one byte for a
 * letter or three for a Chinese, Japanese or Korean character, diacritics before their letter. The code tables are
 * marc4j's; its own converter does not end on some broken escape sequences, so the walk is ours and takes at least one
 * byte at each step.
 */
final class Marc8 {

    private static final int ESCAPE = 0x1B;
    private static final int ASCII = 'B';
    private static final int ANSEL = 'E';
    private static final int EAST_ASIAN = '1';
    /** Chinese-Japanese-Korean, Hebrew, Arabic twice, ASCII, ANSEL, Cyrillic twice, Greek, subscripts, Greek signs, superscripts. */
    private static final Set<Integer> SETS = Set.of(
            EAST_ASIAN,
            (int) '2',
            (int) '3',
            (int) '4',
            ASCII,
            ANSEL,
            (int) 'N',
            (int) 'Q',
            (int) 'S',
            (int) 'b',
            (int) 'g',
            (int) 'p');

    private static final CodeTableInterface TABLES = new CodeTableGenerated();

    private final byte[] bytes;
    private final int end;
    private final StringBuilder text;
    private final StringBuilder diacritics = new StringBuilder();
    private int lowSet = ASCII;
    private int highSet = ANSEL;
    private int at;
    private boolean setForgotten;

    private Marc8(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
        this.text = new StringBuilder(end - from);
    }

    /** What cannot be read becomes U+FFFD; a code its set lacks becomes the ASCII sign, for a forgotten change of set. */
    static String decode(byte[] bytes, int from, int to, Warnings warnings, String tag) {
        var reading = new Marc8(bytes, from, to);
        var text = reading.decode();
        if (reading.setForgotten) {
            warnings.add(MarcWarning.Kind.UNDECODABLE_BYTES, tag, text);
        }
        return text;
    }

    private String decode() {
        while (at < end) {
            int code = code(at);
            if (code == ESCAPE) {
                changeSet();
            } else if (code < ' ' || code == 0x88 || code == 0x89) {
                put(code);
                at++;
            } else if (code == 0x8D || code == 0x8E) {
                put(code == 0x8D ? 0x200D : 0x200C);
                at++;
            } else if (set(code) == EAST_ASIAN && code != ' ') {
                takeEastAsian();
            } else if (TABLES.isCombining(code, lowSet, highSet)) {
                takeDiacritic(code);
            } else {
                takeLetter(code);
            }
        }
        return text.append(diacritics).toString();
    }

    private int code(int index) {
        return index < end ? bytes[index] & 0xFF : 0;
    }

    private int set(int code) {
        return code < 0x80 ? lowSet : highSet;
    }

    private void changeSet() {
        int kind = code(at + 1);
        if (kind == 'g' || kind == 'b' || kind == 'p' || kind == 's') {
            lowSet = kind == 's' ? ASCII : kind;
            at += 2;
            return;
        }
        boolean several = kind == '$';
        int last = at + 2;
        if (several && "(,)-".indexOf(code(at + 2)) >= 0) {
            kind = code(at + 2);
            last = at + 3;
        }
        if (code(last) == '!') {
            last++;
        }
        boolean high = kind == ')' || kind == '-';
        boolean known = several || high || kind == '(' || kind == ',';
        if (!known || !SETS.contains(code(last))) {
            put(ESCAPE);
            at++;
            return;
        }
        if (high) {
            highSet = code(last);
        } else {
            lowSet = code(last);
        }
        at = last + 1;
    }

    private void takeEastAsian() {
        int value = 0;
        for (int i = at; i < at + 3; i++) {
            int code = code(i);
            if (code < ' ' || (code < 0x80) != (code(at) < 0x80)) {
                put(0xFFFD);
                at = i;
                return;
            }
            value = value << 8 | code & 0x7F;
        }
        char character = TABLES.getChar(value, EAST_ASIAN);
        put(character == 0 ? 0xFFFD : character);
        at += 3;
    }

    private void takeLetter(int code) {
        int reference = code == '&' ? referenceEnd() : 0;
        if (reference > 0) {
            put(Integer.parseInt(new String(bytes, at + 3, reference - at - 3, StandardCharsets.US_ASCII), 16));
            at = reference + 1;
        } else {
            put(letter(code));
            at++;
        }
    }

    /** MARC-8 writes what its sets lack as {@code &#x1234;}: index of the semicolon, or 0. */
    private int referenceEnd() {
        if (code(at + 1) != '#' || code(at + 2) != 'x') {
            return 0;
        }
        int i = at + 3;
        while (i < at + 8 && Character.digit(code(i), 16) >= 0) {
            i++;
        }
        return i > at + 3 && code(i) == ';' ? i : 0;
    }

    /** Of a ligature or double tilde over two letters the first half stands for both. */
    private void takeDiacritic(int code) {
        char diacritic = TABLES.getChar(code, set(code));
        if (diacritic != 0) {
            diacritics.append(diacritic);
        }
        at++;
    }

    private int letter(int code) {
        char letter = TABLES.getChar(code, set(code));
        if (letter != 0) {
            return letter;
        }
        setForgotten |= code < 0x80;
        return code < 0x80 ? code : 0xFFFD;
    }

    /** A character, then the diacritics that stood before it. */
    private void put(int character) {
        text.appendCodePoint(character);
        text.append(diacritics);
        diacritics.setLength(0);
    }
}
