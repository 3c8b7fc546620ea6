package org.consortium.catalog.intake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes small MARC 21 records in UTF-8 (ISO 2709) for tests. */
final class MarcBytes {

    private static final char FIELD_END = 0x1E;
    private static final char RECORD_END = 0x1D;

    private final StringBuilder directory = new StringBuilder();
    private final ByteArrayOutputStream fields = new ByteArrayOutputStream();
    private char status = 'n';

    static MarcBytes numbered(String controlNumber) {
        return new MarcBytes().field("001", controlNumber);
    }

    /** A book with a title, each {@code $} beginning a subfield. */
    static MarcBytes book(String controlNumber, String title) {
        return numbered(controlNumber).field("245", "00$a" + title);
    }

    MarcBytes field(String tag, String content) {
        var bytes = (content.replace('$', (char) 0x1F) + FIELD_END).getBytes(StandardCharsets.UTF_8);
        directory.append("%s%04d%05d".formatted(tag, bytes.length, fields.size()));
        fields.writeBytes(bytes);
        return this;
    }

    MarcBytes deleted() {
        status = 'd';
        return this;
    }

    byte[] bytes() {
        var heads = directory.toString() + FIELD_END;
        int base = 24 + heads.length();
        int length = base + fields.size() + 1;
        var record = new ByteArrayOutputStream();
        record.writeBytes(
                "%05d%cam a22%05d a 4500".formatted(length, status, base).getBytes(StandardCharsets.UTF_8));
        record.writeBytes(heads.getBytes(StandardCharsets.UTF_8));
        record.writeBytes(fields.toByteArray());
        record.write(RECORD_END);
        return record.toByteArray();
    }

    static byte[] file(MarcBytes... records) {
        var file = new ByteArrayOutputStream();
        for (var record : records) {
            file.writeBytes(record.bytes());
        }
        return file.toByteArray();
    }

    /** So many different books. */
    static byte[] books(int number) {
        var file = new ByteArrayOutputStream();
        for (int i = 1; i <= number; i++) {
            file.writeBytes(book("b" + i, "Book number " + i).bytes());
        }
        return file.toByteArray();
    }
}
