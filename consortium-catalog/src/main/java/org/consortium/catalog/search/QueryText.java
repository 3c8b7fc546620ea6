package org.consortium.catalog.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.consortium.catalog.text.Folding;
import org.consortium.catalog.text.Pinyin;
import org.consortium.core.union.Isbn;
import org.consortium.core.union.Issn;

/** What somebody typed into the one box, understood: a number, words in any order, phrases, Chinese without spaces. */
final class QueryText {

    /** Longer input is a paste of something else; its beginning says enough. */
    private static final int LONGEST = 400;

    /** Words and pairs of characters; each becomes a dozen clauses, and engines take about a thousand. */
    private static final int MOST_PIECES = 40;

    private static final int SHORTEST_NUMBER = 6;

    private static final int MOST_UNWANTED = 10;

    private static final int MOST_WAYS_TO_SPEAK = 4;
    private static final int LONGEST_PINYIN = 40;

    /** Quoted as anyone quotes; a Chinese book title mark means the title as it stands. */
    private static final Pattern QUOTED =
            Pattern.compile("\"([^\"]*)\"|“([^”]*)”|「([^」]*)」|『([^』]*)』|《([^》]*)》|〈([^〉]*)〉");

    /** A hyphen at the beginning of a word or phrase: without it, please. Inside a word it is a hyphen. */
    private static final Pattern UNWANTED =
            Pattern.compile("(?<!\\S)[-－−](" + QUOTED.pattern() + "|[^\\s\"“「『《〈-][^\\s]*)");

    private static final Pattern NUMBER_LIKE = Pattern.compile("\\S*\\d\\S*(\\s+\\S*\\d\\S*)?");
    private static final Pattern CLASS_NUMBER = Pattern.compile("[A-Za-z]{1,2}[0-9][0-9.()=-]*|[A-Za-z]\\d*");

    private final String typed;
    private final List<Term> terms = new ArrayList<>();
    private final List<String> unwanted;
    private int pieces;

    QueryText(String text) {
        typed = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        unwanted = UNWANTED.matcher(typed)
                .results()
                .map(word -> Folding.fold(word.group(1)))
                .filter(word -> !word.isEmpty())
                .limit(MOST_UNWANTED)
                .toList();
        var wanted = UNWANTED.matcher(typed).replaceAll(" ");
        var quotes = QUOTED.matcher(wanted);
        var words = new StringBuilder();
        int end = 0;
        while (quotes.find()) {
            words.append(wanted, end, quotes.start()).append(' ');
            end = quotes.end();
            add(
                    Kind.PHRASE,
                    Folding.fold(quotes.group().substring(1, quotes.group().length() - 1)));
        }
        words.append(wanted, end, wanted.length());
        Folding.fold(words.toString()).lines().forEach(this::addWords);
    }

    /** How a term is looked for. */
    enum Kind {
        WORD,
        PHRASE,
        /** Characters written without spaces: may be several words, in any order. */
        RUN
    }

    record Term(Kind kind, String text) {

        /** Pairs of neighbours in a run. */
        int pairs() {
            return Math.max(1, text.codePointCount(0, text.length()) - 1);
        }

        /**
         * How many pairs must be found: all of a short word; of a longer run a quarter may be missing, for that many
         * lie across the border of two words (红楼梦曹雪芹 has 梦曹, which no book has).
         */
        int pairsNeeded() {
            return pairs() <= 2 ? pairs() : pairs() - (pairs() + 3) / 4;
        }
    }

    private void addWords(String folded) {
        for (var word : folded.split(" ")) {
            var run = new StringBuilder();
            boolean ideographs = false;
            for (int character : word.codePoints().toArray()) {
                if (run.length() > 0 && isWrittenWithoutSpaces(character) != ideographs) {
                    add(ideographs ? Kind.RUN : Kind.WORD, run.toString());
                    run.setLength(0);
                }
                ideographs = isWrittenWithoutSpaces(character);
                run.appendCodePoint(character);
            }
            add(ideographs ? Kind.RUN : Kind.WORD, run.toString());
        }
    }

    private void add(Kind kind, String text) {
        var term = new Term(kind, kind == Kind.WORD ? text : beginning(text, MOST_PIECES - pieces));
        if (pieces < MOST_PIECES && !text.isEmpty() && !terms.contains(term)) {
            terms.add(term);
            pieces += kind == Kind.WORD ? 1 : term.pairs();
        }
    }

    private static String beginning(String text, int characters) {
        return text.codePointCount(0, text.length()) <= characters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, characters));
    }

    private static boolean isWrittenWithoutSpaces(int character) {
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        };
    }

    boolean isBlank() {
        return typed.isBlank();
    }

    /** Something was typed, and nothing of it can be searched for: quotes, stars, signs. */
    boolean saysNothing() {
        return terms.isEmpty() && unwanted.isEmpty();
    }

    List<Term> terms() {
        return terms;
    }

    /** Words and phrases that a record must not have. */
    List<String> unwanted() {
        return unwanted;
    }

    /** The whole text as one key, to compare with whole titles and numbers. */
    String key() {
        return terms.stream().map(Term::text).collect(Collectors.joining()).replace(" ", "");
    }

    /** The whole text folded, words parted by spaces. */
    String folded() {
        return terms.stream().map(Term::text).collect(Collectors.joining(" "));
    }

    /** The standard number that was typed and nothing else, in the form the index has it. */
    Optional<String> standardNumber() {
        var isbn = Isbn.in(typed).map(Isbn::value);
        return isbn.isPresent() ? isbn : Issn.in(typed).map(issn -> Folding.key(issn.value()));
    }

    /** Whether it may be a barcode, a call number, an OCLC number or the like. */
    boolean looksLikeANumber() {
        return NUMBER_LIKE.matcher(typed.strip()).matches();
    }

    /** Whether it can hardly be anything else: a year is a word of many titles, six characters with digits are not. */
    boolean isNumber() {
        return standardNumber().isPresent() || looksLikeANumber() && key().length() >= SHORTEST_NUMBER;
    }

    /** Whether it may be a class number of the Chinese Library Classification, such as I247.57. */
    boolean looksLikeAClass() {
        return CLASS_NUMBER.matcher(typed.strip()).matches();
    }

    /** Whether it may be pinyin: Latin letters only, nothing quoted. */
    boolean mayBePinyin() {
        return !terms.isEmpty()
                && key().length() <= LONGEST_PINYIN
                && terms.stream()
                        .allMatch(
                                term -> term.kind() == Kind.WORD && term.text().matches("[a-z]+"));
    }

    /** The ways to speak all the words one after the other; none when one of them is no pinyin. */
    List<List<String>> spoken() {
        List<List<String>> ways = List.of(List.of());
        for (var term : terms) {
            var readings = Pinyin.readings(term.text());
            ways = ways.stream()
                    .flatMap(before -> readings.stream().map(reading -> joined(before, reading)))
                    .limit(MOST_WAYS_TO_SPEAK)
                    .toList();
        }
        return ways;
    }

    private static List<String> joined(List<String> before, List<String> after) {
        var all = new ArrayList<>(before);
        all.addAll(after);
        return all;
    }
}
