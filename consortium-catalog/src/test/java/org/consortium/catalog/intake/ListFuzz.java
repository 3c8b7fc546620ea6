package org.consortium.catalog.intake;

import java.io.IOException;
import java.nio.file.Path;
import org.consortium.catalog.sheet.SheetFile;
import org.consortium.catalog.sheet.SheetMapping;
import org.consortium.core.Refusal;

/** Whatever bytes come, the reader of lists refuses the file, or makes of each line a record or tells why it cannot. */
public final class ListFuzz {

    private ListFuzz() {}

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        var bytes = FuzzedFile.holding(input);
        try {
            var mapping =
                    SheetMapping.guessed(SheetFile.beginning(bytes, null, 1).get(0));
            read(bytes, new ListLines(mapping, FuzzedFile.CLOCK));
        } catch (Refusal clear) {
            // what people are told
        }
    }

    private static void read(Path bytes, ListLines lines) {
        try (var list = SheetFile.open(bytes, null)) {
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
