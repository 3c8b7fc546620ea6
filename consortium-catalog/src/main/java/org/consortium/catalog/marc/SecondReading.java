package org.consortium.catalog.marc;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;

/**
 * Reads records that were read before and kept: their format and encoding are known, what is made of their fields may be
 * more than it was then. Not for several threads at once.
 */
public final class SecondReading {

    private static final int ENOUGH_TO_TELL = 100;

    private final ItemField items;
    private final PublicationYear years;

    /**
     * @param items where copies are told of, where the library has said so; else null
     * @param clock says which years of publication lie in an impossible future
     */
    public SecondReading(ItemField items, Clock clock) {
        this.items = items;
        this.years = new PublicationYear(LocalDate.now(clock).getYear());
    }

    /** @param encoding the label it was read by */
    public MarcEntry read(byte[] raw, MarcFamily family, String encoding, int number) {
        var beginning = new String(raw, 0, Math.min(raw.length, ENOUGH_TO_TELL), StandardCharsets.ISO_8859_1);
        boolean xml = beginning.stripLeading().startsWith("<");
        return new RecordReader(xml, new MarcOptions(family, encoding, items, 1), years)
                .read(RawRecord.whole(0, raw), number);
    }
}
