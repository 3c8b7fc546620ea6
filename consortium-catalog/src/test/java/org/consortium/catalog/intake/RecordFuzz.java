package org.consortium.catalog.intake;

import java.io.IOException;
import java.util.regex.Pattern;
import org.consortium.catalog.marc.MarcEntry;
import org.consortium.catalog.marc.MarcFile;
import org.consortium.catalog.marc.MarcOptions;
import org.consortium.core.Refusal;

/** Whatever bytes come, the reader of records refuses the file, or tells of each record that it can or cannot be read. */
public final class RecordFuzz {

    /** As JSON writes it; a backslash before it is one of the text. */
    private static final Pattern NUL = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u0000");

    private RecordFuzz() {}

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        var bytes = FuzzedFile.holding(input);
        try (var file = MarcFile.open(bytes, MarcOptions.detect(), FuzzedFile.CLOCK)) {
            int number = 0;
            for (var entry = file.next(); entry != null; entry = file.next()) {
                check(entry, ++number, input.length);
            }
        } catch (Refusal clear) {
            // what people are told
        }
    }

    private static void check(MarcEntry entry, int number, int length) {
        must(entry.number() == number, "records are counted one by one");
        must(entry.raw().length > 0, "a record has bytes");
        if (entry instanceof MarcEntry.Readable readable) {
            var incoming = Incoming.of(readable);
            must(!incoming.description().title().isBlank(), "a record that can be read has a title");
            must(incoming.controlNumber().length() <= 100, "a control number fits its column");
            must(!NUL.matcher(incoming.json()).find(), "no NUL is stored");
        }
    }

    private static void must(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("It does not hold that " + what);
        }
    }
}
