import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Starts the packaged program in an empty home with the demo world, and again with the data there, and prints what it costs. */
class Program {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int WORDS = 200;
    private static final Pattern TITLE = Pattern.compile("\"title\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern RECORD = Pattern.compile("href=\"(/records/[0-9a-z]+)");
    private static final Pattern PART = Pattern.compile("(?:href|src)=\"(/(?:css|js|fonts|webjars)/[^\"]+)\"");
    private static final Pattern WORD = Pattern.compile("\\p{IsHan}{2}|[\\p{IsLatin}]{4,}");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path jar;
    private final Path home;
    private final int port;

    Program(Path jar, Path home, int port) {
        this.jar = jar;
        this.home = home;
        this.port = port;
    }

    public static void main(String[] arguments) throws Exception {
        var home = Files.createTempDirectory("consortium-bench");
        var program = new Program(Path.of(arguments[0]), home, freePort());
        var first = program.start("start with an empty home, demo world acted out");
        System.out.printf("resident after the demo world: %s%n", program.resident(first));
        stop(first);
        var second = program.start("start with data present");
        System.out.printf("resident after the start: %s%n", program.resident(second));
        program.weigh();
        program.timeSearches();
        System.out.printf("resident after the searches: %s%n", program.resident(second));
        stop(second);
        System.out.printf("data on disk: %d MB%n", sizeOf(home) >> 20);
        remove(home);
    }

    private Process start(String what) throws Exception {
        var begin = System.nanoTime();
        var builder = new ProcessBuilder("java", "-Xmx768m", "-jar", jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("bench.log").toFile());
        builder.environment().put("CONSORTIUM_HOME", home.toString());
        builder.environment().put("CONSORTIUM_DEMO", "true");
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        var process = builder.start();
        while (!serves()) {
            if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IllegalStateException(Files.readString(home.resolve("bench.log")));
            }
            Thread.sleep(20);
        }
        System.out.printf("%s: %.1f s to the first page%n", what, (System.nanoTime() - begin) / 1e9);
        return process;
    }

    private boolean serves() throws InterruptedException {
        try {
            return get("/").length > 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void stop(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The program does not stop");
        }
    }

    /** Of the program, and of the database with it; memory that the database's processes share is counted once for all of them. */
    private String resident(Process process) throws IOException {
        var database = 0L;
        try (var all = ProcessHandle.allProcesses()) {
            for (var other : all.filter(this::isDatabase).toList()) {
                database += kilobytes(other.pid(), "Pss:", "smaps_rollup");
            }
        }
        return "program %d MB, database %d MB"
                .formatted(kilobytes(process.pid(), "VmRSS:", "status") >> 10, database >> 10);
    }

    private boolean isDatabase(ProcessHandle process) {
        return process.info().command().filter(name -> name.startsWith(home.toString())).isPresent();
    }

    private static long kilobytes(long process, String name, String file) throws IOException {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process), file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        }
    }

    /** As a browser fetches them for the first time, compressed. */
    private void weigh() throws Exception {
        var record = RECORD.matcher(new String(get("/search?q=" + encoded("红楼梦")), UTF_8));
        if (!record.find()) {
            throw new IllegalStateException("The demo world has no such record");
        }
        for (var page : List.of("/", "/search?q=" + encoded("中国"), record.group(1))) {
            var parts = new LinkedHashSet<String>();
            PART.matcher(new String(get(page), UTF_8)).results().forEach(part -> parts.add(part.group(1)));
            var others = 0;
            for (var part : parts) {
                others += transferred(part);
            }
            var html = transferred(page);
            System.out.printf("%s: %d bytes of HTML, %d with styles and scripts%n", page, html, html + others);
        }
    }

    private void timeSearches() throws Exception {
        var words = words();
        words.forEach(this::timeOf);
        var times = words.stream().map(this::timeOf).sorted().toList();
        System.out.printf(
                "GET /api/v1/records, %d words of titles, one after the other, warm: p50 %.1f ms, p95 %.1f ms, slowest %.1f ms%n",
                times.size(), at(times, 0.50), at(times, 0.95), at(times, 1));
    }

    private double timeOf(String word) {
        try {
            var begin = System.nanoTime();
            get("/api/v1/records?q=" + encoded(word));
            return (System.nanoTime() - begin) / 1e6;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    private List<String> words() throws Exception {
        Set<String> words = new LinkedHashSet<>();
        for (var page = 0; page < 10; page++) {
            var answer = new String(get("/api/v1/records?size=100&page=" + page), UTF_8);
            TITLE.matcher(answer).results().forEach(title -> WORD.matcher(title.group(1))
                    .results()
                    .forEach(word -> words.add(word.group())));
        }
        var shuffled = new ArrayList<>(words);
        Collections.shuffle(shuffled, new Random(1));
        return shuffled.subList(0, Math.min(WORDS, shuffled.size()));
    }

    private byte[] get(String path) throws IOException, InterruptedException {
        var answer = http.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    private int transferred(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address(path)).header("Accept-Encoding", "gzip").build();
        return http.send(request, BodyHandlers.ofByteArray()).body().length;
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static long sizeOf(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
