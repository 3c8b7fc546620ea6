package org.consortium.catalog.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.consortium.catalog.text.Folding;
import org.consortium.catalog.text.Pinyin;
import org.consortium.core.union.Description;

/**
 * Who made it, as words: each name is the set of its words, so that Knuth, Donald E. and Donald Knuth agree. A Chinese
 * name is one word, and as it is spoken another name.
 */
final class Authors {

    /** [美] 孔飞力, (唐)李泰. */
    private static final Pattern COUNTRY_OR_DYNASTY = Pattern.compile("[\\[(（〔【［]\\p{IsHan}{1,6}[\\])）〕】］]");

    private static final String BRACKETS = "[(（〔【［";

    /** Of folded text, in which 著 has become 着. */
    private static final Pattern ROLE = Pattern.compile("(?<=..)(?:等|编着|主编|选编|校注|编|着|译|撰|注)+$");

    private static final String ENDS_OF_ROLES = "等着编注译撰";

    private static final int SHORTEST_WORD = 3;
    private static final int LONGEST_PINYIN = 20;
    private static final double SAME = 0.5;
    private static final Set<String> NO_NAMES = Set.of(
            "and",
            "the",
            "von",
            "van",
            "der",
            "edited",
            "editor",
            "translated",
            "with",
            "others",
            "etc",
            "jr",
            "dr",
            "prof",
            "foreword",
            "introduction",
            "illustrated",
            "author",
            "unknown",
            "various",
            "phd");

    private final List<Set<String>> names = new ArrayList<>();
    private final Set<String> stated;
    private String first = "";

    private Authors(Description description) {
        for (var name : description.names()) {
            add(name.name());
            if (!name.original().isEmpty()) {
                add(name.original());
            }
        }
        stated = words(Folding.fold(withoutCountry(description.responsibility())));
        if (first.isEmpty() && !description.responsibility().isEmpty()) {
            first = surname(description.responsibility());
        }
    }

    static Authors of(Description description) {
        return new Authors(description);
    }

    private void add(String statement) {
        var heading = withoutCountry(statement);
        var folded = withoutRoles(Folding.fold(heading));
        var words = words(folded);
        if (folded.isEmpty()) {
            return;
        }
        if (first.isEmpty()) {
            first = surname(heading);
        }
        if (!words.isEmpty()) {
            names.add(words);
        }
        asSpoken(folded).ifPresent(spoken -> names.add(Set.of(spoken)));
    }

    private static String withoutCountry(String statement) {
        return statement.chars().anyMatch(character -> BRACKETS.indexOf(character) >= 0)
                ? COUNTRY_OR_DYNASTY.matcher(statement).replaceAll(" ")
                : statement;
    }

    /** Lu, Xun and 鲁迅 are one name when written together. */
    private static Optional<String> asSpoken(String folded) {
        if (Pinyin.hasHan(folded)) {
            return Optional.of(String.join("", Pinyin.nameSyllables(folded.replace(" ", ""))));
        }
        return folded.length() <= LONGEST_PINYIN && folded.indexOf(' ') > 0
                ? Optional.of(folded.replace(" ", ""))
                : Optional.empty();
    }

    /** The word a name is filed by: what stands before the comma, else the last word; of a Chinese name all of it. */
    private static String surname(String heading) {
        int comma = heading.indexOf(',');
        var folded = Folding.fold(comma > 0 ? heading.substring(0, comma) : heading);
        var words = folded.split(" ");
        return Pinyin.hasHan(words[0]) ? withoutRole(words[0]) : words[words.length - 1];
    }

    private static Set<String> words(String folded) {
        var words = new TreeSet<String>();
        for (var word : folded.split(" ")) {
            if (Pinyin.hasHan(word)) {
                words.add(withoutRole(word));
            } else if (word.length() >= SHORTEST_WORD
                    && !Character.isDigit(word.charAt(0))
                    && !NO_NAMES.contains(word)) {
                words.add(word);
            }
        }
        return words;
    }

    static String withoutRoles(String folded) {
        return Pinyin.hasHan(folded)
                ? Arrays.stream(folded.split(" ")).map(Authors::withoutRole).collect(Collectors.joining(" "))
                : folded;
    }

    /** 曹雪芹著, 罗贯中编; but a name keeps two characters. */
    private static String withoutRole(String name) {
        return name.length() > 2 && ENDS_OF_ROLES.indexOf(name.charAt(name.length() - 1)) >= 0
                ? ROLE.matcher(name).replaceFirst("")
                : name;
    }

    boolean areSaid() {
        return !names.isEmpty() || !stated.isEmpty();
    }

    /** The word of the first author that stands in blocking keys, or nothing. */
    String first() {
        return first;
    }

    /** How far the best agreeing pair of names agrees: 1 wholly, 0 not at all. */
    private double agreement(Authors other) {
        double best = 0;
        for (var name : statements()) {
            for (var candidate : other.statements()) {
                best = Math.max(best, agreement(name, candidate));
            }
        }
        return best;
    }

    private List<Set<String>> statements() {
        if (!names.isEmpty()) {
            return names;
        }
        return stated.isEmpty() ? List.of() : List.of(stated);
    }

    private static double agreement(Set<String> one, Set<String> other) {
        long shared = one.stream()
                .filter(word ->
                        other.contains(word) || other.stream().anyMatch(candidate -> isMisspelt(word, candidate)))
                .count();
        int fewest = Math.min(one.size(), other.size());
        return fewest == 0 ? 0 : (double) shared / fewest;
    }

    private static boolean isMisspelt(String one, String other) {
        return one.length() > 4
                && other.length() > 4
                && one.length() < 60
                && Math.abs(one.length() - other.length()) <= 1
                && Title.distance(one, other) <= 1;
    }

    boolean agreeWith(Authors other) {
        return agreement(other) > SAME;
    }

    boolean contradict(Authors other) {
        return areSaid() && other.areSaid() && agreement(other) < SAME && !sharesStated(other);
    }

    /** One names the editor in a heading, the other names him only in the statement of responsibility. */
    private boolean sharesStated(Authors other) {
        return names.stream().anyMatch(name -> agreement(name, other.stated) > SAME)
                || other.names.stream().anyMatch(name -> agreement(name, stated) > SAME);
    }
}
