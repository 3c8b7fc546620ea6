package org.consortium.catalog.marc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An ISO 2709 record taken apart into slices of bytes, before anyone knows what letters they are. Lengths are bytes;
 * where a program counted characters instead, or a number is damaged, the fields are taken in the order they stand.
 */
final class Iso2709Record {

    private static final int LEADER = 24;
    private static final int ENTRY = 12;
    private static final byte SUBFIELD = 0x1F;

    /** A field's tag and where its bytes are, its terminator not included. */
    private record Slice(String tag, int from, int to) {}

    private final byte[] bytes;
    private final String leader;
    private final List<Slice> slices;
    private final Warnings warnings;

    private Iso2709Record(byte[] bytes, String leader, List<Slice> slices, Warnings warnings) {
        this.bytes = bytes;
        this.leader = leader;
        this.slices = slices;
        this.warnings = warnings;
    }

    static Iso2709Record of(RawRecord raw, Warnings warnings) throws UnreadableRecord {
        var bytes = raw.bytes();
        if (bytes.length < LEADER + 2) {
            throw new UnreadableRecord(MarcReject.NOT_A_RECORD, "Only " + bytes.length + " bytes");
        }
        var leader = new String(bytes, 0, LEADER, StandardCharsets.ISO_8859_1);
        int base = base(bytes, warnings);
        int said = number(bytes, 0, 5);
        if (raw.cut() && said > bytes.length + 1) {
            throw new UnreadableRecord(
                    MarcReject.TRUNCATED, "The leader says " + said + " bytes, " + bytes.length + " are there");
        }
        if (said != bytes.length) {
            warnings.add(
                    MarcWarning.Kind.LEADER_REPAIRED,
                    "",
                    "length " + leader.substring(0, 5) + ", really " + bytes.length);
        }
        return new Iso2709Record(bytes, leader, slices(bytes, base, warnings), warnings);
    }

    /** Where the data begin: as the leader says if the directory ends there, else after the first field terminator. */
    private static int base(byte[] bytes, Warnings warnings) throws UnreadableRecord {
        int said = number(bytes, 12, 5);
        if (said > LEADER && said <= bytes.length && bytes[said - 1] == Iso2709Source.FIELD_END) {
            return said;
        }
        int end = LEADER;
        while (end < bytes.length && (isDigit(bytes[end]) || isLetter(bytes[end]))) {
            end++;
        }
        boolean ended = end < bytes.length && bytes[end] == Iso2709Source.FIELD_END;
        // a damaged terminator, exactly where the leader says it should stand, does no harm
        if (end - LEADER < ENTRY || !ended && end != said - 1) {
            throw new UnreadableRecord(MarcReject.BAD_LEADER, "No directory after the leader");
        }
        warnings.add(MarcWarning.Kind.LEADER_REPAIRED, "", "data begin at " + (end + 1));
        return end + 1;
    }

    private static List<Slice> slices(byte[] bytes, int base, Warnings warnings) throws UnreadableRecord {
        int entries = (base - 1 - LEADER) / ENTRY;
        var found = new ArrayList<Slice>(entries);
        for (int i = 0; i < entries; i++) {
            int at = LEADER + i * ENTRY;
            int length = number(bytes, at + 3, 4);
            int from = number(bytes, at + 7, 5) + base;
            int to = from + length - 1;
            if (length > 0 && from >= base && to < bytes.length && isField(bytes, from, to, base)) {
                found.add(new Slice(tag(bytes, at), from, to));
            }
        }
        boolean whole = found.size() == entries && (base - 1 - LEADER) % ENTRY == 0;
        return whole ? found : inOrder(bytes, base, found, warnings);
    }

    private static boolean isField(byte[] bytes, int from, int to, int base) {
        return bytes[to] == Iso2709Source.FIELD_END && (from == base || bytes[from - 1] == Iso2709Source.FIELD_END);
    }

    private static String tag(byte[] bytes, int at) {
        return new String(bytes, at, 3, StandardCharsets.ISO_8859_1);
    }

    /** The directory lies: if it names as many fields as there are terminators, they belong together in their order. */
    private static List<Slice> inOrder(byte[] bytes, int base, List<Slice> trusted, Warnings warnings)
            throws UnreadableRecord {
        var ends = new ArrayList<Integer>();
        for (int i = base; i < bytes.length; i++) {
            if (bytes[i] == Iso2709Source.FIELD_END) {
                ends.add(i);
            }
        }
        var tags = tags(bytes, base, ends);
        if (tags.size() == ends.size() && tags.stream().anyMatch(Iso2709Record::isTag)) {
            warnings.add(MarcWarning.Kind.DIRECTORY_REPAIRED, "", "fields taken in their order");
            var slices = new ArrayList<Slice>(ends.size());
            for (int i = 0; i < ends.size(); i++) {
                slices.add(new Slice(tags.get(i), i == 0 ? base : ends.get(i - 1) + 1, ends.get(i)));
            }
            return slices;
        }
        var missing = tags.size() - trusted.size();
        if (trusted.isEmpty() || tags.stream().noneMatch(Iso2709Record::isTag)) {
            throw new UnreadableRecord(
                    MarcReject.BAD_DIRECTORY,
                    "The directory names " + tags.size() + " fields, " + ends.size()
                            + " are there, none where it says");
        }
        warnings.add(MarcWarning.Kind.FIELD_SKIPPED, "", missing + " fields are not where the directory says");
        return trusted;
    }

