package org.consortium.catalog.marc;

import java.io.IOException;

/**
 * Cuts an ISO 2709 file at its record terminators. The terminator is believed before the leader's length, because it
 * cannot be part of the text in any encoding met, while lengths are often wrong; only where a record goes on too long
 * is a second leader looked for inside.
 */
final class Iso2709Source implements RecordSource {

    static final byte RECORD_END = 0x1D;
    static final byte FIELD_END = 0x1E;

    private final ByteWindow window;

    Iso2709Source(ByteWindow window) {
        this.window = window;
    }

    @Override
    public long position() {
        return window.position();
    }

    @Override
    public RawRecord next() throws IOException {
        skipBetween();
        if (window.length() == 0) {
            return null;
        }
        long position = window.position();
        int end = window.find(RECORD_END, 0, LONGEST);
        if (end < 0 && window.length() >= LONGEST) {
            return tooLong(position);
        }
        boolean cut = end < 0;
        int length = cut ? window.length() : end + 1;
        int border = borderInside(length);
        if (border > 0) {
            return take(position, border, true);
        }
        return take(position, length, cut);
    }

    /** Line ends, blanks, nulls, byte order marks and stray terminators between records say nothing. */
    private void skipBetween() throws IOException {
        while (window.length() > 0 || window.grow()) {
            int count = 0;
            while (count < window.length() && saysNothing(window.at(count)) && !blankLengthAt(count)) {
                count++;
            }
            if (count == 0) {
                return;
            }
            window.skip(count);
        }
    }

    private static boolean saysNothing(byte b) {
        return b == '\r'
                || b == '\n'
                || b == ' '
                || b == '\t'
                || b == 0
                || b == 0x1A
                || b == RECORD_END
                || b == FIELD_END
                || b == (byte) 0xEF
                || b == (byte) 0xBB
                || b == (byte) 0xBF;
    }

    /** Some programs leave the leader's length blank: then five blanks and a letter are a leader's beginning. */
    private boolean blankLengthAt(int index) {
        for (int i = index; i < index + 5; i++) {
            if (i >= window.length() || window.at(i) != ' ') {
                return false;
            }
        }
        return index + 5 < window.length() && window.at(index + 5) >= 'a' && window.at(index + 5) <= 'z';
    }

    private RawRecord take(long position, int length, boolean cut) {
        var bytes = window.copy(length);
        window.skip(length);
        return cut ? RawRecord.cut(position, bytes) : RawRecord.whole(position, bytes);
    }

    private RawRecord tooLong(long position) throws IOException {
        var beginning = window.copy(1 << 16);
        while (window.find(RECORD_END, 0, LONGEST) < 0) {
            window.skip(window.length());
            if (!window.grow()) {
                break;
            }
        }
        window.skip(Math.max(0, window.find(RECORD_END, 0, LONGEST)));
        return RawRecord.spoilt(position, beginning, MarcReject.TOO_LONG, "> " + LONGEST);
    }

    /** Where a second record begins, when the first lost its end: a leader whose length leads exactly to this end. */
    private int borderInside(int length) {
        int said = number(0, 5);
        if (said == length || length < 48) {
            return 0;
        }
        for (int i = 24; i + 24 < length; i++) {
            if (isDigit(window.at(i)) && !isDigit(window.at(i - 1)) && leaderAt(i, length)) {
                return i;
            }
        }
        // the byte before a leader may be a digit where the first record was cut in a number
        return said > 24 && said + 24 < length && leaderAt(said, length) ? said : 0;
    }

    private boolean leaderAt(int index, int length) {
        return number(index, 5) == length - index
                && number(index + 12, 5) > 24
                && isDigit(window.at(index + 10))
                && isDigit(window.at(index + 11));
    }

    private int number(int from, int digits) {
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            if (i >= window.length() || !isDigit(window.at(i))) {
                return -1;
            }
            value = value * 10 + window.at(i) - '0';
        }
        return value;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
