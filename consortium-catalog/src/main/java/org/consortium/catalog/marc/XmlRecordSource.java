package org.consortium.catalog.marc;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Cuts a MARCXML or marcxchange file into its record elements by their tags alone, so that one that is not well-formed
 * spoils only itself, and nothing outside a record (declarations, entities, harvest wrappers) is ever interpreted.
 * Of records within records, as OAI-PMH has them, the inner one counts.
 */
final class XmlRecordSource implements RecordSource {

    private static final byte[] COMMENT = "<!--".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] COMMENT_END = "-->".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] RECORD = "record".getBytes(StandardCharsets.US_ASCII);

    private final ByteWindow window;
    private final Charset charset;

    /** The encoding is that of the XML declaration; it must be one in which {@code <} is that byte and no part of another. */
    XmlRecordSource(ByteWindow window, Charset charset) {
        this.window = window;
        this.charset = charset;
    }

    @Override
    public long position() {
        return window.position();
    }

    @Override
    public RawRecord next() throws IOException {
        if (!moveToRecord()) {
            return null;
        }
        int index = 1;
        while (true) {
            index = window.find((byte) '<', index, LONGEST);
            if (index < 0) {
                return unended();
            }
            if (recordTagAt(index, false)) {
                window.skip(index);
                index = 0;
            } else if (recordTagAt(index, true)) {
                return take(window.find((byte) '>', index, LONGEST) + 1);
            }
            index++;
        }
    }

    private boolean moveToRecord() throws IOException {
        while (true) {
            int index = window.find((byte) '<', 0, LONGEST);
            if (index < 0) {
                window.skip(window.length());
                if (!window.grow()) {
                    return false;
                }
                continue;
            }
            window.skip(index);
            if (window.has(COMMENT, 0)) {
                skipComment();
            } else if (recordTagAt(0, false)) {
                return true;
            } else {
                window.skip(1);
            }
        }
    }

    private void skipComment() throws IOException {
        window.skip(COMMENT.length);
        while (true) {
            int index = window.find((byte) '-', 0, LONGEST);
            if (index < 0) {
                window.skip(window.length());
                if (!window.grow()) {
                    return;
                }
                continue;
            }
            window.skip(index);
            if (window.has(COMMENT_END, 0)) {
                window.skip(COMMENT_END.length);
                return;
            }
            window.skip(1);
        }
    }

    /** Whether {@code <record>}, {@code <marc:record …>} or its end stands here; an empty {@code <record/>} is none. */
    private boolean recordTagAt(int index, boolean ending) throws IOException {
        int name = index + 1;
        if (ending) {
            if (!window.has(new byte[] {'/'}, name)) {
                return false;
            }
            name++;
        }
        if (window.has(RECORD, name)) {
            return endsName(name + RECORD.length);
        }
        int colon = name;
        while (colon - name < 40 && isNamePart(colon)) {
            colon++;
        }
        return window.has(new byte[] {':'}, colon)
                && window.has(RECORD, colon + 1)
                && endsName(colon + 1 + RECORD.length);
    }

    private boolean isNamePart(int index) throws IOException {
        if (window.length() <= index && !window.grow()) {
            return false;
        }
        byte b = window.at(index);
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '-' || b == '_' || b == '.';
    }

    private boolean endsName(int index) throws IOException {
        if (window.length() <= index && !window.grow()) {
            return false;
        }
        byte b = window.at(index);
        return b == '>' || b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }

    private RawRecord take(int length) {
        long position = window.position();
        if (length <= 0) {
            length = window.length();
        }
        var bytes = window.copy(length);
        window.skip(length);
        return RawRecord.whole(position, inUtf8(bytes));
    }

    private byte[] inUtf8(byte[] bytes) {
        return StandardCharsets.UTF_8.equals(charset)
                ? bytes
                : new String(bytes, charset).getBytes(StandardCharsets.UTF_8);
    }

    private RawRecord unended() {
        long position = window.position();
        boolean tooLong = window.length() >= LONGEST;
        var bytes = inUtf8(window.copy(Math.min(window.length(), 1 << 16)));
        window.skip(window.length());
        return tooLong
                ? RawRecord.spoilt(position, bytes, MarcReject.TOO_LONG, "> " + LONGEST)
                : RawRecord.spoilt(position, bytes, MarcReject.TRUNCATED, "");
    }
}
