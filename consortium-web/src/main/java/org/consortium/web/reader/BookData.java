package org.consortium.web.reader;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.consortium.core.union.Description;
import org.consortium.core.union.Format;
import org.consortium.core.union.Identifier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A record as other machines read a page: schema.org in JSON-LD. Data, not script: the content policy lets it stand. */
@Component
class BookData {

    private final JsonMapper json;

    BookData(JsonMapper json) {
        this.json = json;
    }

    /** @param address the record's lasting address */
    String of(Description description, String address) {
        var book = new LinkedHashMap<String, Object>();
        book.put("@context", "https://schema.org");
        book.put("@type", description.format() == Format.BOOK ? "Book" : "CreativeWork");
        book.put("@id", address);
        book.put("url", address);
        book.put("name", description.fullTitle());
        put(book, "alternateName", description.otherTitles());
        put(
                book,
                "author",
                description.names().stream()
                        .map(name -> Map.of("@type", "Person", "name", name.shown()))
                        .toList());
        put(book, "isbn", description.numbers(Identifier.Kind.ISBN));
        put(book, "bookEdition", description.edition());
        if (!description.publisher().isEmpty()) {
            book.put("publisher", Map.of("@type", "Organization", "name", description.publisher()));
        }
        put(
                book,
                "datePublished",
                description.year() == null ? "" : description.year().toString());
        put(book, "inLanguage", description.languages());
        put(book, "about", description.subjects());
        put(book, "description", description.summary());
        // A title with </script> in it must not end the element: the only sign of HTML that matters inside it.
        return json.writeValueAsString(book).replace("<", "\\u003c");
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