    /** The directory's tags. In records beyond 99,999 bytes some programs write longer numbers: then an entry has 13 digits. */
    private static List<String> tags(byte[] bytes, int base, List<Integer> ends) {
        var tags = new ArrayList<String>();
        for (int at = LEADER; at + ENTRY <= base - 1; ) {
            tags.add(tag(bytes, at));
            int from = tags.size() < 2 || tags.size() - 2 >= ends.size() ? 0 : ends.get(tags.size() - 2) + 1 - base;
            boolean longer = from > 99_999 && at + ENTRY < base - 1 && number(bytes, at + 7, 6) == from;
            at += longer ? ENTRY + 1 : ENTRY;
        }
        return tags;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static boolean isLetter(byte b) {
        return b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z';
    }

    /** Digits as a number, or -1. */
    private static int number(byte[] bytes, int from, int digits) {
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            if (!isDigit(bytes[i])) {
                return -1;
            }
            value = value * 10 + bytes[i] - '0';
        }
        return value;
    }

    String leader() {
        return leader;
    }

    /** The fields as one character for each byte: enough to see which family a record is of and what it says of itself. */
    MarcRecord undecoded() {
        return new MarcRecord(leader, slices.stream().map(this::undecoded).toList());
    }

    private MarcField undecoded(Slice slice) {
        var text = new String(bytes, slice.from, slice.to - slice.from, StandardCharsets.ISO_8859_1);
        return new MarcField(slice.tag, ' ', ' ', text, List.of());
    }

    MarcRecord decoded(MarcEncoding encoding) {
        var fields = new ArrayList<MarcField>(slices.size());
        for (var slice : slices) {
            if (!isTag(slice.tag)) {
                warnings.add(MarcWarning.Kind.FIELD_SKIPPED, "", "tag " + slice.tag);
            } else if (slice.tag.startsWith("00")) {
                fields.add(control(slice, encoding));
            } else {
                fields.add(dataField(slice, encoding));
            }
        }
        return new MarcRecord(leader, fields);
    }

    private static boolean isTag(String tag) {
        for (int i = 0; i < tag.length(); i++) {
            char c = tag.charAt(i);
            if ((c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z')) {
                return false;
            }
        }
        return tag.length() == 3;
    }

    private MarcField control(Slice slice, MarcEncoding encoding) {
        // some national formats have subfields here; the first is the value
        int sub = next(SUBFIELD, slice.from, slice.to);
        int from = sub < slice.to ? Math.min(sub + 2, slice.to) : slice.from;
        int to = sub < slice.to ? next(SUBFIELD, from, slice.to) : slice.to;
        return MarcField.control(slice.tag, TextDecoder.decode(bytes, from, to, encoding, warnings, slice.tag));
    }

    private MarcField dataField(Slice slice, MarcEncoding encoding) {
        int sub = next(SUBFIELD, slice.from, slice.to);
        char first = sub > slice.from ? indicator(slice.from) : ' ';
        char second = sub > slice.from + 1 ? indicator(slice.from + 1) : ' ';
        var subfields = new ArrayList<MarcField.Subfield>(4);
        if (sub == slice.to) {
            warnings.add(MarcWarning.Kind.FIELD_DAMAGED, slice.tag, "no subfields");
            int from = Math.min(slice.from + 2, slice.to);
            subfields.add(new MarcField.Subfield(
                    'a', TextDecoder.decode(bytes, from, slice.to, encoding, warnings, slice.tag)));
        }
        while (sub < slice.to) {
            int end = next(SUBFIELD, sub + 1, slice.to);
            if (end > sub + 1) {
                var value = TextDecoder.decode(bytes, sub + 2, Math.max(end, sub + 2), encoding, warnings, slice.tag);
                subfields.add(new MarcField.Subfield((char) (bytes[sub + 1] & 0xFF), value));
            }
            sub = end;
        }
        return new MarcField(slice.tag, first, second, "", subfields);
    }

    private char indicator(int index) {
        char c = (char) (bytes[index] & 0xFF);
        return c > ' ' && c < 0x7F && c != '#' && c != '|' ? c : ' ';
    }

    private int next(byte wanted, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return to;
    }
}
