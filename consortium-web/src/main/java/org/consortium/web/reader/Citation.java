package org.consortium.web.reader;

import java.util.ArrayList;
import java.util.stream.Collectors;
import org.consortium.core.union.Description;
import org.consortium.core.union.Format;
import org.consortium.core.union.Identifier;

/** How a record is quoted in a list of references, after GB/T 7714: names. title[M]. place: publisher, year. */
final class Citation {

    private static final int MOST_NAMES = 3;

    private Citation() {}

    static String of(Description description) {
        var parts = new ArrayList<String>();
        if (!description.names().isEmpty()) {
            parts.add(names(description));
        }
        parts.add(description.fullTitle() + mark(description.format()));
        if (!description.edition().isEmpty()) {
            parts.add(description.edition());
        }
        var published = published(description);
        if (!published.isEmpty()) {
            parts.add(published);
        }
        description.numbers(Identifier.Kind.ISBN).stream().findFirst().ifPresent(isbn -> parts.add("ISBN " + isbn));
        return parts.stream().map(Citation::withoutStop).collect(Collectors.joining(". ")) + ".";
    }

    /** "2nd ed." brings its own. */
    private static String withoutStop(String part) {
        return part.endsWith(".") ? part.substring(0, part.length() - 1) : part;
    }

    private static String names(Description description) {
        var shown = description.names().stream()
                .limit(MOST_NAMES)
                .map(Description.Name::shown)
                .collect(Collectors.joining(", "));
        var chinese = description.languages().contains("chi");
        return description.names().size() > MOST_NAMES ? shown + (chinese ? ", 等" : ", et al") : shown;
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
