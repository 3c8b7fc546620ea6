package org.consortium.web.reader;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.consortium.catalog.text.Pinyin;
import org.consortium.core.union.Description;
import org.consortium.core.union.Description.Name;

/** A name as lists of references, reference managers and other machines have it: without the country or dynasty before it. */
record CitedName(String shown, Part part) {

    private static final Pattern COUNTRY_OR_DYNASTY = Pattern.compile("^[\\[(（〔【［]\\p{IsHan}{1,6}[\\])）〕】］] *");
    /** Parts of a body (Congress. Senate), or words no surname has. */
    private static final Pattern BODY = Pattern.compile("\\p{Ll}{3}\\. \\p{Lu}|^[^,]* (?:of|and|for|für|pour|&) ");

    private static final Set<String> TRANSLATORS = Set.of("translator", "trl");
    private static final Set<String> EDITORS = Set.of("editor", "edt", "compiler", "com");
    private static final Set<String> ILLUSTRATORS = Set.of("illustrator", "ill");

    /** What somebody did for it; who is not known to have done something else is an author. */
    enum Part {
        AUTHOR,
        TRANSLATOR,
        EDITOR,
        ILLUSTRATOR
    }

    static List<CitedName> of(Description description) {
        return description.names().stream().map(CitedName::of).toList();
    }

    static List<String> shown(Description description, Part part) {
        return of(description).stream()
                .filter(name -> name.part == part)
                .map(CitedName::shown)
                .toList();
    }

    static CitedName of(Name name) {
        return new CitedName(COUNTRY_OR_DYNASTY.matcher(name.shown()).replaceFirst(""), part(name.role()));
    }

    private static Part part(String role) {
        if (TRANSLATORS.contains(role) || role.endsWith("译")) {
            return Part.TRANSLATOR;
        }
        if (EDITORS.contains(role) || role.endsWith("编")) {
            return Part.EDITOR;
        }
        return ILLUSTRATORS.contains(role) || role.endsWith("绘") ? Part.ILLUSTRATOR : Part.AUTHOR;
    }

    /** Turned round, surname first: a person's name of the West; a body's may have commas as well. */
    boolean isTurnedRound() {
        return shown.contains(",")
                && !Pinyin.hasHan(shown)
                && !BODY.matcher(shown).find();
    }

    /** As GB/T 7714 has it: the surname in capitals, then initials without stops. */
    String inReferences() {
        if (!isTurnedRound()) {
            return shown;
        }
        var parts = shown.split(",", 3);
        var initials = Arrays.stream(parts[1].split("[\\s.-]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
        return (parts[0].strip().toUpperCase(Locale.ROOT) + " " + initials).strip();
    }
}
