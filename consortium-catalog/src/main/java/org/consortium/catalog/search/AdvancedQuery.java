package org.consortium.catalog.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands in the box taken apart for a form, and put together again: the form is another way to write the same text.
 *
 * @param words words in any order, and whatever has no place of its own in the form
 * @param phrase words as they follow each other
 * @param without words that must not be there
 * @param fields words by field; a field without any is not in it
 */
public record AdvancedQuery(String words, String phrase, String without, Map<QueryField, String> fields) {

    private static final List<QueryField> IN_FORM = List.of(
            QueryField.TITLE,
            QueryField.AUTHOR,
            QueryField.SUBJECT,
            QueryField.PUBLISHER,
            QueryField.SERIES,
            QueryField.CALL_NUMBER,
            QueryField.NUMBER);

    public AdvancedQuery {
        words = clean(words);
        phrase = clean(phrase).replaceAll("[\"“”]", "");
        without = clean(without);
        var kept = new EnumMap<QueryField, String>(QueryField.class);
        fields.forEach((field, text) -> {
            if (!clean(text).isEmpty()) {
                kept.put(field, clean(text));
            }
        });
        fields = kept;
    }

    /** The fields a form has. */
    public static List<QueryField> fieldsOfForm() {
        return IN_FORM;
    }

    public static AdvancedQuery read(String typed) {
        var words = new ArrayList<String>();
        var phrases = new ArrayList<String>();
        var without = new ArrayList<String>();
        var fields = new EnumMap<QueryField, String>(QueryField.class);
        for (var part : QueryParts.of(clean(typed))) {
            var first = part.alternatives().get(0);
            if (part.alternatives().size() > 1) {
                words.add(
                        part.alternatives().stream().map(AdvancedQuery::written).collect(Collectors.joining(" OR ")));
            } else if (!part.wanted()) {
                without.add(written(first));
            } else if (IN_FORM.contains(first.field())) {
                fields.merge(first.field(), value(first), (one, other) -> one + " " + other);
            } else if (first.quoted() && first.field() == QueryField.ANY && phrases.isEmpty()) {
                phrases.add(first.text());
            } else {
                words.add(written(first));
            }
        }
        return new AdvancedQuery(String.join(" ", words), String.join(" ", phrases), String.join(" ", without), fields);
    }

    /** The text for the box, its fields named in the language of whoever reads it. */
    public String text(Locale locale) {
        var parts = new ArrayList<String>();
        parts.add(words);
        parts.add(phrase.isEmpty() ? "" : '"' + phrase + '"');
        fields.forEach((field, said) -> pieces(said).forEach(piece -> parts.add(field.name(locale) + ":" + piece)));
        pieces(without).forEach(piece -> parts.add("-" + piece));
        return parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining(" "));
    }

    /** Words and phrases, each fit to stand behind a sign. */
    private static Stream<String> pieces(String said) {
        return QueryParts.of(said).stream()
                .flatMap(part -> part.alternatives().stream())
                .flatMap(item -> item.isPlain() ? Stream.of(item.text().split("\\s+")) : Stream.of(written(item)))
                .filter(piece -> !piece.isBlank());
    }

    private static String written(QueryParts.Item item) {
        var field = item.field() == QueryField.ANY ? "" : item.field().names().get(0) + ":";
        return field + value(item);
    }

    private static String value(QueryParts.Item item) {
        return item.quoted() ? '"' + item.text() + '"' : item.text() + (item.beginning() ? "*" : "");
    }

    private static String clean(String text) {
        return text == null ? "" : text.strip();
    }
}
