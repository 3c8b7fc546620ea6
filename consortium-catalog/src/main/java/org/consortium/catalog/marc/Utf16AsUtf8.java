package org.consortium.catalog.marc;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** A text of two-byte units as UTF-8, so that tags can be found byte by byte. */
final class Utf16AsUtf8 extends InputStream {

    private final Reader reader;
    private final char[] characters = new char[8192];
    private byte[] bytes = new byte[0];
    private int next;

    Utf16AsUtf8(InputStream utf16) {
        reader = new InputStreamReader(utf16, StandardCharsets.UTF_16);
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes[next++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - next);
        System.arraycopy(bytes, next, target, offset, count);
        next += count;
        return count;
    }

    private boolean fill() throws IOException {
        while (next == bytes.length) {
            // one place is kept free for the second half of a pair
            int read = reader.read(characters, 0, characters.length - 1);
            if (read < 0) {
                return false;
            }
            if (read > 0 && Character.isHighSurrogate(characters[read - 1])) {
                int half = reader.read();
                if (half >= 0) {
                    characters[read++] = (char) half;
                }
            }
            bytes = new String(characters, 0, read).getBytes(StandardCharsets.UTF_8);
            next = 0;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
