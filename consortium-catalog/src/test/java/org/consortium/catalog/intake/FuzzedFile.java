package org.consortium.catalog.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** The one file whose bytes are tried again and again. */
final class FuzzedFile {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T00:00:00Z"), ZoneOffset.UTC);

    private static final Path FILE = create();

    private FuzzedFile() {}

    private static Path create() {
        try {
            var file = Files.createTempFile("fuzzed", ".bin");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path holding(byte[] bytes) throws IOException {
        return Files.write(FILE, bytes);
    }
}
