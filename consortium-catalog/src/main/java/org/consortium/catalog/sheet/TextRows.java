package org.consortium.catalog.sheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.consortium.catalog.input.CountingStream;
import org.consortium.core.Refusal;

/** Rows of comma separated text as Excel, WPS and other programs write it, in whatever encoding they do. */
final class TextRows implements SheetFile.Rows {

    private static final int HEAD = 1 << 16;

    private final CountingStream bytes;
    private final long size;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private long linesRead;

    private TextRows(CountingStream bytes, long size, CSVParser parser) {
        this.bytes = bytes;
        this.size = size;
        this.parser = parser;
        this.records = parser.iterator();
    }

    static TextRows of(Path file, String encoding) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        var charset = encoding == null || encoding.isBlank() ? charset(head) : named(encoding);
        var format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(charset.decode(ByteBuffer.wrap(head))))
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
        var bytes = new CountingStream(Files.newInputStream(file));
        var text = new BufferedReader(new InputStreamReader(bytes, charset), HEAD);
        skipMark(text);
        return new TextRows(
                bytes,
                Files.size(file),
                CSVParser.builder().setReader(text).setFormat(format).get());
    }

    private static Charset named(String encoding) {
        try {
            return switch (encoding.strip().toUpperCase(java.util.Locale.ROOT)) {
                case "GBK", "GB2312" -> Charset.forName("GB18030");
                case "BIG5" -> Charset.forName("x-windows-950");
                default -> Charset.forName(encoding.strip());
            };
        } catch (IllegalArgumentException unknown) {
            throw new Refusal(SheetRefusal.LIST_NOT_READABLE, encoding);
        }
    }

    /** A mark at the beginning, else UTF-8 where the bytes are that, else what Chinese Windows saves text as. */
    private static Charset charset(byte[] head) {
        if (head.length > 1
                && (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE
                        || head[0] == (byte) 0xFE && head[1] == (byte) 0xFF)) {
            return StandardCharsets.UTF_16;
        }
        for (var charset : new Charset[] {StandardCharsets.UTF_8, Charset.forName("GB18030")}) {
            if (isIn(charset, head)) {
                return charset;
            }
        }
        return Charset.forName("windows-1252");
    }

    /** The last character may be cut in two. */
    private static boolean isIn(Charset charset, byte[] head) {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return !decoder.decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length + 1), false)
                .isError();
    }

    /** What stands oftenest in the first line outside quotes. */
    private static char delimiter(CharSequence head) {
        int commas = 0;
        int semicolons = 0;
        int tabulators = 0;
        boolean quoted = false;
        for (int i = 0; i < head.length() && (quoted || head.charAt(i) != '\n' || i == 0); i++) {
            char c = head.charAt(i);
            quoted ^= c == '"';
            commas += c == ',' && !quoted ? 1 : 0;
            semicolons += c == ';' && !quoted ? 1 : 0;
            tabulators += c == '\t' && !quoted ? 1 : 0;
        }
        if (tabulators > 0 && tabulators >= commas && tabulators >= semicolons) {
            return '\t';
        }
        return semicolons > commas ? ';' : ',';
    }

    private static void skipMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
    }

    @Override
    public SheetRow next() throws IOException {
        long line = linesRead + 1;
        if (!records.hasNext()) {
            return null;
        }
        var cells = records.next().toList();
        linesRead = parser.getCurrentLineNumber();
        return new SheetRow(0, line, cells);
    }

    @Override
    public double part() {
        return size == 0 ? 1 : (double) bytes.count() / size;
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException readToItsEndAnyway) {
            // nothing was written
        }
    }
}
