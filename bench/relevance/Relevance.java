import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Asks a running program with the demo world the judged queries and says how well it answers: the mean reciprocal rank of what was meant and
 * the discounted gain of the first ten (nDCG@10), by kind of query. Ends with 1 when a thing that is known is missed or the known items fall below 0.95.
 */
public class Relevance {

    private static final int PAGE = 20;
    private static final int TEN = 10;
    private static final double LEAST_KNOWN = 0.95;
    private static final Pattern ITEM =
            Pattern.compile("\"id\":\"[^\"]+\",\"title\":\"((?:[^\"\\\\]|\\\\.)*)\"(?:,\"part\":\"((?:[^\"\\\\]|\\\\.)*)\")?");

    record Judged(String title, int grade, int times) {}

    record Query(String kind, String text, List<Judged> judged) {}

    record Score(String kind, String text, int rank, double gain) {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var base = arguments.length > 0 ? arguments[0] : "http://localhost:8080";
        var file = Path.of(arguments.length > 1 ? arguments[1] : "bench/relevance/queries.tsv");
        var http = HttpClient.newHttpClient();
        var scores = new ArrayList<Score>();
        for (var query : queries(file)) {
            var titles = ask(http, base, query.text());
            scores.add(new Score(query.kind(), query.text(), rank(query, titles), gain(query, titles)));
        }
        report(scores);
        boolean missed = scores.stream().anyMatch(score -> !score.kind().equals("subject") && score.rank() == 0);
        System.exit(missed || mrr(of(scores, "known")) < LEAST_KNOWN ? 1 : 0);
    }

    private static List<Query> queries(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split("\t", -1))
                .map(cells -> new Query(
                        cells[0], cells[1], Arrays.stream(cells[2].split("\\|")).map(Relevance::judged).toList()))
                .toList();
    }

    private static Judged judged(String text) {
        var title = text.substring(2);
        int star = title.lastIndexOf('*');
        return star < 0
                ? new Judged(title, text.charAt(0) - '0', 1)
                : new Judged(title.substring(0, star), text.charAt(0) - '0', Integer.parseInt(title.substring(star + 1)));
    }

    private static List<String> ask(HttpClient http, String base, String text) throws IOException, InterruptedException {
        var address = base + "/api/v1/records?size=" + PAGE + "&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + " for " + text);
        }
        return ITEM.matcher(answer.body()).results()
                .map(item -> plain(item.group(1)) + (item.group(2) == null ? "" : " " + plain(item.group(2))))
                .toList();
    }

    static String plain(String json) {
        return json.replace("\\\"", "\"").replace("\\\\", "\\");
    }

    /** Where what was meant stands first; 0 when it is not on the first page. */
    private static int rank(Query query, List<String> titles) {
        var meant = query.judged().stream().filter(judged -> judged.grade() == 3).map(Judged::title).toList();
        for (int at = 0; at < titles.size(); at++) {
            if (meant.contains(titles.get(at))) {
                return at + 1;
            }
        }
        return 0;
    }

    private static double gain(Query query, List<String> titles) {
        var left = new LinkedHashMap<String, Integer>();
        var grades = new LinkedHashMap<String, Integer>();
        var ideal = new ArrayList<Integer>();
        for (var judged : query.judged()) {
            left.put(judged.title(), judged.times());
            grades.put(judged.title(), judged.grade());
            for (int i = 0; i < judged.times(); i++) {
                ideal.add(judged.grade());
            }
        }
        ideal.sort(Comparator.reverseOrder());
        var got = new ArrayList<Integer>();
        for (var title : titles.subList(0, Math.min(TEN, titles.size()))) {
            boolean counts = left.merge(title, -1, Integer::sum) >= 0;
            got.add(counts ? grades.getOrDefault(title, 0) : 0);
        }
        return discounted(got) / discounted(ideal);
    }

    static double discounted(List<Integer> grades) {
        double sum = 0;
        for (int at = 0; at < Math.min(TEN, grades.size()); at++) {
            sum += (Math.pow(2, grades.get(at)) - 1) / (Math.log(at + 2) / Math.log(2));
        }
        return sum;
    }

    private static List<Score> of(List<Score> scores, String kind) {
        return scores.stream().filter(score -> score.kind().equals(kind)).toList();
    }

    private static double mrr(List<Score> scores) {
        return scores.stream().mapToDouble(score -> score.rank() == 0 ? 0 : 1.0 / score.rank()).average().orElse(0);
    }

    private static double ndcg(List<Score> scores) {
        return scores.stream().mapToDouble(Score::gain).average().orElse(0);
    }

    static void report(List<Score> scores) {
        System.out.printf("%-8s %7s %7s %7s%n", "", "queries", "MRR", "nDCG@10");
        Map<String, List<Score>> kinds = new LinkedHashMap<>();
        scores.forEach(score -> kinds.computeIfAbsent(score.kind(), kind -> new ArrayList<>()).add(score));
        kinds.put("all", scores);
        kinds.forEach((kind, some) ->
                System.out.printf("%-8s %7d %7.3f %7.3f%n", kind, some.size(), mrr(some), ndcg(some)));
        System.out.println();
        scores.stream()
                .filter(score -> score.rank() != 1 || score.gain() < 0.8)
                .forEach(score -> System.out.printf(
                        "%-8s %-30s rank %s nDCG %.2f%n",
                        score.kind(), score.text(), score.rank() == 0 ? "none" : score.rank(), score.gain()));
    }
}
