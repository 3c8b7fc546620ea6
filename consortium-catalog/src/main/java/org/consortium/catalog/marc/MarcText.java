package org.consortium.catalog.marc;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A stored record to be looked at by people who read MARC: its leader and its fields, the text decoded. */
public record MarcText(String leader, List<Line> lines) {

    /**
     * A field.
     *
     * @param indicators two characters, # for a blank; none for a control field
     * @param value of a control field
     */
    public record Line(String tag, String indicators, String value, List<Part> parts) {}

    /** A subfield. */
    public record Part(String code, String value) {}

    /**
     * @param encoding the label it was read by
     * @throws IllegalArgumentException when the bytes are no record
     */
    public static MarcText of(byte[] raw, String encoding) {
        try {
            var doubts = new Warnings();
            var text = new String(raw, 0, Math.min(raw.length, 100), StandardCharsets.ISO_8859_1);
            var record = text.stripLeading().startsWith("<")
                    ? XmlRecord.of(raw, doubts)
                    : Iso2709Record.of(RawRecord.whole(0, raw), doubts).decoded(MarcEncoding.named(encoding));
            return new MarcText(
                    record.leader(), record.fields().map(MarcText::line).toList());
        } catch (UnreadableRecord no) {
            throw new IllegalArgumentException("Not a record: " + no.reason(), no);
        }
    }

    private static Line line(MarcField field) {
        var parts = field.subfields().stream()
                .map(subfield -> new Part(String.valueOf(subfield.code()), subfield.value()))
                .toList();
        var indicators = parts.isEmpty() ? "" : shown(field.first()) + shown(field.second());
        return new Line(field.tag(), indicators, field.value(), parts);
    }

    private static String shown(char indicator) {
        return indicator == ' ' ? "#" : String.valueOf(indicator);
    }
}
