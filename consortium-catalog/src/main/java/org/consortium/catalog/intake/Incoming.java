package org.consortium.catalog.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.consortium.catalog.marc.MarcEntry;
import org.consortium.catalog.marc.MarcItem;
import org.consortium.catalog.marc.MarcWarning;
import org.consortium.core.Refusal;
import org.consortium.core.union.Contributions;
import org.consortium.core.union.Description;
import org.consortium.core.union.RecordId;

/**
 * A record on its way in, with everything worked out that needs no database.
 *
 * @param family the format it came in: MARC21, UNIMARC, or FORM where it was typed in
 * @param hash SHA-256 of the raw bytes, in hexadecimal
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
        Description description,
        String json,
        RecordId takenOver,
        List<MarcItem> items,
        List<MarcWarning> warnings) {

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
                entry.description(),
                Contributions.json(entry.description()),
                null,
                entry.items(),
                entry.warnings());
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
                form.description(),
                json,
                form.takenOver(),
                form.items(),
                List.of());
    }

    /** Two long numbers that begin alike must stay two. */
    private static String shortened(String controlNumber) {
        return !isLong(controlNumber)
                ? controlNumber
                : Texts.clipped(controlNumber, KEPT_OF_A_LONG_ONE)
                        + '~'
                        + hash(controlNumber.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }

    static boolean isLong(String controlNumber) {
        return controlNumber.length() > LONGEST_CONTROL_NUMBER;
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
