package org.consortium.catalog.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.consortium.catalog.marc.MarcEntry;
import org.consortium.catalog.marc.MarcItem;
import org.consortium.catalog.marc.MarcWarning;
import org.consortium.catalog.matching.Publication;
import org.consortium.core.Refusal;
import org.consortium.core.union.Barcode;
import org.consortium.core.union.Contributions;
import org.consortium.core.union.Description;
import org.consortium.core.union.RecordId;

/**
 * A record on its way in, with everything worked out that needs no database.
 *
 * @param family the format it came in: MARC21, UNIMARC, FORM where it was typed in, or LIST where it is a line of a list
 * @param hash SHA-256 of the raw bytes, in hexadecimal
 * @param publication the description, ready to be compared
 * @param json the description as it is stored
 * @param takenOver the union record a librarian took the description over from, or null
 */
record Incoming(
        int number,
        String controlNumber,
        String family,
        String encoding,
        byte[] raw,
        String hash,
        boolean deleted,
        Publication publication,
        String json,
        RecordId takenOver,
        List<MarcItem> items,
        List<MarcWarning> warnings) {

    static final String LIST = "LIST";

    private static final int LONGEST_CONTROL_NUMBER = 100;
    private static final int KEPT_OF_A_LONG_ONE = 80;

    static Incoming of(MarcEntry.Readable entry) {
        return new Incoming(
                entry.number(),
                shortened(entry.controlNumber()),
                entry.family().name(),
                entry.encoding(),
                entry.raw(),
                hash(entry.raw()),
                entry.deleted(),
                Publication.of(entry.description()),
                Contributions.json(entry.description()),
                null,
                entry.items(),
                warnings(entry));
    }

    /** A record that was kept under this control number, which may not be the one its bytes say. */
    static Incoming again(MarcEntry.Readable entry, String controlNumber) {
        var now = of(entry);
        return new Incoming(
                now.number,
                controlNumber,
                now.family,
                now.encoding,
                now.raw,
                now.hash,
                false,
                now.publication,
                now.json,
                null,
                now.items,
                now.warnings);
    }

    private static List<MarcWarning> warnings(MarcEntry.Readable entry) {
        if (!isLong(entry.controlNumber())) {
            return entry.warnings();
        }
        var warnings = new ArrayList<>(entry.warnings());
        warnings.add(new MarcWarning(MarcWarning.Kind.CONTROL_NUMBER_LONG, "001", entry.controlNumber()));
        return warnings;
    }

    static Incoming typedIn(RecordForm form) {
        if (form.controlNumber() == null || form.controlNumber().isBlank()) {
            throw new Refusal(IntakeRefusal.CONTROL_NUMBER_NEEDED);
        }
        var json = Contributions.json(form.description());
        var raw = json.getBytes(StandardCharsets.UTF_8);
        return new Incoming(
                1,
                shortened(form.controlNumber().strip()),
                "FORM",
                "UTF-8",
                raw,
                hash(raw),
                false,
                Publication.of(form.description()),
                json,
                form.takenOver(),
                form.items(),
                List.of());
    }

    /** @param takenOver the union record whose description it takes, or null where the line has its own */
    static Incoming listed(Listed listed, Description description, RecordId takenOver) {
        return new Incoming(
                listed.number(),
                shortened(listed.controlNumber()),
                LIST,
                "UTF-8",
                listed.own(),
                hash(listed.own()),
                false,
                Publication.of(description),
                Contributions.json(description),
                takenOver,
                listed.items(),
                listed.warnings());
    }

    /** A line that names a record to be deleted. */
    static Incoming deletion(int number, String controlNumber, byte[] raw) {
        var nothing = Description.titled(controlNumber).build();
        return new Incoming(
                number,
                shortened(controlNumber),
                LIST,
                "UTF-8",
                raw,
                hash(raw),
                true,
                Publication.of(nothing),
                Contributions.json(nothing),
                null,
                List.of(),
                List.of());
    }

    Incoming withCopiesOf(Incoming sameTitle) {
        var copies = new ArrayList<>(items);
        copies.addAll(sameTitle.items);
        return with(copies);
    }

    /** Of the copies that have none the first get these; the others are left out, for they had theirs before. */
    Incoming withBarcodes(List<Barcode> fresh) {
        var copies = new ArrayList<MarcItem>();
        var next = fresh.iterator();
        for (var item : items) {
            if (!item.barcode().isEmpty()) {
                copies.add(item);
            } else if (next.hasNext()) {
                copies.add(item.barcoded(next.next().value()));
            }
        }
        return with(copies);
    }

    private Incoming with(List<MarcItem> copies) {
        return new Incoming(
                number,
                controlNumber,
                family,
                encoding,
                raw,
                hash,
                deleted,
                publication,
                json,
                takenOver,
                copies,
                warnings);
    }

    Description description() {
        return publication.description();
    }

    boolean isListed() {
        return family.equals(LIST);
    }

    /** Two long numbers that begin alike must stay two. */
    private static String shortened(String controlNumber) {
        return !isLong(controlNumber)
                ? controlNumber
                : Texts.clipped(controlNumber, KEPT_OF_A_LONG_ONE)
                        + '~'
                        + hash(controlNumber.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }

    private static boolean isLong(String controlNumber) {
        return controlNumber.length() > LONGEST_CONTROL_NUMBER;
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
