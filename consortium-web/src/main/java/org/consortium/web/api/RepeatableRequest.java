package org.consortium.web.api;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** A request whose body was read to compare it, and can be read once more. Only JSON is held; a file of records is known by its length. */
final class RepeatableRequest extends HttpServletRequestWrapper {

    private static final int LARGEST = 1 << 20;

    private final byte[] body;

    private RepeatableRequest(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    static RepeatableRequest of(HttpServletRequest request) throws IOException {
        return new RepeatableRequest(
                request, isSmallJson(request) ? request.getInputStream().readAllBytes() : null);
    }

    private static boolean isSmallJson(HttpServletRequest request) {
        try {
            var type = request.getContentType();
            return type != null
                    && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(type))
                    && request.getContentLengthLong() <= LARGEST
                    && request.getContentLengthLong() >= 0;
        } catch (InvalidMediaTypeException nonsense) {
            return false;
        }
    }

    /** The same for the same request sent again. */
    String fingerprint() {
        var what = body == null ? Long.toString(getContentLengthLong()) : new String(body, StandardCharsets.UTF_8);
        return getRequestURI() + "?" + getQueryString() + "\n" + what;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return body == null ? super.getInputStream() : new Held(new ByteArrayInputStream(body));
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return body == null
                ? super.getReader()
                : new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static final class Held extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Held(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("Read at once");
        }
    }
}
