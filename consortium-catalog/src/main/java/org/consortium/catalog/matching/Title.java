package org.consortium.catalog.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A title as it is compared: its letters, and its words in any order, each Chinese character a word. */
final class Title {

    private static final Pattern ARTICLE = Pattern.compile("^(?:the|an?) (?=.)|(?<=.) (?:the|an?)$");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final double SIMILAR = 0.75;
    private static final double MISPRINT = 0.5;
    /** The, and, von, les: left out or translated, they change nothing. */
    private static final int LONGEST_PARTICLE = 3;
    /** A shorter beginning would fit too many titles; one Chinese character says as much as three letters. */
    private static final int SHORTEST_BEGINNING = 6;
    /** Of very long titles the beginning is enough to tell how far they agree. */
    private static final int MOST_COMPARED = 64;

    private static final int ASCII = 128;

    private static final double LEAST_LIKE = 0.4;
    private static final int LONG = 40;
    private static final int WEIGHT_OF_HAN = 3;

    private final String letters;
    private final List<String> words;
    private final int[] pairs;

    private Title(String letters, List<String> words) {
        this.letters = letters;
        this.words = words;
        this.pairs = pairs(letters);
    }

    /** @param folded words parted by spaces */
    static Title of(String folded) {
        var text = ARTICLE.matcher(folded).replaceAll("");
        return new Title(text.replace(" ", ""), words(text));
    }

    /** Folded, without spaces and without the article it begins or (as in lists) ends with. */
    String letters() {
        return letters;
    }

    List<String> words() {
        return words;
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
        return likenessTo(other) >= SIMILAR && numbers().equals(other.numbers()) && !haveWordsOfTheirOwn(other);
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

    /** Share of characters that stay when one is written over into the other: 1 all, 0 none or few. */
    double closenessTo(Title other) {
        // each change breaks two pairs at most
        if (likenessTo(other) < LEAST_LIKE) {
            return 0;
        }
        var one = clipped(letters);
        var two = clipped(other.letters);
        int longer = Math.max(one.length(), two.length());
        return longer == 0 ? 1 : 1 - (double) distance(one, two) / longer;
    }

    private static String clipped(String text) {
        return text.length() > MOST_COMPARED ? text.substring(0, MOST_COMPARED) : text;
    }

    /**
     * Characters to change, drop or add (Levenshtein), a whole column of the table in one word of 64 bits (Myers 1999).
     *
     * @param one at most 64 characters long
     */
    static int distance(String one, String other) {
        if (one.isEmpty()) {
            return other.length();
        }
        var places = new long[ASCII];
        for (int i = 0; i < one.length(); i++) {
            if (one.charAt(i) < ASCII) {
                places[one.charAt(i)] |= 1L << i;
            }
        }
        long last = 1L << one.length() - 1;
        long up = -1;
        long down = 0;
        int distance = one.length();
        for (int j = 0; j < other.length(); j++) {
            char c = other.charAt(j);
            long equal = c < ASCII ? places[c] : placesOf(c, one);
            long vertical = equal | down;
            long horizontal = ((equal & up) + up ^ up) | equal;
            long right = down | ~(horizontal | up);
            long left = up & horizontal;
            if ((right & last) != 0) {
                distance++;
            } else if ((left & last) != 0) {
                distance--;
            }
            right = right << 1 | 1;
            up = left << 1 | ~(vertical | right);
            down = right & vertical;
        }
        return distance;
    }

    private static long placesOf(char c, String text) {
        long places = 0;
        for (int i = text.indexOf(c); i >= 0; i = text.indexOf(c, i + 1)) {
            places |= 1L << i;
        }
        return places;
    }

    double likenessTo(Title other) {
        return likeness(pairs, other.pairs, letters.equals(other.letters));
    }

    /** Share of neighbouring pairs of characters that both have (Dice): 1 where all, 0 where none. */
    static double likeness(String one, String other) {
        return likeness(pairs(one), pairs(other), one.equals(other));
    }

    private static double likeness(int[] one, int[] other, boolean same) {
        if (one.length == 0 || other.length == 0) {
            return same ? 1 : 0;
        }
        int shared = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            if (one[i] == other[j]) {
                shared++;
                i++;
                j++;
            } else if (one[i] < other[j]) {
                i++;
            } else {
                j++;
            }
        }
        return 2.0 * shared / (one.length + other.length);
    }

    private static int[] pairs(String text) {
        var pairs = new int[Math.max(0, text.length() - 1)];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = text.charAt(i) << 16 | text.charAt(i + 1);
        }
        Arrays.sort(pairs);
        return pairs;
    }
}
