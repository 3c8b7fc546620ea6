package org.consortium.catalog.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A title as it is compared: its letters, and its words in any order, each Chinese character a word.
 *
 * @param letters folded, without spaces
 */
record Title(String letters, List<String> words) {

    private static final double SIMILAR = 0.75;
    private static final double MISPRINT = 0.5;
    /** The, and, von, les: left out or translated, they change nothing. */
    private static final int LONGEST_PARTICLE = 3;
    /** A shorter beginning would fit too many titles; one Chinese character says as much as three letters. */
    private static final int SHORTEST_BEGINNING = 6;

    static Title of(String text) {
        var folded = Folded.words(text);
        return new Title(folded.replace(" ", ""), words(folded));
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

    boolean begins(Title longer) {
        int weight = letters.codePoints()
                .map(character -> Character.isIdeographic(character) ? 3 : 1)
                .sum();
        return weight >= SHORTEST_BEGINNING && longer.letters.startsWith(letters);
    }

    /**
     * Whether they differ only by misprints, particles, word order, or by words that one of them leaves out. Where each
     * has a word of its own (Indiana, South Dakota) they are two titles, however long what they share.
     */
    boolean isSimilarTo(Title other) {
        if (likeness(letters, other.letters) < SIMILAR) {
            return false;
        }
        var mine = ownWords(words, other.words);
        var theirs = ownWords(other.words, words);
        mine.removeIf(word -> theirs.removeIf(candidate -> isMisprint(word, candidate)));
        return mine.isEmpty() || theirs.isEmpty();
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
