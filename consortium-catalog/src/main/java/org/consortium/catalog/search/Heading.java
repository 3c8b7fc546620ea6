package org.consortium.catalog.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Pattern;
import org.consortium.catalog.text.Folding;
import org.consortium.catalog.text.Pinyin;

/**
 * An author or subject as the index keeps it: how it is sorted, Chinese by its pinyin among Latin letters, then its folded text, then
 * how it is shown, a tab between them. One term of the index serves as a filter, is counted as a facet and stands in the
 * alphabetical list. Headings that differ in their script or accents alone, 高鹗 and 高鶚, are forms of one.
 */
record Heading(String order, String folded, String shown) {

    /** Of the forms of a heading the simplified before the traditional, as most catalogues are read. */
    static final Comparator<Heading> SIMPLIFIED_FIRST =
            Comparator.comparing(Heading::isTraditional).thenComparing(Heading::shown);

    private static final String BETWEEN = "\t";
    private static final int LONGEST = 120;

    /** The country or dynasty before a translated or old author's name: （法）托克维尔, [清]曹雪芹. */
    private static final Pattern ORIGIN = Pattern.compile("^[（(\\[〔【][^）)\\]〕】]{1,8}[）)\\]〕】]\\s*(?=\\S)");

    static Heading ofName(String name) {
        var shown = cut(ORIGIN.matcher(name.strip()).replaceFirst(""));
        var folded = Folding.fold(shown);
        return new Heading(cut(String.join(" ", Pinyin.nameSyllables(folded))), cut(folded), shown);
    }

    static Heading ofSubject(String subject) {
        var shown = cut(subject.strip());
        var folded = Folding.fold(shown);
        return new Heading(cut(String.join(" ", Pinyin.syllables(folded))), cut(folded), shown);
    }

    static Heading parse(String term) {
        var parts = term.split(BETWEEN, 3);
        return new Heading(parts[0], parts[1], parts[2]);
    }

    /** What the index holds. */
    String term() {
        return key() + shown;
    }

    /** What all forms of it begin with, and nothing else does. */
    String key() {
        return order + BETWEEN + folded + BETWEEN;
    }

    private boolean isTraditional() {
        return !Arrays.equals(characters(shown), characters(folded));
    }

    private static int[] characters(String text) {
        return text.codePoints().filter(Character::isIdeographic).toArray();
    }

    boolean isSortable() {
        return !order.isEmpty();
    }

    /** How many bytes of a term all forms of its heading share; all of a term that is none. */
    static int sharedBytes(byte[] bytes, int offset, int length) {
        for (int shared = length; shared > 0; shared--) {
            if (bytes[offset + shared - 1] == BETWEEN.charAt(0)) {
                return shared;
            }
        }
        return length;
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
