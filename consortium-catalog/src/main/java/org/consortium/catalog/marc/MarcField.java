package org.consortium.catalog.marc;

import java.util.List;

/** A field of a record: a control field has a value, a data field two indicators and subfields in their order. */
record MarcField(String tag, char first, char second, String value, List<Subfield> subfields) {

    /** One part of a data field, text already decoded. */
    record Subfield(char code, String value) {}

    static MarcField control(String tag, String value) {
        return new MarcField(tag, ' ', ' ', value, List.of());
    }

    /** The first such subfield that says something, or the empty text. */
    String get(char code) {
        for (var subfield : subfields) {
            if (subfield.code == code && !subfield.value.isBlank()) {
                return subfield.value.strip();
            }
        }
        return "";
    }

    /** All such subfields that say something, in the order they stand. */
    List<String> all(String codes) {
        return subfields.stream()
                .filter(subfield -> codes.indexOf(subfield.code) >= 0 && !subfield.value.isBlank())
                .map(subfield -> subfield.value.strip())
                .toList();
    }

    String joined(String codes, String separator) {
        return String.join(separator, all(codes));
    }

    boolean has(char code) {
        return !get(code).isEmpty();
    }
}
