package org.consortium.catalog.marc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An ISO 2709 record taken apart into slices of bytes, before anyone knows what letters they are, and decoded when it
 * is known.
 */
final class Iso2709Record {

    private static final byte SUBFIELD = 0x1F;

    private final byte[] bytes;
    private final String leader;
    private final List<Iso2709Directory.Slice> slices;
    private final Warnings warnings;

    private Iso2709Record(byte[] bytes, String leader, List<Iso2709Directory.Slice> slices, Warnings warnings) {
        this.bytes = bytes;
        this.leader = leader;
        this.slices = slices;
        this.warnings = warnings;
    }

    static Iso2709Record of(RawRecord raw, Warnings warnings) throws UnreadableRecord {
        var bytes = raw.bytes();
        if (bytes.length < Iso2709Directory.LEADER + 2) {
            throw new UnreadableRecord(MarcReject.NOT_A_RECORD, "");
        }
        var leader = new String(bytes, 0, Iso2709Directory.LEADER, StandardCharsets.ISO_8859_1);
        int said = Iso2709Directory.number(bytes, 0, 5);
        if (raw.cut() && said > bytes.length + 1) {
            throw new UnreadableRecord(MarcReject.TRUNCATED, bytes.length + " / " + said);
        }
        var slices = Iso2709Directory.slices(bytes, warnings);
        if (said != bytes.length) {
            warnings.add(
                    MarcWarning.Kind.LEADER_REPAIRED,
                    "",
                    "00-04 = " + bytes.length + " (" + leader.substring(0, 5) + ")");
        }
        return new Iso2709Record(bytes, leader, slices, warnings);
    }

    /** The fields as one character for each byte: enough to see which family a record is of and what it says of itself. */
    MarcRecord undecoded() {
        return new MarcRecord(leader, slices.stream().map(this::undecoded).toList());
    }

    private MarcField undecoded(Iso2709Directory.Slice slice) {
        var text = new String(bytes, slice.from(), slice.to() - slice.from(), StandardCharsets.ISO_8859_1);
        return new MarcField(slice.tag(), ' ', ' ', text, List.of());
    }

    MarcRecord decoded(MarcEncoding encoding) {
        var fields = new ArrayList<MarcField>(slices.size());
        for (var slice : slices) {
            if (!Iso2709Directory.isTag(slice.tag())) {
                warnings.add(MarcWarning.Kind.FIELD_SKIPPED, "", slice.tag());
            } else if (slice.tag().startsWith("00")) {
                fields.add(control(slice, encoding));
            } else {
                fields.add(dataField(slice, encoding));
            }
        }
        return new MarcRecord(leader, fields);
    }

    private MarcField control(Iso2709Directory.Slice slice, MarcEncoding encoding) {
        // some national formats have subfields here; the first is the value
        int sub = next(SUBFIELD, slice.from(), slice.to());
        int from = sub < slice.to() ? Math.min(sub + 2, slice.to()) : slice.from();
        int to = sub < slice.to() ? next(SUBFIELD, from, slice.to()) : slice.to();
        return MarcField.control(slice.tag(), TextDecoder.decode(bytes, from, to, encoding, warnings, slice.tag()));
    }

    private MarcField dataField(Iso2709Directory.Slice slice, MarcEncoding encoding) {
        int sub = next(SUBFIELD, slice.from(), slice.to());
        char first = sub > slice.from() ? indicator(slice.from()) : ' ';
        char second = sub > slice.from() + 1 ? indicator(slice.from() + 1) : ' ';
        var subfields = new ArrayList<MarcField.Subfield>(4);
        if (sub == slice.to()) {
            warnings.add(MarcWarning.Kind.FIELD_DAMAGED, slice.tag(), "");
            int from = Math.min(slice.from() + 2, slice.to());
            subfields.add(new MarcField.Subfield(
                    'a', TextDecoder.decode(bytes, from, slice.to(), encoding, warnings, slice.tag())));
        }
        while (sub < slice.to()) {
            int end = next(SUBFIELD, sub + 1, slice.to());
            if (end > sub + 1) {
                var value = TextDecoder.decode(bytes, sub + 2, Math.max(end, sub + 2), encoding, warnings, slice.tag());
                subfields.add(new MarcField.Subfield((char) (bytes[sub + 1] & 0xFF), value));
            }
            sub = end;
        }
        return new MarcField(slice.tag(), first, second, "", subfields);
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
