package org.consortium.catalog.marc;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A stretch of a stream held in memory that grows as far as one record needs and moves on after it. */
final class ByteWindow {

    private static final int STEP = 1 << 16;

    private final InputStream in;
    private byte[] bytes = new byte[STEP];
    private int start;
    private int end;
    private long position;
    private boolean atEnd;

    ByteWindow(InputStream in) {
        this.in = in;
    }

    /** Offset in the stream of the window's first byte. */
    long position() {
        return position;
    }

    /** How many bytes are here. */
    int length() {
        return end - start;
    }

    byte at(int index) {
        return bytes[start + index];
    }

    /** Reads on; false at the end of the stream. */
    boolean grow() throws IOException {
        if (atEnd) {
            return false;
        }
        if (end == bytes.length) {
            makeRoom();
        }
        int read = in.read(bytes, end, bytes.length - end);
        if (read < 0) {
            atEnd = true;
            return false;
        }
        end += read;
        return true;
    }

    private void makeRoom() {
        if (start > bytes.length / 2) {
            System.arraycopy(bytes, start, bytes, 0, length());
        } else {
            bytes = Arrays.copyOfRange(bytes, start, start + Math.max(STEP, bytes.length * 2));
        }
        end -= start;
        start = 0;
    }

    /** Index of a byte at or after an index, reading on as far as needed but not beyond a limit; -1 if it is not there. */
    int find(byte wanted, int from, int limit) throws IOException {
        int index = from;
        while (true) {
            int stop = Math.min(length(), limit);
            for (; index < stop; index++) {
                if (bytes[start + index] == wanted) {
                    return index;
                }
            }
            if (index >= limit || !grow()) {
                return -1;
            }
        }
    }

    /** Whether these bytes stand at an index, reading on as far as needed. */
    boolean has(byte[] wanted, int index) throws IOException {
        while (length() < index + wanted.length) {
            if (!grow()) {
                return false;
            }
        }
        return Arrays.equals(bytes, start + index, start + index + wanted.length, wanted, 0, wanted.length);
    }

    byte[] copy(int count) {
        return Arrays.copyOfRange(bytes, start, start + count);
    }

    void skip(int count) {
        start += count;
        position += count;
    }
}
