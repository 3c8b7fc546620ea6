package org.consortium.web.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.consortium.catalog.text.Pinyin;
import org.consortium.core.union.Description;
import org.consortium.core.union.Format;
import org.consortium.web.reader.CitedName.Part;

/** How a record is quoted in a list of references, after GB/T 7714-2015: names. title[M]. translators. edition. place: publisher, year. */
final class Citation {

    private static final int MOST_NAMES = 3;

    /** Only later editions are said. */
    private static final Pattern FIRST_EDITION = Pattern.compile("第?[1一]版|初版|(?i:(?:1st|first) ed(?:ition|\\.)?)");

    private static final Pattern CHINESE_EDITION = Pattern.compile("第(\\d+)版");

    private Citation() {}

    static String of(Description description) {
        var parts = new ArrayList<String>();
        var authors = authors(description);
        if (!authors.isEmpty()) {
            parts.add(together(authors));
        }
        parts.add(description.fullTitle() + mark(description.format()));
        var translators = named(description, Part.TRANSLATOR).stream()
                .filter(name -> !authors.contains(name) && Pinyin.hasHan(name))
                .toList();
        if (!translators.isEmpty()) {
            parts.add(together(translators) + ", 译");
        }
        var edition = description.edition();
        if (!edition.isEmpty() && !FIRST_EDITION.matcher(edition).matches()) {
            parts.add(CHINESE_EDITION.matcher(edition).replaceFirst("$1版"));
        }
        var published = published(description);
        if (!published.isEmpty()) {
            parts.add(published);
        }
        return parts.stream().map(Citation::withoutStop).collect(Collectors.joining(". ")) + ".";
    }

    /** "2nd ed." brings its own. */
    private static String withoutStop(String part) {
        return part.endsWith(".") ? part.substring(0, part.length() - 1) : part;
    }

    /** Who wrote it, else who edited it, else whoever is named. */
    private static List<String> authors(Description description) {
        for (var part : List.of(Part.AUTHOR, Part.EDITOR)) {
            var names = named(description, part);
            if (!names.isEmpty()) {
                return names;
            }
        }
        return CitedName.of(description).stream().map(CitedName::inReferences).toList();
    }

    private static List<String> named(Description description, Part part) {
        return CitedName.of(description).stream()
                .filter(name -> name.part() == part)
                .map(CitedName::inReferences)
                .toList();
    }

    private static String together(List<String> names) {
        var first = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        if (names.size() <= MOST_NAMES) {
            return first;
        }
        return first + (Pinyin.hasHan(first) ? ", 等" : ", et al");
    }

    private static String mark(Format format) {
        return switch (format) {
            case BOOK -> "[M]";
            case SERIAL -> "[J]";
            case MAP -> "[CM]";
            case ELECTRONIC -> "[EB]";
            default -> "[Z]";
        };
    }

    private static String published(Description description) {
        var text = new StringBuilder(description.place());
        if (!description.publisher().isEmpty()) {
            text.append(text.isEmpty() ? "" : ": ").append(description.publisher());
        }
        if (description.year() != null) {
            text.append(text.isEmpty() ? "" : ", ").append(description.year());
        }
        return text.toString();
    }
}
