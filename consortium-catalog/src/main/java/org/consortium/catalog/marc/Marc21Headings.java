package org.consortium.catalog.marc;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.consortium.core.union.Description.Name;

/** Who made it and what it is about, from the headings of MARC 21 in both scripts. */
final class Marc21Headings {

    /** Who made it, in this order: main entries, then added ones. */
    private static final String[] NAMES = {"100", "110", "111", "700", "710", "711", "720"};

    private static final String[] SUBJECTS = {
        "600", "610", "611", "630", "647", "648", "650", "651", "653", "655", "656", "689"
    };

    private static final String CHARACTERS = "([\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]+)";
    private static final Pattern IN_CHARACTERS =
            Pattern.compile(CHARACTERS + "[,，] *" + CHARACTERS + "(?: *[(（][-0-9–~?]+[)）])?");

    private final MarcRecord record;
    private final LinkedFields linked;

    Marc21Headings(MarcRecord record, LinkedFields linked) {
        this.record = record;
        this.linked = linked;
    }

    List<Name> names() {
        Set<Name> names = new LinkedHashSet<>();
        for (var field : record.all(NAMES)) {
            var heading = heading(field);
            if (!heading.isEmpty()) {
                var original =
                        linked.original(field).map(Marc21Headings::heading).orElse("");
                names.add(new Name(heading, original.equals(heading) ? "" : original, role(field)));
            }
        }
        for (var tag : NAMES) {
            for (var field : linked.alone(tag)) {
                var heading = heading(field);
                if (!heading.isEmpty()) {
                    names.add(Name.of(heading, role(field)));
                }
            }
        }
        return new ArrayList<>(names);
    }

    /** Persons without their dates, bodies with their parts. */
    private static String heading(MarcField field) {
        boolean body = field.tag().endsWith("10")
                || field.get('6').startsWith("110")
                || field.get('6').startsWith("710");
        var parts = field.all(body ? "ab" : field.tag().endsWith("11") ? "ae" : "abc").stream()
                .map(Isbd::sentence)
                .filter(text -> !text.isEmpty())
                .toList();
        return body ? withUnits(parts) : asSpoken(String.join(", ", parts).replace(", (", " ("));
    }

    /** A body and its parts; the stop of an abbreviation is the one between them: Univ. of York I. Dept. of Music. */
    private static String withUnits(List<String> parts) {
        return parts.stream()
                .reduce((whole, unit) -> whole + (whole.endsWith(".") ? " " : ". ") + unit)
                .orElse("")
                .replace(". (", " (");
    }

    /** Names in characters are written in one, whatever the rules put between and after them: 伊藤, 道治(1925-2017). */
    private static String asSpoken(String name) {
        var written = IN_CHARACTERS.matcher(name);
        return written.matches() ? written.group(1) + written.group(2) : name;
    }

    private static String role(MarcField field) {
        var printed = field.all(field.tag().endsWith("11") ? "j" : "e");
        return printed.isEmpty()
                ? Relators.marc21(field.get('4'))
                : String.join(", ", printed.stream().map(Isbd::sentence).toList());
    }

    List<String> subjects() {
        Set<String> subjects = new LinkedHashSet<>();
        for (var field : record.all(SUBJECTS)) {
            addSubjects(field, subjects);
            linked.original(field).ifPresent(original -> addSubjects(original, subjects));
        }
        for (var tag : SUBJECTS) {
            linked.alone(tag).forEach(field -> addSubjects(field, subjects));
        }
        subjects.remove("");
        return new ArrayList<>(subjects);
    }

    private static void addSubjects(MarcField field, Set<String> subjects) {
        if (field.tag().equals("653")) {
            field.all("a").forEach(word -> subjects.add(Isbd.sentence(word)));
            return;
        }
        var heading = String.join(
                ", ", field.all("abcpqt").stream().map(Isbd::sentence).toList());
        var divisions = field.all("vxyz").stream().map(Isbd::sentence).toList();
        subjects.add(divisions.isEmpty() ? heading : heading + "--" + String.join("--", divisions));
    }
}
