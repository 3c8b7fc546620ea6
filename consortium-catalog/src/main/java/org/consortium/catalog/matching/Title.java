package org.consortium.catalog.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A title as it is compared: its letters, and its words in any order, each Chinese character a word.
 *
 * @param letters folded, without spaces and without the article it begins or (as in lists) ends with
 */
record Title(String letters, List<String> words) {

    private static final Pattern ARTICLE = Pattern.compile("^(?:the|an?) (?=.)|(?<=.) (?:the|an?)$");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final double SIMILAR = 0.75;
    private static final double MISPRINT = 0.5;
    /** The, and, von, les: left out or translated, they change nothing. */
    private static final int LONGEST_PARTICLE = 3;
    /** A shorter beginning would fit too many titles; one Chinese character says as much as three letters. */
    private static final int SHORTEST_BEGINNING = 6;
    /** Of very long titles the beginning is enough to tell how far they agree. */
    private static final int MOST_COMPARED = 120;

    private static final int LONG = 40;
    private static final int WEIGHT_OF_HAN = 3;

    /** @param folded words parted by spaces */
    static Title of(String folded) {
        var text = ARTICLE.matcher(folded).replaceAll("");
        return new Title(text.replace(" ", ""), words(text));
    }

    private static List<String> words(String folded) {
        var words = new ArrayList<String>();
        for (var word : folded.split(" ")) {
            int begun = 0;
            for (int i = 0; i < word.length(); i += Character.charCount(word.codePointAt(i))) {
                int next = i + Character.charCount(word.codePointAt(i));
                if (Character.isIdeographic(word.codePointAt(i))) {
                    addUnlessEmpty(words, word.substring(begun, i));
                    words.add(word.substring(i, next));
                    begun = next;
                }
            }
            addUnlessEmpty(words, word.substring(begun));
        }
        return words;
    }

    private static void addUnlessEmpty(List<String> words, String word) {
        if (!word.isEmpty()) {
            words.add(word);
        }
    }

    boolean isSameAs(Title other) {
        return letters.equals(other.letters)
                || words.size() > 2
                        && words.size() == other.words.size()
                        && letters.length() == other.letters.length()
                        && new TreeSet<>(words).equals(new TreeSet<>(other.words));
    }

    /** How much it says: one Chinese character as much as three letters. */
    int weight() {
        return letters.codePoints()
                .map(character -> Character.isIdeographic(character) ? WEIGHT_OF_HAN : 1)
                .sum();
    }

    boolean isLong() {
        return weight() >= LONG;
    }

    /** What is left over must be words: Annual report is not the beginning of Annual report 1995. */
    boolean begins(Title longer) {
        return weight() >= SHORTEST_BEGINNING
                && longer.letters.startsWith(letters)
                && !DIGITS.matcher(longer.letters.substring(letters.length())).find();
    }

    /** Without a year at its end, where that is the year of publication anyway. */
    Title withoutYear(Integer year) {
        int last = words.size() - 1;
        if (year == null || last < 1 || !words.get(last).equals(year.toString())) {
            return this;
        }
        return new Title(letters.substring(0, letters.length() - 4), words.subList(0, last));
    }

    /** Numbers in the same words: University English 2 and 3, Statistics 1995 and 1996. */
    boolean differsOnlyInNumbers(Title other) {
        return !letters.equals(other.letters)
                && !numbers().isEmpty()
                && !other.numbers().isEmpty()
                && !numbers().equals(other.numbers())
                && DIGITS.matcher(letters)
                        .replaceAll("")
                        .equals(DIGITS.matcher(other.letters).replaceAll(""));
    }

    private Set<String> numbers() {
        var numbers = new TreeSet<String>();
        DIGITS.matcher(letters).results().forEach(found -> numbers.add(found.group()));
        return numbers;
    }

    /** Whether they differ only by misprints, particles, word order, or by words that one of them leaves out. */
    boolean isSimilarTo(Title other) {
        return likeness(letters, other.letters) >= SIMILAR
                && numbers().equals(other.numbers())
                && !haveWordsOfTheirOwn(other);
    }

    /** Where each has a word of its own they are two titles, however long what they share. */
    boolean haveWordsOfTheirOwn(Title other) {
        var mine = ownWords(words, other.words);
        var theirs = ownWords(other.words, words);
        mine.removeIf(word -> theirs.removeIf(candidate -> isMisprint(word, candidate)));
        return !mine.isEmpty() && !theirs.isEmpty();
    }

    private static List<String> ownWords(List<String> words, List<String> others) {
        var own = new ArrayList<>(words);
        others.forEach(own::remove);
        own.removeIf(word -> word.length() <= LONGEST_PARTICLE && word.chars().allMatch(c -> c >= 'a' && c <= 'z'));
        return own;
    }

    private static boolean isMisprint(String one, String other) {
        boolean number = Character.isDigit(one.charAt(0)) || Character.isDigit(other.charAt(0));
        return !number && likeness(one, other) >= MISPRINT;
    }

    /** Share of characters that stay when one is written over into the other: 1 all, 0 none. */
    double closenessTo(Title other) {
        var one = clipped(letters);
        var two = clipped(other.letters);
        int longer = Math.max(one.length(), two.length());
        return longer == 0 ? 1 : 1 - (double) distance(one, two) / longer;
    }

    private static String clipped(String text) {
        return text.length() > MOST_COMPARED ? text.substring(0, MOST_COMPARED) : text;
    }

    /** Characters to change, drop or add (Levenshtein). */
    static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }

    /** Share of neighbouring pairs of characters that both have (Dice): 1 where all, 0 where none. */
    static double likeness(String one, String other) {
        if (one.length() < 2 || other.length() < 2) {
            return one.equals(other) ? 1 : 0;
        }
        Map<Integer, Integer> pairs = new HashMap<>();
        for (int i = 0; i + 1 < one.length(); i++) {
            pairs.merge(pair(one, i), 1, Integer::sum);
        }
        int shared = 0;
        for (int i = 0; i + 1 < other.length(); i++) {
            if (pairs.merge(pair(other, i), -1, Integer::sum) >= 0) {
                shared++;
            }
        }
        return 2.0 * shared / (one.length() + other.length() - 2);
    }

    private static int pair(String text, int at) {
        return text.charAt(at) << 16 | text.charAt(at + 1);
    }
}
