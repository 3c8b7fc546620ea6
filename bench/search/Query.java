import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody looks for, in no engine's words: drawn from the records themselves, so that something is found. Half is
 * Chinese, as the books are. A Chinese title is asked for by words that a dictionary knows, for Zebra and Solr cut by one.
 */
record Query(Kind kind, List<String> words) {

    enum Kind {
        /** Two words of a title. */
        TITLE(40),
        /** A word of the title and a name, anywhere. */
        ANYWHERE(15),
        /** The family name of an English author, the whole name of a Chinese one. */
        AUTHOR(15),
        ISBN(15),
        /** A heading with its subdivision, as a phrase. */
        SUBJECT(10),
        /** The first four letters of a word of an English title, published from 2000 on. */
        BEGINNING(5);

        private final int share;

        Kind(int share) {
            this.share = share;
        }
    }

    private static final int SHORTEST_WORD = 4;

    private static final List<String> CHINESE = Stream.of(Books.PLACES, Books.TOPICS, Books.KINDS, Books.TURNS)
            .flatMap(Stream::of)
            .filter(word -> word.length() > 1)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();

    /** So many queries about records spread over the whole file. */
    static List<Query> about(Path records, int all, int many, long seed) throws IOException {
        var random = new Random(seed);
        var drawn = spread(records, all, 4 * many);
        var queries = new ArrayList<Query>();
        while (queries.size() < many) {
            var kind = kind(random.nextInt(100));
            var query = new Query(kind, words(kind, drawn.get(random.nextInt(drawn.size())), random));
            if (!query.words().isEmpty()) {
                queries.add(query);
            }
        }
        return queries;
    }

    /** What has been typed so far of titles and names: two to five letters, one or two characters. */
    static List<String> beginnings(Path records, int all, int many, long seed) throws IOException {
        var random = new Random(seed);
        return spread(records, all, many).stream()
                .map(record -> random.nextBoolean() ? record.first("245", 'a') : record.first("100", 'a'))
                .map(text -> text.substring(0, isChinese(text) ? 1 + random.nextInt(2) : 2 + random.nextInt(4)))
                .limit(many)
                .toList();
    }

    private static List<Marc> spread(Path records, int all, int many) throws IOException {
        var step = Math.max(1, all / many);
        var spread = new ArrayList<Marc>();
        try (var in = new BufferedInputStream(Files.newInputStream(records), 1 << 20)) {
            var number = 0;
            for (var record = Marc.read(in); record != null; record = Marc.read(in)) {
                if (number++ % step == 0) {
                    spread.add(record);
                }
            }
        }
        return spread;
    }

    private static Kind kind(int percent) {
        var until = 0;
        for (var kind : Kind.values()) {
            until += kind.share;
            if (percent < until) {
                return kind;
            }
        }
        throw new IllegalStateException();
    }

    /** None where the record does not have what such a query needs. */
    private static List<String> words(Kind kind, Marc record, Random random) {
        var title = titleWords(record.first("245", 'a'));
        var author = record.first("100", 'a');
        var name = isChinese(author) ? author : author.replaceFirst(",.*", "");
        if (title.isEmpty()) {
            return List.of();
        }
        var word = title.get(random.nextInt(title.size()));
        return switch (kind) {
            case TITLE -> title.size() < 2 ? List.of() : two(title, random);
            case ANYWHERE -> List.of(word, name);
            case AUTHOR -> List.of(name);
            case ISBN -> Stream.of(record.first("020", 'a')).filter(isbn -> !isbn.isEmpty()).toList();
            case SUBJECT -> List.of(record.all("650").get(0).words().split(" "));
            case BEGINNING -> isChinese(word) ? List.of() : List.of(word.substring(0, SHORTEST_WORD));
        };
    }

    private static List<String> two(List<String> words, Random random) {
        var first = random.nextInt(words.size() - 1);
        return List.of(words.get(first), words.get(first + 1 + random.nextInt(words.size() - first - 1)));
    }

    private static List<String> titleWords(String title) {
        if (!isChinese(title)) {
            return Stream.of(title.toLowerCase().split("[^a-z]+")).filter(word -> word.length() >= SHORTEST_WORD).distinct().toList();
        }
        var words = new ArrayList<String>();
        for (var at = 0; at < title.length(); at++) {
            var from = at;
            var next = CHINESE.stream().filter(word -> title.startsWith(word, from)).findFirst();
            if (next.isPresent()) {
                words.add(next.get());
                at += next.get().length() - 1;
            }
        }
        return words.stream().distinct().toList();
    }

    private static boolean isChinese(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }

    /** As it is typed into the one box; quoted, for the others find words only as they stand. */
    String ours() {
        return switch (kind) {
            case TITLE -> words.stream().map(word -> "title:" + quoted(word)).collect(Collectors.joining(" "));
            case ANYWHERE -> words.stream().map(Query::quoted).collect(Collectors.joining(" "));
            case AUTHOR -> "author:" + quoted(words.get(0));
            case ISBN -> words.get(0);
            case SUBJECT -> "subject:" + quoted(together());
            case BEGINNING -> "title:" + words.get(0) + "* year:2000-";
        };
    }

    /** In CQL, for SRU. */
    String cql() {
        return switch (kind) {
            case TITLE -> "dc.title all " + quoted(together());
            case ANYWHERE -> "cql.anywhere all " + quoted(together());
            case AUTHOR -> "dc.creator=" + quoted(words.get(0));
            case ISBN -> "bath.isbn=" + quoted(words.get(0));
            case SUBJECT -> "dc.subject=" + quoted(together());
            case BEGINNING -> "dc.title=" + quoted(words.get(0) + "*") + " and dc.date>=2000";
        };
    }

    /** For Lucene's query parser; all must be there. */
    String solr() {
        return switch (kind) {
            case TITLE -> words.stream().map(word -> "title:" + quoted(word)).collect(Collectors.joining(" "));
            case ANYWHERE -> words.stream().map(word -> "any:" + quoted(word)).collect(Collectors.joining(" "));
            case AUTHOR -> "author:" + quoted(words.get(0));
            case ISBN -> "isbn:" + words.get(0);
            case SUBJECT -> "subject:" + quoted(together());
            case BEGINNING -> "title:" + words.get(0) + "* year:[2000 TO *]";
        };
    }

    private String together() {
        return String.join(" ", words);
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
