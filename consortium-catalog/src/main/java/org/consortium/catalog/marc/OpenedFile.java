package org.consortium.catalog.marc;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.consortium.catalog.input.CountingStream;
import org.consortium.core.Refusal;

/**
 * A file found to hold records: its beginning, already looked at, and its records to come.
 *
 * @param packed counts the bytes of the file on disk
 * @param head the first bytes, unpacked
 */
record OpenedFile(CountingStream packed, long size, byte[] head, boolean xml, RecordSource records) {

    static OpenedFile open(Path file) {
        CountingStream packed = null;
        try {
            packed = new CountingStream(Files.newInputStream(file));
            var content = unpacked(packed);
            var head = new ByteArrayOutputStream();
            var rest = readHead(content, head);
            var kind = FileKind.of(head.toByteArray());
            var whole = new SequenceInputStream(new ByteArrayInputStream(head.toByteArray()), rest);
            return new OpenedFile(packed, Files.size(file), head.toByteArray(), kind.xml(), source(kind, whole));
        } catch (IOException broken) {
            close(packed);
            throw new Refusal(MarcRefusal.FILE_NOT_READABLE, String.valueOf(broken.getMessage()));
        } catch (RuntimeException refused) {
            close(packed);
            throw refused;
        }
    }

    private static InputStream unpacked(InputStream raw) throws IOException {
        var buffered = new BufferedInputStream(raw, 1 << 16);
        buffered.mark(2);
        boolean gzip = buffered.read() == 0x1F && buffered.read() == 0x8B;
        buffered.reset();
        return gzip ? new GZIPInputStream(buffered, 1 << 16) : buffered;
    }

    /** Reads the beginning; where the file breaks off within it, what is there is still read and the break told after it. */
    private static InputStream readHead(InputStream content, ByteArrayOutputStream head) throws IOException {
        var step = new byte[1 << 14];
        try {
            while (head.size() < FileKind.HEAD) {
                int read = content.read(step);
                if (read < 0) {
                    break;
                }
                head.write(step, 0, read);
            }
            return content;
        } catch (IOException broken) {
            if (head.size() == 0) {
                throw broken;
            }
            return new BrokenStream(broken);
        }
    }

    private static RecordSource source(FileKind kind, InputStream content) {
        if (!kind.xml()) {
            return new Iso2709Source(new ByteWindow(content));
        }
        if (kind.charset() == StandardCharsets.UTF_16) {
            return new XmlRecordSource(new ByteWindow(new Utf16AsUtf8(content)), StandardCharsets.UTF_8);
        }
        return new XmlRecordSource(new ByteWindow(content), kind.charset());
    }

    void close() {
        close(packed);
    }

    private static void close(CountingStream stream) {
        if (stream != null) {
            stream.closeQuietly();
        }
    }

    /** Tells of the break that was met before. */
    private static final class BrokenStream extends InputStream {

        private final IOException reason;

        private BrokenStream(IOException reason) {
            this.reason = reason;
        }

        @Override
        public int read() throws IOException {
            throw reason;
        }
    }
}
