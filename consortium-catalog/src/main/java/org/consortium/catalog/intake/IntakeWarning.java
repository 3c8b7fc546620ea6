package org.consortium.catalog.intake;

import java.util.Locale;
import org.consortium.catalog.marc.MarcWarning;
import org.consortium.core.union.RecordId;

/**
 * A doubt about a record that came in all the same.
 *
 * @param number its place among the records of the file, counting from 1
 * @param position where it stands: offset of its first byte, or of a list the line; null where nobody knows any more
 * @param code the message key {@code marc.warning.code}
 * @param tag the MARC field it is about, or empty
 * @param detail what stands there
 * @param record the union record it stands in now, or null
 */
public record IntakeWarning(
        int number, Long position, String controlNumber, String code, String tag, String detail, RecordId record) {

    /** The doubts that only the catalogue can have; those of reading are {@link MarcWarning.Kind}. */
    public enum Kind {
        /** The barcode stands on another title of the same library; the copy was left there. */
        BARCODE_TAKEN,
        /** What stands in the barcode's place cannot be one. */
        BARCODE_ODD,
        /** The member's code of kinds of items is not mapped: the copy is lent to nobody until it is. */
        ITEM_CLASS_UNMAPPED,
        /** The location names no branch of the library: the copy was put at the branch of the import. */
        BRANCH_UNKNOWN,
        /** A record was to be deleted that never came. */
        DELETED_UNKNOWN,
        /** The record is deleted while copies of it are out; they stay known until they come home. */
        COPIES_STILL_OUT,
        /** A line of a list nobody else has a record for: it stands as it is until somebody completes it. */
        BRIEF_RECORD
    }

    public IntakeWarning {
        detail = Texts.clipped(detail, 300);
        tag = Texts.clipped(tag, 10);
    }

    static IntakeWarning of(Incoming incoming, MarcWarning warning) {
        return new IntakeWarning(
                incoming.number(),
                null,
                incoming.controlNumber(),
                warning.code(),
                warning.tag(),
                warning.detail(),
                null);
    }

    static IntakeWarning of(Incoming incoming, Kind kind, String detail) {
        return new IntakeWarning(incoming.number(), null, incoming.controlNumber(), code(kind), "", detail, null);
    }

    private static String code(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
