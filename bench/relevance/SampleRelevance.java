import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Members send real records through the public API into an empty consortium, which is then asked judged queries. What was meant is told by facts
 * of the records: a member's control number, or a rule on titles or subjects. The grammar stands at the head of samples.tsv.
 */
final class SampleRelevance {

    private static final int PAGE = 20;
    private static final int TEN = 10;
    private static final long LONGEST_WAIT_MILLIS = 300_000;
    private static final long STILL_MILLIS = 5_000;
    private static final Pattern ITEM = Pattern.compile("\\{\"id\":\"([^\"]+)\",\"title\"");
    private static final Pattern CONTRIBUTOR =
            Pattern.compile("\\{\"library\":\"([^\"]+)\",\"controlNumber\":\"([^\"]+)\"");
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern MARKS = Pattern.compile("\\p{M}");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final Map<String, Fact> facts = new HashMap<>();

    private SampleRelevance(String base) {
        this.base = base;
    }

    /** What a record says of itself, as far as it is judged. */
    private record Fact(Set<String> contributions, List<String> titles, List<String> subjects) {}

    /** One thing that may be found: {@code times} records of this grade are as the rule says. */
    private record Judged(int grade, String rule, int times) {

        static Judged of(String text) {
            int star = text.lastIndexOf('*');
            return new Judged(
                    text.charAt(0) - '0',
                    text.substring(2, star < 0 ? text.length() : star),
                    star < 0 ? 1 : Integer.parseInt(text.substring(star + 1)));
        }

        boolean isMet(Fact fact) {
            int sign = rule.indexOf('~');
            if (sign < 0) {
                return fact.contributions().contains(rule);
            }
            var where = rule.startsWith("subject") ? fact.subjects() : fact.titles();
            return Arrays.stream(rule.substring(sign + 1).split("/"))
                    .map(SampleRelevance::folded)
                    .anyMatch(words -> where.stream().anyMatch(text -> text.contains(words)));
        }
    }

    private record Query(String kind, String text, List<Judged> judged) {

        int grade(Fact fact) {
            return judged.stream().filter(one -> one.isMet(fact)).mapToInt(Judged::grade).max().orElse(0);
        }

        double ideal() {
            return Relevance.discounted(judged.stream()
                    .flatMap(one -> Collections.nCopies(one.times(), one.grade()).stream())
                    .sorted(Comparator.reverseOrder())
                    .limit(TEN)
                    .toList());
        }
    }

    public static void main(String[] arguments) throws Exception {
        var samples = Path.of(arguments[1]);
        var work = Files.createTempDirectory("relevance");
        var home = Files.createDirectory(work.resolve("home"));
        int port = freePort();
        var program = new Intake(Path.of(arguments[0]), home, port);
        try {
            program.start();
            fill(program, members(samples));
            var bench = new SampleRelevance("http://localhost:" + port);
            var scores = new ArrayList<Relevance.Score>();
            for (var query : queries()) {
                scores.add(bench.score(query));
            }
            Relevance.report(scores);
        } finally {
            program.stop();
            try (var all = Files.walk(work)) {
                all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
            }
        }
    }

    private static List<Intake.Sent> members(Path samples) throws IOException {
        var members = new ArrayList<Intake.Sent>();
        for (var cells : rows("samples-members.tsv")) {
            var file = samples.resolve(cells[1]);
            if (Files.exists(file)) {
                members.add(new Intake.Sent(cells[0], file, 0));
            } else {
                System.out.println("Left out: " + cells[0] + ", because " + cells[1] + " is not there");
            }
        }
        return members;
    }

    private static void fill(Intake program, List<Intake.Sent> members) throws Exception {
        program.found(members);
        var jobs = new ArrayList<String>();
        for (var member : members) {
            jobs.add(program.send(member));
        }
        int added = 0;
        for (var job : jobs) {
            added += Intake.number(program.finished(job), "added");
        }
        int found = -1;
        for (long waited = 0; found != program.found() && waited < LONGEST_WAIT_MILLIS; waited += STILL_MILLIS) {
            found = program.found();
            Thread.sleep(STILL_MILLIS);
        }
        System.out.printf("%,d records of %d members, %,d union records%n%n", added, members.size(), found);
    }

    private static List<Query> queries() throws IOException {
        return rows("samples.tsv").stream()
                .map(cells -> new Query(
                        cells[0], cells[1], Arrays.stream(cells[2].split("\\|")).map(Judged::of).toList()))
                .toList();
    }

    private static List<String[]> rows(String name) throws IOException {
        return Files.readAllLines(Path.of("bench/relevance", name)).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split("\t", -1))
                .toList();
    }

    private Relevance.Score score(Query query) throws IOException, InterruptedException {
        var answer = get("/api/v1/records?facets=false&size=" + PAGE + "&q=" + URLEncoder.encode(query.text(), StandardCharsets.UTF_8));
        var grades = new ArrayList<Integer>();
        for (var id : ITEM.matcher(answer).results().map(found -> found.group(1)).toList()) {
            if (!facts.containsKey(id)) {
                facts.put(id, fact(get("/api/v1/records/" + id)));
            }
            grades.add(query.grade(facts.get(id)));
        }
        int first = grades.indexOf(3) + 1;
        double gain = Relevance.discounted(grades.subList(0, Math.min(TEN, grades.size()))) / query.ideal();
        return new Relevance.Score(query.kind(), query.text(), first, Math.min(1, gain));
    }

    private String get(String path) throws IOException, InterruptedException {
        var answer = http.send(HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + " for " + path);
        }
        return answer.body();
    }

    private static Fact fact(String json) {
        var titles = new ArrayList<>(texts(json, "\"title\":(\"(?:[^\"\\\\]|\\\\.)*\")"));
        titles.addAll(texts(json, "\"subtitle\":(\"(?:[^\"\\\\]|\\\\.)*\")"));
        titles.addAll(texts(json, "\"otherTitles\":(\\[(?:\"(?:[^\"\\\\]|\\\\.)*\",?)*\\])"));
        return new Fact(
                CONTRIBUTOR.matcher(json).results()
                        .map(found -> found.group(1) + "/" + found.group(2).strip())
                        .collect(Collectors.toCollection(TreeSet::new)),
                titles,
                texts(json, "\"subjects\":(\\[(?:\"(?:[^\"\\\\]|\\\\.)*\",?)*\\])"));
    }

    /** The folded texts of the first member of this form. */
    private static List<String> texts(String json, String form) {
        return Pattern.compile(form).matcher(json).results()
                .limit(1)
                .flatMap(found -> TEXT.matcher(found.group(1)).results())
                .map(text -> folded(Relevance.plain(text.group(1))))
                .toList();
    }

    private static String folded(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
