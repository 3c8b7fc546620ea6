package org.consortium.catalog.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.consortium.catalog.sheet.SheetFile;
import org.consortium.catalog.sheet.SheetMapping;
import org.consortium.core.Refusal;

/** Whatever bytes come, the reader of lists refuses the file, or makes of each line a record or tells why it cannot. */
public final class ListFuzz {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T00:00:00Z"), ZoneOffset.UTC);
    private static final Path FILE = file();

    private ListFuzz() {}

    private static Path file() {
        try {
            var file = Files.createTempFile("list-fuzz", ".bin");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        Files.write(FILE, input);
        try {
            var mapping =
                    SheetMapping.guessed(SheetFile.beginning(FILE, null, 1).get(0));
            read(new ListLines(mapping, CLOCK));
        } catch (Refusal clear) {
            // what people are told
        }
    }

    private static void read(ListLines lines) {
        try (var list = SheetFile.open(FILE, null)) {
            int number = 0;
            for (var row = list.next(); row != null; row = list.next()) {
                var arrival = lines.read(row, ++number);
                if (arrival.number() != number) {
                    throw new AssertionError("Lines are counted one by one");
                }
            }
        }
    }
}
