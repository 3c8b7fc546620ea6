package org.consortium.catalog.reading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consortium.core.Link;
import org.consortium.core.Refusal;
import org.consortium.core.union.Format;
import org.consortium.core.union.RecordId;

/**
 * A list of records a reader keeps, in her own order.
 *
 * @param link the address others see it at, while she shares it
 * @param lines in her order; two records that became one stand once
 * @param taken out of it within a day, and so can be put back
 */
public record ReadingList(
        Handle handle,
        String name,
        String note,
        Optional<Link> link,
        Instant changedAt,
        List<Line> lines,
        List<Line> taken) {

    public static final int LONGEST_NAME = 100;
    public static final int LONGEST_NOTE = 1000;
    public static final int LONGEST_LINE_NOTE = 500;

    /** Of one reader. */
    public static final int MOST_LISTS = 100;

    /** In one list. */
    public static final int MOST_RECORDS = 500;

    /**
     * One record of the list.
     *
     * @param record as it is known today
     * @param year null where it is not stated
     * @param held false where no library has it any more
     */
    public record Line(
            RecordId record,
            String title,
            String byline,
            String publisher,
            Integer year,
            Format format,
            String clc,
            boolean held,
            int copies,
            int onShelf,
            String note,
            Instant addedAt) {}

    /** A list among the others of its reader. */
    public record Summary(
            Handle handle, String name, String note, Optional<Link> link, int records, Instant changedAt) {}

    static String name(String typed) {
        var name = typed == null ? "" : typed.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new Refusal(ReadingRefusal.READING_LIST_NAME, LONGEST_NAME);
        }
        return name;
    }

    static String note(String typed, int longest) {
        var note = typed == null ? "" : typed.strip();
        if (note.length() > longest) {
            throw new Refusal(ReadingRefusal.READING_LIST_NOTE, longest);
        }
        return note;
    }
}
