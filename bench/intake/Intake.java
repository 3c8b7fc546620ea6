import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Twenty members send their records through the public API into an empty consortium; prints how many records a second
 * come in and can be found, what memory and disk that takes, and what Zebra needs to index the same records.
 */
final class Intake {

    static final long SEED = 20_261_122;
    private static final Duration PATIENCE = Duration.ofHours(3);
    private static final Pattern CODE = Pattern.compile("one-time code ([A-Z0-9-]+)");
    private static final String STAFF = "council-bench";

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final Path jar;
    private final Path home;
    private final int port;
    private final Runtime.Version java = Runtime.version();
    private Process program;
    private String token;
    private volatile long mostOfDatabase;

    Intake(Path jar, Path home, int port) {
        this.jar = jar;
        this.home = home;
        this.port = port;
    }

    public static void main(String[] arguments) throws Exception {
        var records = Integer.parseInt(arguments[1]);
        var copies = Double.parseDouble(arguments[2]);
        var folder = Files.createTempDirectory(Path.of(arguments[3]), "intake");
        var home = Files.createDirectory(folder.resolve("home"));
        var files = write(records, copies, Books.KNOWN, folder);
        var intake = new Intake(Path.of(arguments[0]), home, freePort());
        var ours = 0.0;
        try {
            ours = intake.measure(files);
        } finally {
            intake.stop();
        }
        zebra(Path.of(arguments[4]), folder.resolve("all.mrc"), records, ours);
        remove(folder);
    }

    /** The same records once in a file of each member, once all together. */
    static List<Sent> write(int records, double copies, double known, Path folder) throws IOException {
        var books = new Books(records, SEED, copies, known);
        var counts = new int[Books.MEMBERS];
        var outs = new ArrayList<OutputStream>();
        for (var member = 0; member < Books.MEMBERS; member++) {
            outs.add(new BufferedOutputStream(Files.newOutputStream(folder.resolve("m" + member + ".mrc"))));
        }
        try (var all = new BufferedOutputStream(Files.newOutputStream(folder.resolve("all.mrc")))) {
            for (var i = 0; i < records; i++) {
                var made = books.next();
                counts[made.member()]++;
                outs.get(made.member()).write(made.record());
                all.write(made.record());
            }
        }
        var files = new ArrayList<Sent>();
        for (var member = 0; member < Books.MEMBERS; member++) {
            outs.get(member).close();
            files.add(new Sent("m" + member, folder.resolve("m" + member + ".mrc"), counts[member]));
        }
        System.out.printf("%,d records of %,d books from %d members, %,d MB%n", records, books.books(), Books.MEMBERS, Files.size(folder.resolve("all.mrc")) >> 20);
        return files;
    }

    record Sent(String library, Path file, int records) {}

    double measure(List<Sent> files) throws Exception {
        start();
        found(files);
        var watch = new Thread(this::watchDatabase);
        watch.setDaemon(true);
        watch.start();

        var begin = System.nanoTime();
        var worked = worked();
        var jobs = new ArrayList<String>();
        for (var file : files) {
            jobs.add(send(file));
        }
        System.out.printf("sent: %.1f s%n", seconds(begin));
        System.out.printf("%-8s %9s %9s %9s %9s %9s %9s%n", "member", "records", "joined", "copies", "at once/s", "so far/s", "behind");
        var total = 0;
        var joined = 0;
        var rates = new ArrayList<Double>();
        for (var i = 0; i < jobs.size(); i++) {
            var before = System.nanoTime();
            var job = finished(jobs.get(i));
            total += number(job, "added");
            joined += number(job, "joined");
            if (number(job, "added") != files.get(i).records()) {
                throw new IllegalStateException("Not all came in: " + job);
            }
            rates.add(files.get(i).records() / seconds(before));
            System.out.printf("%-8s %,9d %,9d %,9d %,9.0f %,9.0f %,9d%n", files.get(i).library(), number(job, "added"), number(job, "joined"), number(job, "copies"), rates.get(i), total / seconds(begin), total - joined - found());
        }
        var stored = seconds(begin);
        while (found() < total - joined) {
            Thread.sleep(100);
        }
        while (behind() > 0) {
            Thread.sleep(1000);
        }
        var findable = seconds(begin);
        System.out.printf("stored: %,.0f records/s; stored and findable: %,.0f records/s (%.0f s); %,d union records%n", total / stored, total / findable, findable, total - joined);
        System.out.printf("the last two members at %.0f %% of the speed of the first two%n", 100 * (rates.get(rates.size() - 1) + rates.get(rates.size() - 2)) / (rates.get(0) + rates.get(1)));
        System.out.printf("work of the processors: program %.0f µs, database %.0f µs a record%n", (worked()[0] - worked[0]) * 1e4 / total, (worked()[1] - worked[1]) * 1e4 / total);
        System.out.printf("at most: program %,d MB resident (heap -Xmx2g), database %,d MB; Java %s%n", status("VmHWM:") >> 10, mostOfDatabase >> 10, java);
        System.out.printf("on disk: database %,d MB, index %,d MB%n", sizeOf(home.resolve("postgres")) >> 20, sizeOf(home.resolve("index")) >> 20);
        return total / findable;
    }

