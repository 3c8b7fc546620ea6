import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The same made-up books in our program, in Zebra behind SRU and in Solr without caches, and the same queries to all of them:
 * how many a second are answered, and how long one waits. Every book is of one member, so that each has one record everywhere.
 */
final class Search {

    private static final int QUERIES = 2_000;
    private static final int SAMPLE = 300;
    private static final int ROUNDS = Integer.parseInt(System.getenv().getOrDefault("BENCH_ROUNDS", "5"));
    private static final int[] CLIENTS = {1, 2, 8};
    private static final Pattern TOTAL = Pattern.compile("\"total\":(\\d+)|numberOfRecords>(\\d+)<");
    private static final double SECONDS = Double.parseDouble(System.getenv().getOrDefault("BENCH_SECONDS", "6"));
    private static final double WARM_UP = Double.parseDouble(System.getenv().getOrDefault("BENCH_WARM_UP", "60"));

    private final Path folder;
    private final int records;
    private final List<Engine> engines = new ArrayList<>();
    private final List<Way> ways = new ArrayList<>();

    private Search(Path folder, int records) {
        this.folder = folder;
        this.records = records;
    }

    /** A kind of question to an engine: the addresses asked for one after the other. */
    private record Way(String name, Engine engine, List<String> addresses, boolean gzip, Function<Client.Answer, Boolean> right) {}

    /** What one run gave; times in milliseconds. */
    private record Run(double perSecond, double p50, double p95, double p99, double work) {}

    public static void main(String[] arguments) throws Exception {
        var jar = Path.of(arguments[0]).toAbsolutePath();
        var records = Integer.parseInt(arguments[1]);
        var kept = Optional.ofNullable(System.getenv("CONSORTIUM_BENCH_HOME")).filter(name -> !name.isBlank());
        var folder = kept.isPresent() ? Files.createDirectories(Path.of(kept.get()).toAbsolutePath()) : Files.createTempDirectory("search");
        var bench = new Search(folder, records);
        try {
            bench.fill(jar, Path.of(arguments[2]), arguments[3]);
            bench.serve(jar, arguments[3]);
            bench.compareTotals();
            bench.measure();
        } finally {
            for (var engine : bench.engines) {
                engine.close();
            }
            if (kept.isEmpty()) {
                remove(folder);
            }
        }
    }

    private void fill(Path jar, Path settings, String solrClasses) throws Exception {
        once("home", home -> {
            var files = Intake.write(records, 1, 0, folder);
            var intake = new Intake(jar, home, freePort());
            try {
                intake.measure(files);
            } finally {
                intake.stop();
            }
            for (var file : files) {
                Files.delete(file.file());
            }
        });
        once("zebra", home -> {
            copy(settings.resolve("../intake/zebra"), home);
            copy(settings.resolve("zebra"), home);
            for (var name : List.of("reg", "tmp", "lock")) {
                Files.createDirectory(home.resolve(name));
            }
            run(home, "zebraidx", "-c", "conf/zebra.cfg", "-v", "none", "init");
            run(home, "zebraidx", "-c", "conf/zebra.cfg", "-v", "none", "update", all().toString());
        });
        once("solr", home -> {
            copy(settings.resolve("solr/home"), home);
            run(home, "java", "-Xmx2g", "-Dsolr.install.dir=" + home, "-cp", solrClasses, "Solr", "index", home.toString(), all().toString());
        });
    }

    private Path all() {
        return folder.resolve("all.mrc");
    }

    private interface Filling {
        void fill(Path home) throws Exception;
    }

    /** Not again where it has been done; afresh where it was broken off. */
    private void once(String name, Filling filling) throws Exception {
        var done = folder.resolve(name + ".filled");
        if (Files.exists(done)) {
            return;
        }
        var home = folder.resolve(name);
        if (Files.exists(home)) {
            remove(home);
        }
        Files.createDirectory(home);
        var begin = System.nanoTime();
        filling.fill(home);
        System.out.printf("%s filled in %.0f s, %,d MB%n", name, (System.nanoTime() - begin) / 1e9, sizeOf(home) >> 20);
        Files.createFile(done);
    }

