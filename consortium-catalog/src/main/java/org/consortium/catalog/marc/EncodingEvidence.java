package org.consortium.catalog.marc;

/**
 * What the bytes of one record speak for, each as a share from 0 to 1 of the bytes beyond ASCII. Two-byte encodings are
 * judged by how many pairs fall on the rows of common characters, single-byte ones by whether diacritics stand where
 * the encoding puts them.
 */
final class EncodingEvidence {

    private final byte[] bytes;
    private int beyondAscii;
    private boolean escapes;

    EncodingEvidence(byte[] bytes) {
        this.bytes = bytes;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] < 0) {
                beyondAscii++;
            } else if (bytes[i] == 0x1B && i + 1 < bytes.length && "()$,-sgbp!".indexOf(bytes[i + 1]) >= 0) {
                escapes = true;
            }
        }
    }

    int beyondAscii() {
        return beyondAscii;
    }

    /** Escape sequences call other character sets, as only MARC-8 and ISO 5426 do. */
    boolean escapes() {
        return escapes;
    }

    boolean plain() {
        return beyondAscii == 0 && !escapes;
    }

    double of(MarcEncoding encoding) {
        return switch (encoding) {
            case UTF_8 -> utf8();
            case GB18030 -> pairs(0xB0, 0xD7, 0xA1);
            case BIG5 -> pairs(0xA4, 0xC6, 0x40);
            case MARC_8 -> escapes ? 1 : ansel();
            case ISO_5426 -> escapes ? 0.9 : iso5426();
            case WINDOWS_1252 -> latin1();
        };
    }

    /** Share of the bytes beyond ASCII that are parts of valid sequences (RFC 3629). */
    private double utf8() {
        int valid = 0;
        for (int i = 0; i < bytes.length; ) {
            int length = bytes[i] >= 0 ? 1 : utf8SequenceAt(i);
            if (bytes[i] < 0 && length > 0) {
                valid += length;
            }
            i += Math.max(1, length);
        }
        return share(valid);
    }

    private int utf8SequenceAt(int index) {
        int lead = bytes[index] & 0xFF;
        int length = lead >= 0xC2 && lead <= 0xDF
                ? 2
                : lead >= 0xE0 && lead <= 0xEF ? 3 : lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
        for (int i = index + 1; i < index + length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    /** Pairs in the rows of everyday characters and of punctuation count fully, other possible pairs a third. */
    private double pairs(int commonFrom, int commonTo, int trailFrom) {
        double good = 0;
        int all = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] >= 0) {
                continue;
            }
            int lead = bytes[i] & 0xFF;
            int trail = i + 1 < bytes.length ? bytes[i + 1] & 0xFF : 0;
            all++;
            if (lead == 0x80 || lead == 0xFF || trail < 0x40 || trail == 0x7F || trail == 0xFF) {
                continue;
            }
            i++;
            boolean everyday =
                    trail >= trailFrom && (lead >= commonFrom && lead <= commonTo || lead >= 0xA1 && lead <= 0xA3);
            boolean known = trail >= 0xA1 || trailFrom < 0xA1 || lead <= 0xA0 || lead >= 0xAA;
            good += everyday ? 1 : known ? 0.35 : 0;
        }
        return all == 0 ? 0 : good / all;
    }

    /** ANSEL (ANSI Z39.47): a diacritic E0–FE stands before its letter, A1–C8 are letters and signs. */
    private double ansel() {
        int good = 0;
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i] & 0xFF;
            if (b >= 0xE0 && b <= 0xFE && letterFollows(i, 0xE0, 0xFE)
                    || b >= 0xA1 && b <= 0xC8 && b != 0xAF && b != 0xBB && !highFollows(i)
                    || b == 0x88
                    || b == 0x89
                    || b == 0x8D
                    || b == 0x8E) {
                good++;
            }
        }
        return share(good);
    }

    /** ISO 5426: a diacritic C1–DB stands before its letter, A1–BF and E1–FC are letters and signs. */
    private double iso5426() {
        int good = 0;
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i] & 0xFF;
            if (b >= 0xC1 && b <= 0xDB && letterFollows(i, 0xC1, 0xDB)
                    || (b >= 0xA1 && b <= 0xBF || b >= 0xE1 && b <= 0xFC) && !highFollows(i)
                    || b == 0x88
                    || b == 0x89
                    || b == 0x98
                    || b == 0x9C) {
                good++;
            }
        }
        return share(good);
    }

    /** Latin-1: letters stand alone or in twos among ASCII letters. Never quite sure. */
    private double latin1() {
        int good = 0;
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i] & 0xFF;
            if (b >= 0xA0 && !(highFollows(i) && highFollows(i + 1))) {
                good++;
            }
        }
        return 0.7 * share(good);
    }

    /** Up to two diacritics may stand before a letter, which may be one of the set itself or a reference ({@code &#x03B1;}). */
    private boolean letterFollows(int index, int from, int to) {
        int i = index + 1;
        while (i < bytes.length && i < index + 3 && at(i) >= from && at(i) <= to) {
            i++;
        }
        if (i == bytes.length) {
            return false;
        }
        boolean ascii = bytes[i] >= 0 && (Character.isLetter(bytes[i]) || bytes[i] == ' ' || bytes[i] == '&');
        return ascii || at(i) >= 0xA1 && at(i) <= 0xBD;
    }

    private int at(int index) {
        return bytes[index] & 0xFF;
    }

    private boolean highFollows(int index) {
        return index + 1 < bytes.length && bytes[index + 1] < 0;
    }

    private double share(int count) {
        return beyondAscii == 0 ? 0 : (double) count / beyondAscii;
    }
}
