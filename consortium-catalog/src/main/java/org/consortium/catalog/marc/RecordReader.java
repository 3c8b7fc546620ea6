package org.consortium.catalog.marc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Makes entries of raw records, with an eye on the habits of the file they come from. */
final class RecordReader {

    private final boolean xml;
    private final PublicationYear years;
    private final FamilyChoice families;
    private final EncodingChoice encodings;
    private final ItemField ownItems;

    RecordReader(boolean xml, MarcOptions options, PublicationYear years) {
        this.xml = xml;
        this.years = years;
        this.families = new FamilyChoice(options.family());
        this.ownItems = options.items();
        this.encodings = new EncodingChoice(options.encoding() == null ? null : MarcEncoding.named(options.encoding()));
    }

    /** Looks at the records of the beginning first: one with two letters beyond ASCII is read as its neighbours are. */
    void learnFrom(byte[] head) {
        if (xml) {
            return;
        }
        var beginning = new Iso2709Source(new ByteWindow(new ByteArrayInputStream(head)));
        try {
            for (var raw = beginning.next(); raw != null; raw = beginning.next()) {
                learnFrom(raw);
            }
        } catch (IOException impossibleInMemory) {
            throw new IllegalStateException(impossibleInMemory);
        }
    }

    private void learnFrom(RawRecord raw) {
        try {
            var undecoded = Iso2709Record.of(raw, new Warnings()).undecoded();
            families.learn(undecoded);
            var family = families.choose(undecoded);
            encodings.learn(raw.bytes(), family, FamilyChoice.label(family, undecoded));
        } catch (UnreadableRecord saysNothing) {
            // it is listed when its turn comes
        }
    }

    MarcEntry read(RawRecord raw, int number) {
        if (raw.problem() != null) {
            return unreadable(raw, number, raw.problem(), raw.detail());
        }
        try {
            return readable(raw, number);
        } catch (UnreadableRecord reason) {
            return unreadable(raw, number, reason.reason(), reason.getMessage());
        } catch (RuntimeException unforeseen) {
            // the last net: whatever one record holds, the next ones are read
            return unreadable(raw, number, MarcReject.UNEXPECTED, unforeseen.toString());
        }
    }

    private static MarcEntry unreadable(RawRecord raw, int number, MarcReject reason, String detail) {
        return new MarcEntry.Unreadable(number, raw.position(), raw.bytes(), reason, detail);
    }

    private MarcEntry readable(RawRecord raw, int number) throws UnreadableRecord {
        var warnings = new Warnings();
        if (xml) {
            var record = XmlRecord.of(raw.bytes(), warnings);
            return described(raw, number, record, families.choose(record), MarcEncoding.UTF_8, warnings);
        }
        var iso = Iso2709Record.of(raw, warnings);
        var undecoded = iso.undecoded();
        var family = families.choose(undecoded);
        var encoding = encodings.choose(raw.bytes(), family, FamilyChoice.label(family, undecoded), warnings);
        return described(raw, number, iso.decoded(encoding), family, encoding, warnings);
    }

    private MarcEntry described(
            RawRecord raw, int number, MarcRecord record, MarcFamily family, MarcEncoding encoding, Warnings warnings)
            throws UnreadableRecord {
        refuseOtherKinds(record, family);
        boolean deleted = record.leader(5) == 'd';
        var controlNumber = controlNumber(record, raw, warnings);
        // a withdrawn record may consist of its number alone
        var otherwiseTitled = deleted ? controlNumber : "";
        boolean marc21 = family == MarcFamily.MARC21;
        return new MarcEntry.Readable(
                number,
                raw.position(),
                raw.bytes(),
                family,
                encoding.label(),
                controlNumber,
                deleted,
                marc21
                        ? new Marc21Map(record, years, warnings).description(otherwiseTitled)
                        : new UnimarcMap(record, years, warnings).description(otherwiseTitled),
                items(record, marc21, warnings),
                warnings.told());
    }

    private List<MarcItem> items(MarcRecord record, boolean marc21, Warnings warnings) {
        if (ownItems != null && record.has(ownItems.tag())) {
            return ownItems.items(record, warnings);
        }
        return marc21 ? new Marc21Items(record, warnings).items() : new UnimarcItems(record, warnings).items();
    }

    private static void refuseOtherKinds(MarcRecord record, MarcFamily family) throws UnreadableRecord {
        var kind = family == MarcFamily.MARC21 && !record.has("245")
                ? otherKind(record)
                : otherUnimarcKind(record, family);
        if (!kind.isEmpty()) {
            throw new UnreadableRecord(MarcReject.NOT_BIBLIOGRAPHIC, kind);
        }
    }

    private static String otherKind(MarcRecord record) {
        return switch (record.leader(6)) {
            case 'u', 'v', 'x', 'y' ->
                kind(record) + ", 004 = " + record.control("004").strip();
            case 'q', 'w', 'z' -> kind(record);
            default -> "";
        };
    }

    private static String kind(MarcRecord record) {
        return "LDR/06 = " + record.leader(6);
    }

    /** In UNIMARC authorities field 200 is a person's name, not a title. */
    private static String otherUnimarcKind(MarcRecord record, MarcFamily family) {
        return family == MarcFamily.UNIMARC && "xyz".indexOf(record.leader(6)) >= 0 ? kind(record) : "";
    }

    private static String controlNumber(MarcRecord record, RawRecord raw, Warnings warnings) {
        var own = record.control("001").strip();
        // exports exist whose every record has the same word there
        if (own.chars().anyMatch(Character::isDigit)) {
            return own;
        }
        var substitute = "x" + hash(raw.bytes());
        warnings.add(MarcWarning.Kind.NO_CONTROL_NUMBER, "001", own.isEmpty() ? substitute : own + " -> " + substitute);
        return substitute;
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
