package org.consortium.web.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A JDK of this machine that is newer than the oldest one the program runs on, and has virtual threads. */
final class NewerJdk {

    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");
    private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

    private NewerJdk() {}

    static Optional<Path> find() {
        return Stream.concat(named(), installed())
                .filter(jdk -> version(jdk) >= FIRST_WITH_VIRTUAL_THREADS)
                .max(Comparator.comparingInt(NewerJdk::version));
    }

    private static Stream<Path> named() {
        return System.getenv().entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("JAVA_HOME"))
                .map(Map.Entry::getValue)
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }

    private static Stream<Path> installed() {
        var debian = inside(Path.of("/usr/lib/jvm"));
        var mac = inside(Path.of("/Library/Java/JavaVirtualMachines")).map(jdk -> jdk.resolve("Contents/Home"));
        return Stream.concat(debian, mac);
    }

    private static Stream<Path> inside(Path directory) {
        if (!Files.isDirectory(directory)) {
            return Stream.empty();
        }
        try (var entries = Files.list(directory)) {
            return entries.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int version(Path jdk) {
        var release = jdk.resolve("release");
        if (!Files.isRegularFile(release) || !Files.isExecutable(jdk.resolve("bin/java"))) {
            return 0;
        }
        try {
            var found = VERSION.matcher(Files.readString(release));
            return found.find() ? Integer.parseInt(found.group(1)) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
