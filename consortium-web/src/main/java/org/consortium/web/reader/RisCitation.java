package org.consortium.web.reader;

import java.util.List;
import org.consortium.core.union.Description;
import org.consortium.core.union.Format;
import org.consortium.core.union.Identifier;

/** A record for reference managers in the RIS format: a tag, two spaces, a hyphen, a value; one value a line, CRLF. */
final class RisCitation {

    private final StringBuilder text = new StringBuilder();

    private RisCitation() {}

    static String of(Description description, String address) {
        var ris = new RisCitation();
        ris.add("TY", type(description.format()));
        ris.add("TI", description.fullTitle());
        CitedName.of(description).forEach(name -> ris.add(tag(name.part()), name.shown()));
        ris.add("ET", description.edition());
        ris.add("CY", description.place());
        ris.add("PB", description.publisher());
        ris.add("PY", description.year() == null ? "" : description.year().toString());
        description.series().forEach(series -> ris.add("T2", series));
        description.subjects().forEach(subject -> ris.add("KW", subject));
        for (var kind : List.of(Identifier.Kind.ISBN, Identifier.Kind.ISSN)) {
            description.numbers(kind).forEach(number -> ris.add("SN", number));
        }
        ris.add("AB", description.summary());
        description.languages().forEach(language -> ris.add("LA", language));
        ris.add("UR", address);
        return ris.text.append("ER  - \r\n").toString();
    }

    private void add(String tag, String value) {
        if (!value.isBlank()) {
            text.append(tag)
                    .append("  - ")
                    .append(value.strip().replaceAll("\\s+", " "))
                    .append("\r\n");
        }
    }

    private static String tag(CitedName.Part part) {
        return switch (part) {
            case AUTHOR, ILLUSTRATOR -> "AU";
            case EDITOR -> "ED";
            case TRANSLATOR -> "A4";
        };
    }

    private static String type(Format format) {
        return switch (format) {
            case BOOK, MICROFORM -> "BOOK";
            case SERIAL -> "JFULL";
            case ELECTRONIC -> "EBOOK";
            case AUDIO -> "SOUND";
            case MUSIC, SCORE -> "MUSIC";
            case VIDEO -> "VIDEO";
            case MAP -> "MAP";
            case PICTURE -> "ART";
            case MANUSCRIPT -> "MANSCPT";
            case OTHER -> "GEN";
        };
    }
}
