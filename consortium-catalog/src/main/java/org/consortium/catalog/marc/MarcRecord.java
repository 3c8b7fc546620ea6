package org.consortium.catalog.marc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A record taken apart: its leader and its fields, text decoded and in Unicode normal form C. */
final class MarcRecord {

    private final String leader;
    private final Map<String, List<MarcField>> byTag = new HashMap<>();

    MarcRecord(String leader, List<MarcField> fields) {
        this.leader = leader;
        for (var field : fields) {
            byTag.computeIfAbsent(field.tag(), tag -> new ArrayList<>(2)).add(field);
        }
    }

    String leader() {
        return leader;
    }

    /** The leader's character at a position, counting from 0 as the standards do; fill characters count as blank. */
    char leader(int position) {
        char c = position < leader.length() ? leader.charAt(position) : ' ';
        return c == '#' || c == '|' || c == '^' ? ' ' : c;
    }

    /** All fields by their tags; of one tag in the order they stand. */
    Stream<MarcField> fields() {
        return byTag.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(tagged -> tagged.getValue().stream());
    }

    boolean has(String tag) {
        return byTag.containsKey(tag);
    }

    /** The value of a control field, or the empty text. */
    String control(String tag) {
        return of(tag).stream()
                .map(MarcField::value)
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("");
    }

    /** The fields of these tags: by tag as named, then as they stand in the record. */
    List<MarcField> all(String... tags) {
        if (tags.length == 1) {
            return of(tags[0]);
        }
        var found = new ArrayList<MarcField>();
        for (var tag : tags) {
            found.addAll(of(tag));
        }
        return found;
    }

    Stream<MarcField> tagged(String... tags) {
        return all(tags).stream();
    }

    Optional<MarcField> first(String tag) {
        return of(tag).stream().findFirst();
    }

    private List<MarcField> of(String tag) {
        return byTag.getOrDefault(tag, List.of());
    }
}
