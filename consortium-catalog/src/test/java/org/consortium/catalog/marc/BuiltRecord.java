package org.consortium.catalog.marc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** A record built by hand for tests; in field texts {@code $} begins a subfield and {@code ~} is a dollar. */
final class BuiltRecord {

    private record Field(String tag, byte[] bytes) {}

    private Charset charset;
    private final List<Field> fields = new ArrayList<>();
    private String leader;

    private BuiltRecord(String leader, Charset charset) {
        this.leader = leader;
        this.charset = charset;
    }

    static BuiltRecord marc21() {
        return new BuiltRecord("00000nam a2200000 a 4500", StandardCharsets.UTF_8);
    }

    /** MARC 21 whose leader says MARC-8; the texts hold its bytes one for each character. */
    static BuiltRecord marc8() {
        return new BuiltRecord("00000nam  2200000 a 4500", StandardCharsets.ISO_8859_1);
    }

    static BuiltRecord cnmarc(Charset charset) {
        return new BuiltRecord("00000nam0 2200000   450 ", charset);
    }

    static BuiltRecord cnmarc() {
        return cnmarc(StandardCharsets.UTF_8)
                .control("001", "0123456")
                .field("100", "  ", "$a20120517d2012    em y0chiy50      ea");
    }

    /** From here on in this encoding. */
    BuiltRecord in(Charset other) {
        charset = other;
        return this;
    }

    BuiltRecord leader(int position, char value) {
        leader = leader.substring(0, position) + value + leader.substring(position + 1);
        return this;
    }

    BuiltRecord control(String tag, String value) {
        fields.add(new Field(tag, value.getBytes(charset)));
        return this;
    }

    BuiltRecord field(String tag, String indicators, String text) {
        fields.add(new Field(tag, (indicators + text.replace('$', '\u001F').replace('~', '$')).getBytes(charset)));
        return this;
    }

    byte[] bytes() {
        var directory = new StringBuilder();
        var data = new ByteArrayOutputStream();
        for (var field : fields) {
            directory.append(field.tag()).append(String.format("%04d%05d", field.bytes().length + 1, data.size()));
            data.writeBytes(field.bytes());
            data.write(0x1E);
        }
        int base = 24 + directory.length() + 1;
        int length = base + data.size() + 1;
        var whole = new ByteArrayOutputStream();
        var start = String.format("%05d", length)
                + leader.substring(5, 12)
                + String.format("%05d", base)
                + leader.substring(17);
        whole.writeBytes((start + directory).getBytes(StandardCharsets.US_ASCII));
        whole.write(0x1E);
        whole.writeBytes(data.toByteArray());
        whole.write(0x1D);
        return whole.toByteArray();
    }

    /** What a reader makes of this record. */
    MarcEntry.Readable read(Path folder) {
        return (MarcEntry.Readable) entries(folder, bytes()).get(0);
    }

    static List<MarcEntry> entries(Path folder, byte[]... parts) {
        return entries(file(folder, parts), MarcOptions.detect());
    }

    static List<MarcEntry> entries(Path file, MarcOptions options) {
        var entries = new ArrayList<MarcEntry>();
        try (var records = MarcFile.open(file, options, Clock.systemUTC())) {
            for (var entry = records.next(); entry != null; entry = records.next()) {
                entries.add(entry);
            }
        }
        return entries;
    }

    static Path file(Path folder, byte[]... parts) {
        try {
            var file = Files.createTempFile(folder, "records", ".mrc");
            var whole = new ByteArrayOutputStream();
            for (var part : parts) {
                whole.writeBytes(part);
            }
            return Files.write(file, whole.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
