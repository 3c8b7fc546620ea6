package org.consortium.catalog.marc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A record taken apart: its leader and its fields, text decoded and in Unicode normal form C. */
record MarcRecord(String leader, List<MarcField> fields) {

    /** The leader's character at a position, counting from 0 as the standards do; fill characters count as blank. */
    char leader(int position) {
        char c = position < leader.length() ? leader.charAt(position) : ' ';
        return c == '#' || c == '|' || c == '^' ? ' ' : c;
    }

    boolean has(String tag) {
        for (var field : fields) {
            if (field.tag().equals(tag)) {
                return true;
            }
        }
        return false;
    }

    /** The value of a control field, or the empty text. */
    String control(String tag) {
        for (var field : fields) {
            if (field.tag().equals(tag) && !field.value().isBlank()) {
                return field.value();
            }
        }
        return "";
    }

    /** The fields of these tags: by tag as named, then as they stand in the record. */
    List<MarcField> all(String... tags) {
        var found = new ArrayList<MarcField>(4);
        for (var tag : tags) {
            for (var field : fields) {
                if (field.tag().equals(tag)) {
                    found.add(field);
                }
            }
        }
        return found;
    }

    Optional<MarcField> first(String tag) {
        for (var field : fields) {
            if (field.tag().equals(tag)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    Stream<MarcField> tagged(String... tags) {
        return all(tags).stream();
    }
}