    /** The consortium and its members. */
    void found(List<Sent> files) throws Exception {
        begin();
        for (var file : files) {
            call("POST", "/libraries", "{\"code\":\"%1$s\",\"name\":{\"zh\":\"成员馆%1$s\"},\"kind\":\"COUNTY\"}".formatted(file.library()));
            call("POST", "/libraries/" + file.library() + "/branches", "{\"code\":\"%1$s-main\",\"name\":{\"zh\":\"总馆\"},\"zone\":\"Asia/Shanghai\",\"pickup\":true}".formatted(file.library()));
        }
    }

    /** @return the import's number */
    String send(Sent file) throws Exception {
        var answer = send(request("/libraries/" + file.library() + "/imports?branch=" + file.library() + "-main")
                .header("Content-Type", "application/marc")
                .POST(BodyPublishers.ofFile(file.file())).build());
        return text(answer, "number");
    }

    void start() throws Exception {
        var options = System.getenv().getOrDefault("BENCH_JAVA_OPTIONS", "");
        var command = new ArrayList<>(List.of("java", "-Xmx2g"));
        if (!options.isBlank()) {
            command.addAll(List.of(options.split(" ")));
        }
        command.addAll(List.of("-jar", jar.toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(home.resolve("bench.log").toFile());
        builder.environment().putAll(Map.of("CONSORTIUM_HOME", home.toString(), "SERVER_PORT", Integer.toString(port)));
        program = builder.start();
        var begin = System.nanoTime();
        while (!log().contains("Consortium is ready")) {
            if (!program.isAlive() || seconds(begin) > 300) {
                throw new IllegalStateException(log());
            }
            Thread.sleep(100);
        }
    }

    /** The first council admin, and a token of hers. */
    private void begin() throws Exception {
        var code = CODE.matcher(log());
        if (!code.find()) {
            throw new IllegalStateException("The program tells no code");
        }
        var page = browser.send(HttpRequest.newBuilder(address("/first-run")).build(), BodyHandlers.ofString()).body();
        var form = new TreeMap<>(Map.of("code", code.group(1), "libraryCode", "council", "kind", "CITY", "libraryNameZh", "理事会", "login", STAFF, "nameZh", "理事", "password", "bench-" + SEED));
        form.put("_csrf", group("name=\"_csrf\"[^>]*value=\"([^\"]+)\"", page));
        var body = form.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8)).reduce((a, b) -> a + "&" + b).orElseThrow();
        var answer = browser.send(HttpRequest.newBuilder(address("/first-run")).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 302) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        var session = browser.send(HttpRequest.newBuilder(address("/api/v1/session")).build(), BodyHandlers.ofString()).body();
        var made = browser.send(HttpRequest.newBuilder(address("/api/v1/tokens")).header("Content-Type", "application/json").header(group("\"(X-[A-Z-]*TOKEN)\"", session), group("\"token\":\"([^\"]+)\"", session)).POST(BodyPublishers.ofString("{\"label\":\"bench\"}")).build(), BodyHandlers.ofString()).body();
        token = group("\"secret\":\"([^\"]+)\"", made);
    }

    boolean isFinished(String number) throws Exception {
        return text(send(request("/imports/" + number).build()), "state").equals("DONE");
    }

    String finished(String number) throws Exception {
        for (var begin = System.nanoTime(); seconds(begin) < PATIENCE.toSeconds(); Thread.sleep(200)) {
            var job = send(request("/imports/" + number).build());
            switch (text(job, "state")) {
                case "DONE" -> {
                    return job;
                }
                case "FAILED", "CANCELLED" -> throw new IllegalStateException(job);
                default -> {
                    // goes on
                }
            }
        }
        throw new IllegalStateException("Import " + number + " does not end");
    }

