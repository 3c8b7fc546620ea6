package org.consortium.catalog.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.consortium.core.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Files sent for import, kept until they are read: they go to disk as they come in, however large, up to a limit. */
@Component
class Uploads {

    private static final Logger log = LoggerFactory.getLogger(Uploads.class);
    private static final String SUFFIX = ".import";
    private static final int LONGEST_NAME = 300;
    /** What is older and no job needs was broken off, or its job cancelled. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Path folder;
    private final DataSize limit;

    Uploads(@Value("${consortium.home}") Path home, @Value("${consortium.upload-limit:512MB}") DataSize limit) {
        this.folder = home.resolve("uploads");
        this.limit = limit;
    }

    Upload take(String fileName, InputStream content) {
        try {
            Files.createDirectories(folder);
            var path = folder.resolve(UUID.randomUUID() + SUFFIX);
            try {
                return new Upload(plainName(fileName), path, write(content, path));
            } catch (IOException | RuntimeException broken) {
                Files.deleteIfExists(path);
                throw broken;
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A file that lies on disk already becomes one of these. */
    Upload adopt(String name, Path file) {
        try {
            Files.createDirectories(folder);
            long bytes = Files.size(file);
            var path = folder.resolve(UUID.randomUUID() + SUFFIX);
            Files.move(file, path);
            return new Upload(plainName(name), path, bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private long write(InputStream content, Path path) throws IOException {
        long bytes = 0;
        var buffer = new byte[1 << 16];
        try (var out = Files.newOutputStream(path)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                bytes += read;
                if (bytes > limit.toBytes()) {
                    throw new Refusal(IntakeRefusal.FILE_TOO_LARGE, limit.toMegabytes());
                }
                out.write(buffer, 0, read);
            }
        }
        return bytes;
    }

    /** Browsers may send a whole path; the name is shown, never used as one. */
    private static String plainName(String fileName) {
        var name = fileName == null ? "" : fileName.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        return name.isBlank() ? "-" : Texts.clipped(name.strip(), LONGEST_NAME);
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    boolean has(String name) {
        return Files.isRegularFile(path(name));
    }

    void remove(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            log.warn("The upload {} stays: {}", path.getFileName(), e.toString());
        }
    }

    void removeAbandoned(Set<String> inUse, Instant now) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (var file : files) {
                if (!inUse.contains(file.getFileName().toString())
                        && Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(ABANDONED))) {
                    remove(file);
                }
            }
        } catch (IOException e) {
            log.warn("Old uploads could not be looked through: {}", e.toString());
        }
    }
}
