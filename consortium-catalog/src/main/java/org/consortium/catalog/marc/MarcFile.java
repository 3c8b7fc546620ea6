package org.consortium.catalog.marc;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.consortium.core.Refusal;

/**
 * One file of catalogue records, read record by record in the order they stand; it never stops for one bad record. Plain
 * or gzipped, ISO 2709 or MARCXML: told by what is in it, not by its name. Not for several threads at once.
 */
public final class MarcFile implements AutoCloseable {

    private final OpenedFile file;
    private final RecordReader reader;
    private final int startAt;
    private int number;
    private boolean brokeOff;

    private MarcFile(OpenedFile file, RecordReader reader, int startAt) {
        this.file = file;
        this.reader = reader;
        this.startAt = startAt;
    }

    /**
     * Opens a file of records.
     *
     * @param clock says which years of publication lie in an impossible future
     * @throws Refusal with a {@link MarcRefusal} when it is something else
     */
    public static MarcFile open(Path file, MarcOptions options, Clock clock) {
        var opened = OpenedFile.open(file);
        var years = new PublicationYear(LocalDate.now(clock).getYear());
        var reader = new RecordReader(opened.xml(), options, years);
        reader.learnFrom(opened.head());
        return new MarcFile(opened, reader, options.startAt());
    }

    /** The next entry, readable or not, or null at the end. */
    public MarcEntry next() {
        while (!brokeOff) {
            RawRecord raw;
            try {
                raw = file.records().next();
            } catch (IOException broken) {
                brokeOff = true;
                raw = RawRecord.spoilt(
                        file.records().position(), new byte[0], MarcReject.FILE_BROKE_OFF, broken.toString());
            }
            if (raw == null) {
                return null;
            }
            number++;
            if (number >= startAt || brokeOff) {
                return reader.read(raw, number);
            }
        }
        return null;
    }

    /** Bytes of the file on disk read so far, packed ones if it is packed; with {@link #bytesTotal} the progress. */
    public long bytesRead() {
        return file.packed().count();
    }

    public long bytesTotal() {
        return file.size();
    }

    @Override
    public void close() {
        file.close();
    }
}
