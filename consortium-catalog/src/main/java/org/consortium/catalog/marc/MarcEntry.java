package org.consortium.catalog.marc;

import java.util.List;
import org.consortium.core.union.Description;

/** What stands at one place of a file: a record that could be read, or one that could not and why. */
public sealed interface MarcEntry {

    /** The place in the file, counting from 1. */
    int number();

    /** Offset of the first byte in the uncompressed file, from 0. */
    long position();

    /** The bytes as they came; of a MARCXML record its element as UTF-8. */
    byte[] raw();

    /**
     * A record that says what it describes, perhaps with doubts.
     *
     * @param encoding the encoding its text was read in, such as GB18030
     * @param controlNumber field 001, or a substitute made from the bytes that stays the same for the same bytes
     * @param deleted the sender withdrew the record (leader position 5 is d); its description may be thin
     */
    record Readable(
            int number,
            long position,
            byte[] raw,
            MarcFamily family,
            String encoding,
            String controlNumber,
            boolean deleted,
            Description description,
            List<MarcItem> items,
            List<MarcWarning> warnings)
            implements MarcEntry {

        public Readable {
            items = List.copyOf(items);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Something that is no bibliographic record, or no longer.
     *
     * @param detail what was found, in English, for the list of rejects
     */
    record Unreadable(int number, long position, byte[] raw, MarcReject reason, String detail) implements MarcEntry {}
}
