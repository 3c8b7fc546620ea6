package org.consortium.web.reader;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.consortium.core.union.Description;
import org.consortium.core.union.Format;
import org.consortium.core.union.Identifier;
import org.consortium.web.reader.CitedName.Part;
import org.consortium.web.site.LanguageNames;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A record as other machines read a page: schema.org in JSON-LD. Data, not script: the content policy lets it stand. */
@Component
class BookData {

    /** 387页, 387 p., xii, 387 pages. */
    private static final Pattern PAGES = Pattern.compile("(\\d{1,5}) ?(?:页|頁|p\\b|pages\\b|S\\.)");

    private final JsonMapper json;

    BookData(JsonMapper json) {
        this.json = json;
    }

    /** @param address the record's lasting address */
    String of(Description description, String address) {
        var book = new LinkedHashMap<String, Object>();
        book.put("@context", "https://schema.org");
        book.put("@type", type(description.format()));
        book.put("@id", address);
        book.put("url", address);
        book.put("name", description.fullTitle());
        put(book, "alternateName", description.otherTitles());
        for (var part : Part.values()) {
            put(
                    book,
                    part.name().toLowerCase(Locale.ROOT),
                    CitedName.shown(description, part).stream()
                            .map(name -> named("Person", name))
                            .toList());
        }
        put(book, "isbn", description.numbers(Identifier.Kind.ISBN));
        put(book, "bookEdition", description.edition());
        if (!description.publisher().isEmpty()) {
            book.put("publisher", named("Organization", description.publisher()));
        }
        put(
                book,
                "datePublished",
                description.year() == null ? "" : description.year().toString());
        put(
                book,
                "inLanguage",
                description.languages().stream().map(LanguageNames::tag).toList());
        if (description.format() == Format.BOOK) {
            var pages = PAGES.matcher(description.extent());
            if (pages.find()) {
                book.put("numberOfPages", Integer.valueOf(pages.group(1)));
            }
            put(
                    book,
                    "isPartOf",
                    description.series().stream()
                            .map(series -> named("BookSeries", series))
                            .toList());
        }
        put(
                book,
                "issn",
                description.format() == Format.SERIAL ? description.numbers(Identifier.Kind.ISSN) : List.of());
        put(book, "about", description.subjects());
        put(book, "description", description.summary());
        // A title with </script> in it must not end the element: the only sign of HTML that matters inside it.
        return json.writeValueAsString(book).replace("<", "\\u003c");
    }

    private static String type(Format format) {
        return switch (format) {
            case BOOK -> "Book";
            case SERIAL -> "Periodical";
            case MAP -> "Map";
            case SCORE -> "SheetMusic";
            default -> "CreativeWork";
        };
    }

    private static Map<String, Object> named(String type, String name) {
        return Map.of("@type", type, "name", name);
    }

    private static void put(Map<String, Object> book, String name, List<?> values) {
        if (!values.isEmpty()) {
            book.put(name, values.size() == 1 ? values.get(0) : values);
        }
    }

    private static void put(Map<String, Object> book, String name, String value) {
        if (!value.isEmpty()) {
            book.put(name, value);
        }
    }
}
