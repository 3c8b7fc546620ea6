import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that answers searches over HTTP on this machine. */
final class Engine implements AutoCloseable {

    private static final int PATIENCE_IN_SECONDS = 3_600;

    private final String name;
    private final int port;
    private final Path folder;
    private final Process process;

    /** @param ready an address that answers 200 when the program can be searched */
    Engine(String name, int port, Path folder, List<String> command, Map<String, String> environment, String ready) throws Exception {
        this.name = name;
        this.port = port;
        this.folder = folder;
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log().toFile());
        builder.environment().putAll(environment);
        process = builder.start();
        var begin = System.nanoTime();
        while (!answers(ready)) {
            if (!process.isAlive() || System.nanoTime() - begin > PATIENCE_IN_SECONDS * 1_000_000_000L) {
                close();
                throw new IllegalStateException(name + ": " + Files.readString(log()));
            }
            Thread.sleep(100);
        }
    }

    String name() {
        return name;
    }

    int port() {
        return port;
    }

    private Path log() {
        return folder.resolve("serve.log");
    }

    private boolean answers(String ready) {
        try (var client = new Client(port, false)) {
            return client.get(ready).status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Hundredths of a second that the program and all it has started have worked. */
    long worked() {
        try (var all = Stream.concat(Stream.of(process.toHandle()), process.descendants())) {
            return all.mapToLong(one -> ticks(one.pid())).sum();
        }
    }

    /** With its children that have ended; nothing of a process that has just ended itself. */
    private static long ticks(long process) {
        try {
            var fields = Files.readString(Path.of("/proc", Long.toString(process), "stat")).replaceFirst("(?s).*\\) ", "").split(" ");
            return Stream.of(fields).skip(11).limit(4).mapToLong(Long::parseLong).sum();
        } catch (IOException ended) {
            return 0;
        }
    }

    @Override
    public void close() throws InterruptedException {
        var children = new ArrayList<>(process.descendants().toList());
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        children.forEach(ProcessHandle::destroy);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
