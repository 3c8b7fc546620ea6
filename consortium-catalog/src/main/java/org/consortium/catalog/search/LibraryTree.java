package org.consortium.catalog.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.consortium.core.Label;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The member libraries as a tree, as they were when it was read: which libraries a holding counts for, and in which order they are shown. */
final class LibraryTree {

    private final Map<String, Place> libraries = new LinkedHashMap<>();
    private final Map<String, List<Place>> below = new LinkedHashMap<>();

    private LibraryTree(List<Place> places) {
        places.stream().filter(place -> !place.isBranch()).forEach(library -> libraries.put(library.code(), library));
        places.forEach(this::putBelow);
        below.values()
                .forEach(children -> children.sort(
                        Comparator.comparing((Place place) -> !place.isBranch()).thenComparing(Place::code)));
    }

    /**
     * @param parent the library above, or null at the top
     * @param region empty where it does not say, and of branches
     */
    record Place(String code, String parent, Label name, String region, boolean isBranch) {}

    /** The libraries alone. */
    static LibraryTree read(JdbcClient jdbc) {
        return new LibraryTree(
                places(jdbc, "select code, parent, name_zh, name_en, region, false as branch from library"));
    }

    /** The libraries with their branches. */
    static LibraryTree withBranches(JdbcClient jdbc) {
        return new LibraryTree(places(jdbc, """
                select code, parent, name_zh, name_en, region, false as branch from library
                union all
                select code, library, name_zh, name_en, '', true from branch
                """));
    }

    private static List<Place> places(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql)
                .query((row, number) -> new Place(
                        row.getString("code"),
                        row.getString("parent"),
                        new Label(row.getString("name_zh"), row.getString("name_en")),
                        row.getString("region"),
                        row.getBoolean("branch")))
                .list();
    }

    private void putBelow(Place place) {
        below.computeIfAbsent(place.parent(), parent -> new ArrayList<>()).add(place);
    }

    /** These libraries and everything above them. */
    Set<String> withAncestors(Set<String> codes) {
        var all = new LinkedHashSet<String>();
        for (var library : codes) {
            var at = library;
            while (at != null && all.add(at)) {
                at = libraries.containsKey(at) ? libraries.get(at).parent() : null;
            }
        }
        return all;
    }

    /** The regions these libraries and those above them lie in: a county's library counts for its city, too. */
    Set<String> regions(Set<String> codes) {
        return withAncestors(codes).stream()
                .filter(libraries::containsKey)
                .map(code -> libraries.get(code).region())
                .filter(region -> !region.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Its own, or of what is above it; empty where nobody says. */
    String region(Place place) {
        var at = place;
        while (at != null && at.region().isEmpty()) {
            at = libraries.get(at.parent());
        }
        return at == null ? "" : at.region();
    }

    /** Each library right below its parent, its branches before the libraries below it; a single branch is the library itself. */
    void walk(Visitor visitor) {
        walk(null, List.of(), visitor);
    }

    private void walk(String parent, List<String> path, Visitor visitor) {
        var children = below.getOrDefault(parent, List.of());
        for (var place : children) {
            if (place.isBranch() && children.size() == 1) {
                continue;
            }
            var here = new ArrayList<>(path);
            here.add(place.code());
            visitor.visit(place, path.size(), here);
            if (!place.isBranch()) {
                walk(place.code(), here, visitor);
            }
        }
    }

    /** Takes what {@link #walk} passes by. */
    interface Visitor {

        /** @param path the codes from the top down to the place itself */
        void visit(Place place, int depth, List<String> path);
    }
}
