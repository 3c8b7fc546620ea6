package org.consortium.catalog.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consortium.catalog.text.Counted;
import org.consortium.catalog.text.Folding;
import org.consortium.catalog.text.Pinyin;
import org.consortium.catalog.text.WordForms;
import org.consortium.core.union.Isbn;
import org.consortium.core.union.Issn;

/**
 * What somebody typed into the one box, understood: a number, words in any order, phrases, Chinese without spaces, fields,
 * beginnings of words, alternatives, what is not wanted. Whatever is not understood as one of these is words.
 */
final class QueryText {

    /** Words and pairs of characters; each becomes a dozen clauses, and engines take about a thousand. */
    private static final int MOST_PIECES = 40;

    private static final int SHORTEST_NUMBER = 6;
    private static final int MOST_WAYS_TO_SPEAK = 4;
    private static final int LONGEST_PINYIN = 40;

    private static final Pattern NUMBER_LIKE = Pattern.compile("\\S*\\d\\S*(\\s+\\S*\\d\\S*)?");
    /** As it is printed on the cover or shown beside it: ISBN 978-7-02-000220-7, ISSN: 1001-8867, LCCN 00005144, 索书号 I247.5/12. */
    private static final Pattern NAME_OF_NUMBER =
            Pattern.compile("^\\s*(?:(?i:ISBN(?:[- ]?1[03]\\b)?|IS[SM]N|LCCN|OCLC)"
                    + "|(?:国际标准|统一)?书号|(?:国际标准)?刊号|条码号?|索书号)\\s*[:：]?\\s*(?=\\S)");

    /** OCLC numbers as systems hand them on: (OCoLC)5872025, ocm05872025, ocn123456789, on1234567890. */
    private static final Pattern OCLC =
            Pattern.compile("(?i)^\\s*(?:\\(OCoLC\\)\\s*(?:oc[mn]|on)?|oc[mn]|on)0*(?=\\d+\\s*$)");

