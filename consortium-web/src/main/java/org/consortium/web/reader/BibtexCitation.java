package org.consortium.web.reader;

import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.consortium.core.union.Description;
import org.consortium.core.union.Format;
import org.consortium.core.union.Identifier;
import org.consortium.core.union.RecordId;
import org.consortium.web.reader.CitedName.Part;

/** A record as a BibTeX entry in UTF-8; its key is the record's id. */
final class BibtexCitation {

    private final StringBuilder text = new StringBuilder();

    private BibtexCitation() {}

    static String of(RecordId id, Description description, String address) {
        var entry = new BibtexCitation();
        entry.text.append(type(description.format())).append('{').append(id);
        entry.add("title", escaped(description.fullTitle()));
        entry.add("author", names(description, name -> name.part() == Part.AUTHOR || name.part() == Part.ILLUSTRATOR));
        entry.add("editor", names(description, name -> name.part() == Part.EDITOR));
        entry.add("translator", names(description, name -> name.part() == Part.TRANSLATOR));
        entry.add("edition", escaped(description.edition()));
        entry.add("address", escaped(description.place()));
        entry.add("publisher", escaped(description.publisher()));
        entry.add("year", description.year() == null ? "" : description.year().toString());
        entry.add("series", escaped(String.join("; ", description.series())));
        entry.add("isbn", String.join(", ", description.numbers(Identifier.Kind.ISBN)));
        entry.add("issn", String.join(", ", description.numbers(Identifier.Kind.ISSN)));
        entry.add("keywords", escaped(String.join(", ", description.subjects())));
        entry.add("url", address);
        return entry.text.append("\n}\n").toString();
    }

    /** A name in braces is not taken apart: a Chinese one, a body's. */
    private static String names(Description description, Predicate<CitedName> which) {
        return CitedName.of(description).stream()
                .filter(which)
                .map(name -> name.isTurnedRound() ? escaped(name.shown()) : "{" + escaped(name.shown()) + "}")
                .collect(Collectors.joining(" and "));
    }

    private void add(String field, String value) {
        if (!value.isBlank()) {
            text.append(",\n  ").append(field).append(" = {").append(value).append('}');
        }
    }

    /** What TeX would take for a command; a brace without its partner would end the field. */
    private static String escaped(String value) {
        return value.strip()
                .replaceAll("\\s+", " ")
                .replace("\\", "\\textbackslash ")
                .replaceAll("[{}]", "")
                .replaceAll("([%&#_$])", "\\\\$1")
                .replace("~", "\\textasciitilde ")
                .replace("^", "\\textasciicircum ");
    }

    private static String type(Format format) {
        return format == Format.BOOK ? "@book" : "@misc";
    }
}
