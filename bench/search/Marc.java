import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** As much of a MARC 21 record (ISO 2709, UTF-8) as the comparison needs. */
record Marc(byte[] bytes, List<Field> fields) {

    /** @param text for a data field its indicators and subfields, each subfield after U+001F */
    record Field(String tag, String text) {

        /** The first subfield of this code, or empty. */
        String of(char code) {
            for (var part : text.split("\u001f")) {
                if (!part.isEmpty() && part.charAt(0) == code && !text.startsWith(part)) {
                    return part.substring(1);
                }
            }
            return "";
        }

        /** All subfields, spaces between them. */
        String words() {
            var words = new StringBuilder();
            var parts = text.split("\u001f");
            for (var i = 1; i < parts.length; i++) {
                words.append(parts[i].substring(1)).append(' ');
            }
            return words.toString().strip();
        }
    }

    /** The next record, or null at the end. */
    static Marc read(InputStream in) throws IOException {
        var head = in.readNBytes(5);
        if (head.length < 5) {
            return null;
        }
        var bytes = new byte[Integer.parseInt(new String(head, UTF_8))];
        System.arraycopy(head, 0, bytes, 0, 5);
        in.readNBytes(bytes, 5, bytes.length - 5);
        var base = Integer.parseInt(text(bytes, 12, 5));
        var fields = new ArrayList<Field>();
        for (var entry = 24; bytes[entry] != 0x1e; entry += 12) {
            var length = Integer.parseInt(text(bytes, entry + 3, 4));
            var from = base + Integer.parseInt(text(bytes, entry + 7, 5));
            fields.add(new Field(text(bytes, entry, 3), text(bytes, from, length - 1)));
        }
        return new Marc(bytes, fields);
    }

    List<Field> all(String... tags) {
        return fields.stream().filter(field -> List.of(tags).contains(field.tag())).toList();
    }

    /** The first such subfield, or empty. */
    String first(String tag, char code) {
        return all(tag).stream().map(field -> field.of(code)).findFirst().orElse("");
    }

    /** A fixed field's characters, as 008/35-37 for the language. */
    String fixed(String tag, int from, int until) {
        return all(tag).stream().map(field -> field.text().substring(from, until)).findFirst().orElse("");
    }

    private static String text(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, UTF_8);
    }
}