    /** With the letter it leaves alone. */
    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})['’ʼ][sStT]\\b|\\b\\p{L}['’ʼ](?=\\p{L})");

    private static final Pattern CLASS_NUMBER = Pattern.compile("[A-Za-z]{1,2}[0-9][0-9.()=-]*|[A-Za-z]\\d*");
    private static final Pattern YEARS = Pattern.compile("(\\d{1,4})?([-–—~～至]?)(\\d{1,4})?年?");

    /** Volumes without a number: 下册, 下卷 and 下 are one; without a space only where it can hardly be a word. */
    private static final Pattern OF_A_PAIR = Pattern.compile("(?<=[^ ])(?: ([上中下])[部集编辑]| ?([上中下])[册卷])(?= |$)");

    private final String typed;
    private final String number;
    private final boolean withTones;
    private final List<Group> groups = new ArrayList<>();
    private int pieces;

    QueryText(String text) {
        typed = Normalizer.normalize(text, Normalizer.Form.NFKC);
        number = NAME_OF_NUMBER.matcher(typed).replaceFirst("");
        withTones = hasTones(text);
        for (var part : QueryParts.of(text)) {
            var alternatives = part.alternatives().stream().map(this::terms).filter(terms -> !terms.isEmpty());
            addAll(part, alternatives.toList());
        }
    }

    /** How a term is looked for. */
    enum Kind {
        /** In whichever form it is written, see {@link WordForms}. */
        WORD,
        /** In this form alone. */
        EXACT,
        PHRASE,
        /** Characters written without spaces: may be several words, in any order. */
        RUN,
        /** The first letters of a word. */
        BEGINNING
    }

    record Term(QueryField field, Kind kind, String text) {

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

    /** What a record must have, or must not: all the terms of one of the alternatives. */
    record Group(boolean wanted, List<List<Term>> alternatives) {

        boolean isPlain() {
            return wanted
                    && alternatives.size() == 1
                    && alternatives.get(0).stream()
                            .allMatch(term -> term.field == QueryField.ANY && term.kind != Kind.BEGINNING);
        }
    }

    /** Plain words are a group each; what has a sign is one together. */
    private void addAll(QueryParts.Part part, List<List<Term>> alternatives) {
        if (alternatives.isEmpty()) {
            return;
        }
        if (part.wanted() && alternatives.size() == 1) {
            alternatives.get(0).stream()
                    .map(term -> new Group(true, List.of(List.of(term))))
                    .filter(group -> !groups.contains(group))
                    .forEach(groups::add);
        } else {
            groups.add(new Group(part.wanted(), alternatives));
        }
    }

    private List<Term> terms(QueryParts.Item item) {
        var terms = new ArrayList<Term>();
        var field = item.field();
        if (field == QueryField.YEAR || field == QueryField.NUMBER) {
            add(terms, field, Kind.PHRASE, item.text());
        } else if (field == QueryField.CALL_NUMBER || field == QueryField.CLASS) {
            add(terms, field, Kind.PHRASE, Folding.fold(item.text()));
        } else if (item.quoted()) {
            var folded = Folding.fold(item.text());
            add(terms, field, isOneWord(folded) ? Kind.EXACT : Kind.PHRASE, folded);
        } else if (item.beginning()) {
            var folded = Folding.fold(item.text());
            add(terms, field, isWrittenWithoutSpaces(folded) ? Kind.PHRASE : Kind.BEGINNING, folded);
        } else {
            var folded = Pinyin.withoutTones(Folding.fold(item.text()));
            addWords(terms, field, Counted.plain(OF_A_PAIR.matcher(folded).replaceAll(" $1$2")));
        }
        return terms;
    }

    private static boolean isOneWord(String folded) {
        return folded.indexOf(' ') < 0 && !isWrittenWithoutSpaces(folded);
    }

    private void addWords(List<Term> terms, QueryField field, String folded) {
        for (var word : folded.split(" ")) {
            var run = new StringBuilder();
            boolean ideographs = false;
            for (int character : word.codePoints().toArray()) {
                if (run.length() > 0 && isWrittenWithoutSpaces(character) != ideographs) {
                    add(terms, field, ideographs ? Kind.RUN : Kind.WORD, run.toString());
                    run.setLength(0);
                }
                ideographs = isWrittenWithoutSpaces(character);
                run.appendCodePoint(character);
            }
            add(terms, field, ideographs ? Kind.RUN : Kind.WORD, run.toString());
        }
    }

    private void add(List<Term> terms, QueryField field, Kind kind, String text) {
        boolean one = kind == Kind.WORD || kind == Kind.EXACT || kind == Kind.BEGINNING;
        var term = new Term(field, kind, one ? text : beginning(text, MOST_PIECES - pieces));
        if (pieces < MOST_PIECES && !text.isEmpty() && !terms.contains(term)) {
            terms.add(term);
            pieces += one ? 1 : term.pairs();
        }
    }

    private static String beginning(String text, int characters) {
        return text.codePointCount(0, text.length()) <= characters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, characters));
    }

    private static boolean isWrittenWithoutSpaces(String text) {
        return text.codePoints().anyMatch(QueryText::isWrittenWithoutSpaces);
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
        return groups.isEmpty();
    }

    List<Group> wanted() {
        return groups.stream().filter(Group::wanted).toList();
    }

    List<Group> unwanted() {
        return groups.stream().filter(group -> !group.wanted()).toList();
    }

    /** Words and phrases only, whatever else is not wanted: it may as well be a number, or pinyin. */
    boolean isPlain() {
        return !terms().isEmpty() && wanted().stream().allMatch(Group::isPlain);
    }

    /** Whether some word was given a field, so that looking for all of them anywhere is another search. */
    boolean hasFields() {
        return groups.stream()
                .flatMap(group -> group.alternatives().stream())
                .flatMap(List::stream)
                .anyMatch(term -> term.field != QueryField.ANY);
    }

    /** What must be there, one and all; alternatives are not among it. */
    List<Term> terms() {
        return wanted().stream()
                .filter(group -> group.alternatives().size() == 1)
                .flatMap(group -> group.alternatives().get(0).stream())
                .toList();
    }

    /**
     * What a record must have; words that only join others are left out, for one title has “and” where another has “&”,
     * unless next to nothing would be left: AT&T.
     */
    List<Term> needed() {
        var all = terms();
        var needed = all.stream().filter(term -> !isSmall(term)).toList();
        return needed.stream().anyMatch(term -> term.text.length() > 1) ? needed : all;
    }

    private boolean isSmall(Term term) {
        return term.kind == Kind.WORD && (WordForms.isSmall(term.text) || isOfAnApostrophe(term.text));
    }

    /** The s of reader's, the l of l'homme: another record has readers' or no apostrophe at all. */
    private boolean isOfAnApostrophe(String word) {
        return word.length() == 1
                && APOSTROPHE
                        .matcher(typed)
                        .results()
                        .anyMatch(
                                found -> found.group().toLowerCase(Locale.ROOT).contains(word));
    }

    private Stream<Term> said() {
        return terms().stream().filter(term -> term.field == QueryField.ANY || term.field == QueryField.TITLE);
    }

    /** Every word was said to be of the title. */
    boolean isOnlyOfTitles() {
        return terms().stream().allMatch(term -> term.field == QueryField.TITLE);
    }

    /** What may be a title or a number as one key, to compare with whole ones. */
    String key() {
        return said().map(Term::text).collect(Collectors.joining()).replace(" ", "");
    }

    /** The same without an article in front, where there is one: The Economist, Der Spiegel. */
    Optional<String> keyWithoutArticle() {
        return Optional.of(Articles.without(folded()).replace(" ", "")).filter(key -> !key.equals(key()));
    }

    /** The same, words parted by spaces. */
    String folded() {
        return said().map(Term::text).collect(Collectors.joining(" "));
    }

    /** The ISBN that was typed and nothing else but its name, in the form the index has it. */
    Optional<String> isbn() {
        return Isbn.in(number).map(Isbn::value);
    }

    /** The ISSN that was typed and nothing else but its name; two years may look the same. */
    Optional<String> issn() {
        return Issn.in(number).map(issn -> Folding.key(issn.value()));
    }

    /** Whether it may be a barcode, a call number, an OCLC number or the like. */
    boolean looksLikeANumber() {
        return !withTones && NUMBER_LIKE.matcher(number).matches();
    }

    private static boolean hasTones(String text) {
        var folded = Folding.fold(text);
        return !Pinyin.withoutTones(folded).equals(folded);
    }

    /** Whether it can hardly be anything else: a year is a word of many titles, six characters with digits are not. */
    boolean isNumber() {
        return isbn().isPresent()
                || issn().isPresent()
                || looksLikeANumber() && numberKey().length() >= SHORTEST_NUMBER;
    }

    /** The number as it is typed, without its name, as one key. */
    String numberKey() {
        return Folding.key(number);
    }

    /** The digits of what is written as an OCLC number is handed on. */
    Optional<String> oclc() {
        var written = OCLC.matcher(number);
        return written.find() ? Optional.of(Folding.key(number.substring(written.end()))) : Optional.empty();
    }

    /** Whether it may be a class number of the Chinese Library Classification, such as I247.57. */
    boolean looksLikeAClass() {
        return CLASS_NUMBER.matcher(typed).matches();
    }

    /** Whether it may be pinyin: Latin letters only, nothing quoted. */
    boolean mayBePinyin() {
        return isPlain() && key().length() <= LONGEST_PINYIN && terms().stream().allMatch(QueryText::isLatin);
    }

    static boolean isLatin(Term term) {
        return term.kind == Kind.WORD && term.text.matches("[a-z]+");
    }

    /** The ways to speak all the words one after the other; none when one of them is no pinyin. */
    List<List<String>> spoken() {
        List<List<String>> ways = List.of(List.of());
        for (var term : terms()) {
            var readings = Pinyin.readings(term.text());
            ways = ways.stream()
                    .flatMap(before -> readings.stream().map(reading -> joined(before, reading)))
                    .limit(MOST_WAYS_TO_SPEAK)
                    .toList();
        }
        return ways;
    }

    /** The years a term of the field YEAR means, the first or last null where it is open: 1984, 1980-1989, 2000-. */
    static Optional<Integer[]> years(String text) {
        var years = YEARS.matcher(Folding.fold(text).isEmpty() ? "" : text.strip());
        if (!years.matches() || years.group(1) == null && years.group(3) == null) {
            return Optional.empty();
        }
        var first = years.group(1) == null ? null : Integer.valueOf(years.group(1));
        var last = years.group(3) == null ? null : Integer.valueOf(years.group(3));
        return Optional.of(years.group(2).isEmpty() ? new Integer[] {first, first} : new Integer[] {first, last});
    }

    private static List<String> joined(List<String> before, List<String> after) {
        var all = new ArrayList<>(before);
        all.addAll(after);
        return all;
    }
}
