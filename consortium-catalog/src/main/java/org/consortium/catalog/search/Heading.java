package org.consortium.catalog.search;

import java.util.regex.Pattern;
import org.consortium.catalog.text.Folding;
import org.consortium.catalog.text.Pinyin;

/**
 * An author or subject as the index keeps it: how it is sorted, Chinese by its pinyin among Latin letters, then a tab, then
 * how it is shown. One term of the index serves as a filter, is counted as a facet and stands in the alphabetical list.
 */
record Heading(String order, String shown) {

    private static final char BETWEEN = '\t';
    private static final int LONGEST = 120;

    /** The country or dynasty before a translated or old author's name: （法）托克维尔, [清]曹雪芹. */
    private static final Pattern ORIGIN = Pattern.compile("^[（(\\[〔【][^）)\\]〕】]{1,8}[）)\\]〕】]\\s*(?=\\S)");

    static Heading ofName(String name) {
        var shown = cut(ORIGIN.matcher(name.strip()).replaceFirst(""));
        var folded = Folding.fold(shown);
        return new Heading(String.join(" ", Pinyin.nameSyllables(folded)), shown);
    }

    static Heading ofSubject(String subject) {
        var shown = cut(subject.strip());
        return new Heading(String.join(" ", Pinyin.syllables(Folding.fold(shown))), shown);
    }

    static Heading parse(String term) {
        int tab = term.indexOf(BETWEEN);
        return new Heading(term.substring(0, Math.max(0, tab)), term.substring(tab + 1));
    }

    /** What the index holds. */
    String term() {
        return order + BETWEEN + shown;
    }

    boolean isSortable() {
        return !order.isEmpty();
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
