package org.consortium.catalog.matching;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.consortium.catalog.text.Folding;
import org.consortium.catalog.text.Pinyin;
import org.consortium.core.union.Description;
import org.consortium.core.union.Format;

/**
 * Of which work a description is an edition: two that share a key are. Made of the title without edition and volume
 * statements, the first author and the volume; a translation also has the key of its original title where that is given.
 *
 * @param own of the title proper, or null where no author is named and the title says little
 * @param also of its other titles
 */
record WorkKeys(Long own, Set<Long> also) {

    /** Raised whenever keys are made in another way. */
    static final int VERSION = 1;

    private static final WorkKeys NONE = new WorkKeys(null, Set.of());
    private static final int MOST = 8;
    /** One Chinese character weighs three: 家 says something, a single letter does not. */
    private static final int LEAST_WEIGHT = 2;

    private static final int LEAST_LETTERS = 2;

    /** Titles librarians give to collections, which say nothing of the work. */
    private static final Pattern COLLECTIVE = Pattern.compile(
            "(?:selected|collected|complete)?(?:works|selections|poems|poetry|novels|shortstories|stories|"
                    + "plays|essays|correspondence|letters|speeches|proseworks|lawsetc|treatiesetc)(?:selections)?"
                    + "|(?:作品|诗文|小说|散文|诗|文)?[选全别]集");

    private static final Pattern COUNTRY_OR_DYNASTY = Pattern.compile("[\\[(（〔【［]\\p{IsHan}{1,6}[\\])）〕】］]");

    static WorkKeys of(Publication publication) {
        var said = publication.description();
        var author = author(said);
        if (said.format() == Format.SERIAL || author.isEmpty()) {
            return NONE;
        }
        var volume = volume(publication.volumes());
        var main = publication.main();
        Long own = main.weight() < LEAST_WEIGHT ? null : hash(main.letters(), author, volume);
        var also = new TreeSet<Long>();
        for (var title : publication.otherTitles()) {
            var key = title.length() < LEAST_LETTERS ? null : hash(title, author, volume);
            if (key != null && !key.equals(own) && also.size() < MOST) {
                also.add(key);
            }
        }
        return own == null && also.isEmpty() ? NONE : new WorkKeys(own, also);
    }

    private static Long hash(String letters, String author, String volume) {
        return COLLECTIVE.matcher(letters).matches()
                ? null
                : Long.valueOf(MatchKey.hash("work " + letters + "|" + author + "|" + volume));
    }

    /**
     * A Chinese name as it is spoken, in whichever script it is written: 迟子建 and Chi, Zijian. Of other names the surname
     * and the first letter of the other names, for these are often cut short: Knuth, Donald E.
     */
    private static String author(Description said) {
        if (said.names().isEmpty()) {
            return "";
        }
        var first = said.names().get(0);
        var name = Pinyin.hasHan(first.original()) ? first.original() : first.name();
        name = COUNTRY_OR_DYNASTY.matcher(name).replaceAll(" ");
        if (Pinyin.hasHan(name)) {
            return String.join(
                    "",
                    Pinyin.nameSyllables(
                            Authors.withoutRoles(Folding.fold(name)).replace(" ", "")));
        }
        // what stands after a second comma are years and titles
        var parts = name.split(",", 3);
        name = parts.length < 3 ? name : parts[0] + "," + parts[1];
        int comma = name.indexOf(',');
        var surname = Folding.fold(comma > 0 ? name.substring(0, comma) : lastWord(name));
        var others = Folding.fold(
                comma > 0
                        ? name.substring(comma + 1)
                        : name.substring(0, name.length() - lastWord(name).length()));
        var whole = (surname + others).replace(" ", "");
        if (!Pinyin.readings(whole).isEmpty()) {
            return whole;
        }
        return surname + (others.isEmpty() ? "" : " " + others.charAt(0));
    }

    private static String lastWord(String name) {
        var words = name.strip().split("\\s+");
        return words[words.length - 1];
    }

    /** 上册 and the first volume are one; 下册 may be the second or the third and stays as it is. */
    private static String volume(Volumes volumes) {
        return volumes.numbers().stream()
                .map(number -> number.equals("上") ? "1" : number.equals("中") ? "2" : number)
                .sorted()
                .collect(Collectors.joining(","));
    }

    /** As PostgreSQL writes an array, or null where there is none. */
    static String array(Collection<Long> keys) {
        return keys.isEmpty() ? null : keys.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }
}
