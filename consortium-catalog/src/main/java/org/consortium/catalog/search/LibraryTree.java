package org.consortium.catalog.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consortium.core.Label;
import org.consortium.core.member.LibraryCode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The member libraries as a tree, for one question: which libraries a holding counts for, and in which order they are shown. */
final class LibraryTree {

    private final Map<String, Place> places = new LinkedHashMap<>();

    private LibraryTree(List<Place> all) {
        all.forEach(place -> places.put(place.code(), place));
    }

    record Place(String code, String parent, Label name) {}

    static LibraryTree read(JdbcClient jdbc) {
        return new LibraryTree(jdbc.sql("select code, parent, name_zh, name_en from library order by code")
                .query((row, number) -> new Place(
                        row.getString("code"),
                        row.getString("parent"),
                        new Label(row.getString("name_zh"), row.getString("name_en"))))
                .list());
    }

    /** These libraries and everything above them. */
    Set<String> withAncestors(Set<String> libraries) {
        var all = new LinkedHashSet<String>();
        for (var library : libraries) {
            var at = library;
            while (at != null && all.add(at)) {
                at = places.containsKey(at) ? places.get(at).parent() : null;
            }
        }
        return all;
    }

    /** Each library right below its parent, with how deep it stands. */
    void walk(Visitor visitor) {
        var children = new LinkedHashMap<String, List<Place>>();
        for (var place : places.values()) {
            children.computeIfAbsent(place.parent(), parent -> new ArrayList<>())
                    .add(place);
        }
        children.values().forEach(list -> list.sort(Comparator.comparing(Place::code)));
        walk(null, 0, children, visitor);
    }

    private static void walk(String parent, int depth, Map<String, List<Place>> children, Visitor visitor) {
        for (var place : children.getOrDefault(parent, List.of())) {
            visitor.visit(new LibraryCode(place.code()), place, depth);
            walk(place.code(), depth + 1, children, visitor);
        }
    }

    /** Takes what {@link #walk} passes by. */
    interface Visitor {
        void visit(LibraryCode code, Place place, int depth);
    }
}