    int found() throws Exception {
        return number(send(request("/records?size=1").build()), "total");
    }

    /** Records whose documents are not as the catalogue says. */
    int behind() throws Exception {
        var index = send(request("/index").build());
        return number(index, "due");
    }

    private void call(String method, String path, String body) throws Exception {
        send(request(path).header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body)).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address("/api/v1" + path)).header("Authorization", "Bearer " + token);
    }

    private String send(HttpRequest request) throws Exception {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(request.uri() + " answered " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String text(String json, String name) {
        return group("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"", json);
    }

    static int number(String json, String name) {
        return Integer.parseInt(group("\"" + name + "\"\\s*:\\s*(\\d+)", json));
    }

    private static String group(String pattern, String text) {
        var found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("No " + pattern + " in " + text);
        }
        return found.group(1);
    }

    /** Hundredths of a second that the program and the database's processes, also those that have ended, have worked. */
    private long[] worked() {
        return new long[] {ticks(program.pid()), database().mapToLong(one -> ticks(one.pid())).sum()};
    }

    private static long ticks(long process) {
        try {
            var fields = Files.readString(Path.of("/proc", Long.toString(process), "stat")).replaceFirst(".*\\) ", "").split(" ");
            return Stream.of(fields).skip(11).limit(4).mapToLong(Long::parseLong).sum();
        } catch (IOException ended) {
            return 0;
        }
    }

    private Stream<ProcessHandle> database() {
        return ProcessHandle.allProcesses().filter(one -> one.info().command().filter(name -> name.startsWith(home.toString())).isPresent());
    }

    private void watchDatabase() {
        while (program.isAlive()) {
            try (var all = database()) {
                var now = all.mapToLong(one -> kilobytes(one.pid(), "Pss:", "smaps_rollup")).sum();
                mostOfDatabase = Math.max(mostOfDatabase, now);
                Thread.sleep(2_000);
            } catch (InterruptedException end) {
                return;
            }
        }
    }

    private long status(String name) {
        return kilobytes(program.pid(), name, "status");
    }

    /** None of a process that has just ended. */
    private static long kilobytes(long process, String name, String file) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process), file))) {
            return lines.filter(line -> line.startsWith(name)).map(line -> line.replaceAll("\\D", "")).mapToLong(Long::parseLong).findFirst().orElse(0);
        } catch (IOException ended) {
            return 0;
        }
    }

    private String log() throws IOException {
        return Files.readString(home.resolve("bench.log"));
    }

    /** As if the machine lost its power, or only the program its life (kill -9). */
    void kill(boolean withDatabase) throws InterruptedException {
        var processes = new ArrayList<>(withDatabase ? database().toList() : List.<ProcessHandle>of());
        processes.add(program.toHandle());
        processes.forEach(ProcessHandle::destroyForcibly);
        program.waitFor();
    }

    void stop() throws InterruptedException {
        if (program != null) {
            program.destroy();
            if (!program.waitFor(60, TimeUnit.SECONDS)) {
                program.destroyForcibly();
            }
        }
    }

    /** Zebra's indexing alone: it neither matches nor keeps copies. */
    private static void zebra(Path settings, Path records, int count, double ours) throws Exception {
        var folder = Files.createDirectory(records.resolveSibling("zebra"));
        try (var files = Files.walk(settings)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = folder.resolve(settings.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        for (var name : List.of("reg", "tmp", "lock")) {
            Files.createDirectory(folder.resolve(name));
        }
        try {
            zebraidx(folder, "init");
        } catch (IOException none) {
            System.out.println("Left out: Zebra beside it, because there is no command zebraidx (Debian: idzebra-2.0)");
            return;
        }
        var begin = System.nanoTime();
        zebraidx(folder, "update", records.toString());
        var rate = count / seconds(begin);
        System.out.printf("zebraidx, indexing only: %,.0f records/s, register %,d MB; ours reaches %.2f of that with all its work%n", rate, sizeOf(folder.resolve("reg")) >> 20, ours / rate);
    }

    private static void zebraidx(Path folder, String... what) throws Exception {
        var command = new ArrayList<>(List.of("zebraidx", "-c", "conf/zebra.cfg", "-v", "none"));
        command.addAll(List.of(what));
        var ended = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start().waitFor();
        if (ended != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("log")));
        }
    }

    static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static void remove(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static long sizeOf(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return 0;
        }
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
