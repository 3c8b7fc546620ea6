package org.consortium.catalog.intake;

import java.time.Clock;
import org.consortium.catalog.marc.MarcFile;
import org.consortium.catalog.marc.MarcReject;
import org.consortium.catalog.sheet.SheetFile;
import org.consortium.core.Refusal;

/** A file of records or a list of titles, read place by place from where the import stands. */
interface ArrivingFile extends AutoCloseable {

    /** Null at the end. */
    Arrival next();

    long bytesRead();

    @Override
    void close();

    static ArrivingFile open(IntakeWork work, Clock clock) {
        return work.list() == null
                ? new Records(MarcFile.open(work.file(), work.options(), clock))
                : new Lines(work, SheetFile.open(work.file(), work.encoding()), clock);
    }

    /** Records in a format of catalogues. */
    record Records(MarcFile file) implements ArrivingFile {

        @Override
        public Arrival next() {
            var entry = file.next();
            return entry == null ? null : Arrival.of(entry);
        }

        @Override
        public long bytesRead() {
            return file.bytesRead();
        }

        @Override
        public void close() {
            file.close();
        }
    }

    /** Lines of a list; where it is damaged it ends. */
    final class Lines implements ArrivingFile {

        private final SheetFile file;
        private final ListLines lines;
        private int number;
        private boolean brokeOff;

        private Lines(IntakeWork work, SheetFile file, Clock clock) {
            this.file = file;
            this.lines = new ListLines(work.list(), clock);
            int before = work.seen() + (work.list().heading() ? 1 : 0);
            for (int i = 0; i < before && file.next() != null; i++) {
                // dealt with
            }
            this.number = work.seen();
        }

        @Override
        public Arrival next() {
            if (brokeOff) {
                return null;
            }
            try {
                var row = file.next();
                return row == null ? null : lines.read(row, ++number);
            } catch (Refusal damaged) {
                brokeOff = true;
                return new Arrival.Illegible(
                        ++number, number, new byte[0], MarcReject.FILE_BROKE_OFF.code(), damaged.getMessage());
            }
        }

        @Override
        public long bytesRead() {
            return file.bytesRead();
        }

        @Override
        public void close() {
            file.close();
        }
    }
}
