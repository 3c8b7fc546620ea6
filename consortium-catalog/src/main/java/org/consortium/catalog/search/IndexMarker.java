package org.consortium.catalog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * The file that says which folder holds the finished index, of which form it is and whose records are in it. It is written
 * last: an index without it is unfinished.
 */
record IndexMarker(int schema, String catalogue, String folder) {

    private static final String NAME = "current.properties";

    static Optional<IndexMarker> read(Path root) {
        var file = root.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        var lines = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            lines.load(reader);
            return Optional.of(new IndexMarker(
                    Integer.parseInt(lines.getProperty("schema", "0")),
                    lines.getProperty("catalogue", ""),
                    lines.getProperty("folder", "")));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Whole or not at all, also when the machine stops in between. */
    void write(Path root) {
        var text = "schema=%d%ncatalogue=%s%nfolder=%s%n".formatted(schema, catalogue, folder);
        var draft = root.resolve(NAME + ".new");
        try {
            Files.writeString(draft, text, StandardCharsets.UTF_8);
            Files.move(draft, root.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