    private static void run(Path folder, String... command) throws Exception {
        var log = folder.resolve("fill.log");
        var ended = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
        if (ended != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + Files.readString(log));
        }
    }

    private void serve(Path jar, String solrClasses) throws Exception {
        var queries = Query.about(all(), records, QUERIES, Intake.SEED);
        var beginnings = Query.beginnings(all(), records, QUERIES, Intake.SEED);
        var javaOptions = System.getenv().getOrDefault("BENCH_JAVA_OPTIONS", "");

        var command = new ArrayList<>(List.of("java", "-Xmx2g"));
        if (!javaOptions.isBlank()) {
            command.addAll(List.of(javaOptions.split(" ")));
        }
        command.addAll(List.of("-jar", jar.toString()));
        if ("1".equals(System.getenv("BENCH_REBUILD"))) {
            Files.deleteIfExists(folder.resolve("home/index/current.properties"));
        }
        var port = freePort();
        var ours = started("ours", folder.resolve("home"), port, command, Map.of("CONSORTIUM_HOME", folder.resolve("home").toString(), "SERVER_PORT", Integer.toString(port)), "/actuator/health");
        awaitIndex(ours);
        way("ours, JSON", ours, queries, query -> "/api/v1/records?facets=false&size=10&q=" + Engine.encoded(query.ours()));
        way("ours, JSON, all facets", ours, queries, query -> "/api/v1/records?size=10&q=" + Engine.encoded(query.ours()));
        ways.add(new Way("ours, page", ours, queries.stream().map(query -> "/search?size=10&q=" + Engine.encoded(query.ours())).toList(), true, answer -> answer.status() == 200 || answer.status() == 302));
        ways.add(new Way("ours, suggestions", ours, beginnings.stream().map(text -> "/api/v1/suggestions?q=" + Engine.encoded(text)).toList(), false, answer -> answer.status() == 200));

        var zebra = folder.resolve("zebra");
        var zebraPort = freePort();
        var server = Files.readString(zebra.resolve("conf/yazserver.xml")).replace("PORT", Integer.toString(zebraPort));
        Files.writeString(zebra.resolve("serve.xml"), server);
        way("Zebra, SRU", started("Zebra", zebra, zebraPort, List.of("zebrasrv", "-v", "none", "-f", "serve.xml"), Map.of(), sru("cql.allRecords=1")), queries, query -> sru(query.cql()));

        var solrPort = freePort();
        var home = folder.resolve("solr").toString();
        way("Solr, no caches", started("Solr", folder.resolve("solr"), solrPort, List.of("java", "-Xmx2g", "-Dsun.net.httpserver.nodelay=true", "-Dsolr.install.dir=" + home, "-cp", solrClasses, "Solr", "serve", home, Integer.toString(solrPort)), Map.of(), "/select?q=*:*&rows=1"), queries, query -> "/select?rows=10&q=" + Engine.encoded(query.solr()));
    }

    private Engine started(String name, Path home, int port, List<String> command, Map<String, String> environment, String ready) throws Exception {
        var engine = new Engine(name, port, home, command, environment, ready);
        engines.add(engine);
        return engine;
    }

    private void way(String name, Engine engine, List<Query> queries, Function<Query, String> address) {
        ways.add(new Way(name, engine, queries.stream().map(address).toList(), false, answer -> answer.status() == 200 && TOTAL.matcher(answer.text()).find()));
    }

    private static String sru(String cql) {
        return "/Default?version=1.2&operation=searchRetrieve&maximumRecords=10&recordSchema=marcxml&query=" + Engine.encoded(cql);
    }

    /** After a change of the index's form it is made anew at the start, and that takes its time. */
    private void awaitIndex(Engine ours) throws Exception {
        try (var client = new Client(ours.port(), false)) {
            if (total(client.get("/api/v1/records?facets=false&size=1").text()) >= records * 0.999) {
                return;
            }
        }
        var begin = System.nanoTime();
        while (!Files.readString(folder.resolve("home/serve.log")).contains("The search index holds")) {
            Thread.sleep(500);
        }
        System.out.printf("index made anew in %.0f s, %,d MB%n", (System.nanoTime() - begin) / 1e9, sizeOf(folder.resolve("home/index")) >> 20);
    }

    private static long total(String answer) {
        var found = TOTAL.matcher(answer);
        if (!found.find()) {
            throw new IllegalStateException(answer);
        }
        return Long.parseLong(found.group(1) == null ? found.group(2) : found.group(1));
    }

    /** Of each kind of query, how many find as many records in the other engines as in ours. */
    private void compareTotals() throws Exception {
        var queries = Query.about(all(), records, QUERIES, Intake.SEED).subList(0, SAMPLE);
        var compared = new LinkedHashMap<Query.Kind, int[]>();
        var differing = new ArrayList<String>();
        var compare = List.of(way("ours, JSON"), way("Zebra, SRU"), way("Solr, no caches"));
        for (var at = 0; at < SAMPLE; at++) {
            var totals = new long[compare.size()];
            for (var i = 0; i < totals.length; i++) {
                try (var client = new Client(compare.get(i).engine().port(), false)) {
                    totals[i] = total(client.get(compare.get(i).addresses().get(at)).text());
                }
            }
            var counts = compared.computeIfAbsent(queries.get(at).kind(), kind -> new int[5]);
            counts[0]++;
            counts[1] += totals[1] == totals[0] ? 1 : 0;
            counts[2] += totals[2] == totals[0] ? 1 : 0;
            counts[3] += totals[0];
            if (totals[1] != totals[0] || totals[2] != totals[0]) {
                differing.add("  %s: ours %,d, Zebra %,d, Solr %,d".formatted(queries.get(at).ours(), totals[0], totals[1], totals[2]));
            }
        }
        System.out.printf("%n%-10s %8s %14s %14s %14s%n", "queries", "compared", "as in Zebra", "as in Solr", "found, mean");
        compared.forEach((kind, counts) -> System.out.printf("%-10s %8d %14d %14d %,14d%n", kind, counts[0], counts[1], counts[2], counts[3] / counts[0]));
        differing.stream().limit(Integer.parseInt(System.getenv().getOrDefault("BENCH_DIFFERENCES", "12"))).forEach(System.out::println);
    }

    private Way way(String name) {
        return ways.stream().filter(way -> way.name().equals(name)).findFirst().orElseThrow();
    }

    private void measure() throws Exception {
        for (var way : ways) {
            run(way, 2, WARM_UP);
        }
        for (var clients : CLIENTS) {
            var runs = new LinkedHashMap<Way, List<Run>>();
            for (var round = 0; round < ROUNDS; round++) {
                for (var way : ways) {
                    runs.computeIfAbsent(way, any -> new ArrayList<>()).add(run(way, clients, SECONDS));
                }
            }
            System.out.printf("%n%d client%s, medians of %d runs of %.0f s, ten results each%n", clients, clients == 1 ? "" : "s", ROUNDS, SECONDS);
            System.out.printf("%-24s %10s %9s %9s %9s %10s %9s %9s%n", "", "requests/s", "p50 ms", "p95 ms", "p99 ms", "work ms", "to Zebra", "to Solr");
            var zebra = median(runs.get(way("Zebra, SRU")), Run::perSecond);
            var solr = median(runs.get(way("Solr, no caches")), Run::perSecond);
            runs.forEach((way, all) -> System.out.printf("%-24s %,10.0f %9.1f %9.1f %9.1f %10.2f %9.2f %9.2f%n", way.name(), median(all, Run::perSecond), median(all, Run::p50), median(all, Run::p95), median(all, Run::p99), median(all, Run::work), median(all, Run::perSecond) / zebra, median(all, Run::perSecond) / solr));
        }
    }

    /** Any wrong answer ends the bench: such a run says nothing. */
    private static Run run(Way way, int clients, double seconds) throws Exception {
        var worked = way.engine().worked();
        var threads = Executors.newFixedThreadPool(clients);
        var begin = System.nanoTime();
        var until = begin + (long) (seconds * 1e9);
        var asked = new ArrayList<Callable<List<Double>>>();
        for (var client = 0; client < clients; client++) {
            var from = client * way.addresses().size() / clients;
            asked.add(() -> ask(way, from, until));
        }
        var times = new ArrayList<Double>();
        for (var one : threads.invokeAll(asked)) {
            times.addAll(one.get());
        }
        var took = (System.nanoTime() - begin) / 1e9;
        threads.shutdown();
        Collections.sort(times);
        return new Run(times.size() / took, at(times, 0.5), at(times, 0.95), at(times, 0.99), (way.engine().worked() - worked) * 10.0 / times.size());
    }

    private static List<Double> ask(Way way, int from, long until) throws IOException {
        var times = new ArrayList<Double>();
        try (var client = new Client(way.engine().port(), way.gzip())) {
            for (var at = from; System.nanoTime() < until; at++) {
                var address = way.addresses().get(at % way.addresses().size());
                var begin = System.nanoTime();
                var answer = client.get(address);
                times.add((System.nanoTime() - begin) / 1e6);
                if (!way.right().apply(answer)) {
                    throw new IOException(way.name() + " answered " + answer.status() + " to " + address + ": " + answer.text());
                }
            }
        }
        return times;
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }

    private static double median(List<Run> runs, Function<Run, Double> figure) {
        return runs.stream().map(figure).sorted().toList().get(runs.size() / 2);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void remove(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static long sizeOf(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
