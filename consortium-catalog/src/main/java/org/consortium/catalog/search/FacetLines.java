package org.consortium.catalog.search;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.consortium.catalog.search.Filters.Part;
import org.consortium.catalog.search.SearchResult.ClassCount;
import org.consortium.catalog.search.SearchResult.Count;
import org.consortium.catalog.search.SearchResult.Facets;
import org.consortium.catalog.search.SearchResult.PlaceCount;
import org.consortium.catalog.text.Folding;
import org.consortium.core.Label;
import org.consortium.core.union.Format;

/** What was counted as the lines beside the results: the values there are, the most frequent first, with those chosen. */
final class FacetLines {

    static final int MOST_HEADINGS = 24;

    private static final int DEEPEST_TREE = 3;

    private final SearchQuery query;
    private final Filters filters;
    private final FacetCounting counted;
    private final LibraryTree tree;

    FacetLines(SearchQuery query, Filters filters, FacetCounting counted, LibraryTree tree) {
        this.query = query;
        this.filters = filters;
        this.counted = counted;
        this.tree = tree;
    }

    Facets facets() {
        return new Facets(
                places(),
                terms(Facet.LANGUAGE, with(Trait.LANGUAGE, Part.LANGUAGE)),
                formats(),
                decades(),
                headings(Facet.AUTHOR, Part.AUTHOR, Heading::ofName),
                headings(Facet.SUBJECT, Part.SUBJECT, Heading::ofSubject),
                classes(),
                counted.available());
    }

    /** Each library below its parent, and below it its branches where there is something to choose; regions over them. */
    private List<PlaceCount> places() {
        var places = new Places();
        tree.walk(places);
        query.of(Facet.REGION).forEach(places::region);
        return places.byRegion.size() > 1 || !query.of(Facet.REGION).isEmpty()
                ? underRegions(places.byRegion)
                : places.all;
    }

    /** What is passed by in the tree, as far as it is to be shown: as one tree, and as a tree in each region. */
    private final class Places implements LibraryTree.Visitor {

        private final boolean inside = query.available();
        private final Map<String, Long> libraries = with(inside ? Trait.SHELF_LIBRARY : Trait.LIBRARY, Part.PLACE);
        private final Map<String, Long> branches = with(inside ? Trait.SHELF_BRANCH : Trait.BRANCH, Part.PLACE);
        private final Map<String, Place> passed = new HashMap<>();
        private final List<PlaceCount> all = new ArrayList<>();
        private final Map<String, List<PlaceCount>> byRegion = new LinkedHashMap<>();

        private record Place(String region, int depth) {}

        @Override
        public void visit(LibraryTree.Place place, int depth, List<String> within) {
            var region = tree.region(place);
            var above = passed.get(place.parent());
            int below = above != null && above.region().equals(region) ? above.depth() + 1 : region.isEmpty() ? 0 : 1;
            if (!place.isBranch()) {
                passed.put(place.code(), new Place(region, below));
            }
            var facet = place.isBranch() ? Facet.BRANCH : Facet.LIBRARY;
            long count = (place.isBranch() ? branches : libraries).getOrDefault(place.code(), 0L);
            boolean chosen = query.has(facet, place.code());
            if (chosen || count > 0 && isInScope(within)) {
                var line = new PlaceCount(facet, place.code(), place.parent(), place.name(), depth, count, chosen);
                all.add(line);
                region(region).add(line.at(below));
            }
        }

        List<PlaceCount> region(String name) {
            return byRegion.computeIfAbsent(name, none -> new ArrayList<>());
        }
    }

    private List<PlaceCount> underRegions(Map<String, List<PlaceCount>> byRegion) {
        var counts = with(query.available() ? Trait.SHELF_REGION : Trait.REGION, Part.PLACE);
        var lines = new ArrayList<PlaceCount>();
        byRegion.forEach((region, places) -> {
            if (!region.isEmpty()) {
                long count = counts.getOrDefault(region, 0L);
                boolean chosen = query.has(Facet.REGION, region);
                lines.add(new PlaceCount(Facet.REGION, region, null, new Label(region, ""), 0, count, chosen));
            }
            lines.addAll(places);
        });
        return lines;
    }

    private boolean isInScope(List<String> path) {
        return filters.scope() == null || path.stream().anyMatch(filters.scope()::contains);
    }

    private Map<String, Long> with(Trait trait, Part part) {
        var lines = new HashMap<String, Long>();
        var letter = trait.of("");
        counted.of(part).forEach((term, count) -> {
            if (term.startsWith(letter)) {
                lines.put(term.substring(1), count);
            }
        });
        return lines;
    }

    private List<Count<String>> terms(Facet facet, Map<String, Long> counts) {
        var all = new HashMap<>(counts);
        query.of(facet).forEach(value -> all.putIfAbsent(value, 0L));
        return all.entrySet().stream()
                .map(line -> new Count<>(line.getKey(), line.getValue(), query.has(facet, line.getKey())))
                .sorted(mostFirst(Function.identity()))
                .toList();
    }

    private List<Count<Format>> formats() {
        var counts = with(Trait.FORMAT, Part.FORMAT);
        return Arrays.stream(Format.values())
                .map(format -> new Count<>(
                        format, counts.getOrDefault(format.name(), 0L), query.has(Facet.FORMAT, format.name())))
                .filter(line -> line.count() > 0 || line.chosen())
                .sorted(mostFirst(Enum::name))
                .toList();
    }

    private List<Count<Integer>> decades() {
        return with(Trait.DECADE, Part.YEAR).entrySet().stream()
                .map(line -> new Count<>(
                        Integer.valueOf(line.getKey()), line.getValue(), isChosen(Integer.parseInt(line.getKey()))))
                .sorted(comparing((Count<Integer> line) -> line.value(), reverseOrder()))
                .toList();
    }

    private boolean isChosen(int decade) {
        return filters.sets(Part.YEAR)
                && (query.yearFrom() == null || decade + RecordTraits.YEARS_IN_A_DECADE > query.yearFrom())
                && (query.yearTo() == null || decade <= query.yearTo());
    }

    /** Each heading in the form most records have it in, counted in all its forms; one that is chosen as it was chosen. */
    private List<Count<String>> headings(Facet facet, Part part, Function<String, Heading> heading) {
        var forms = new HashMap<String, Map<Heading, Long>>();
        counted.of(part).forEach((term, count) -> {
            var form = Heading.parse(term);
            forms.computeIfAbsent(form.key(), key -> new HashMap<>()).put(form, count);
        });
        var chosen = new HashMap<String, String>();
        for (var value : query.of(facet)) {
            var form = heading.apply(value);
            chosen.put(form.key(), form.shown());
            forms.computeIfAbsent(form.key(), key -> new HashMap<>());
        }
        return forms.entrySet().stream()
                .map(line -> new Count<>(
                        chosen.getOrDefault(line.getKey(), shown(line.getValue())),
                        line.getValue().values().stream()
                                .mapToLong(Long::longValue)
                                .sum(),
                        chosen.containsKey(line.getKey())))
                .sorted(comparing((Count<String> line) -> !line.chosen()).thenComparing(mostFirst(Function.identity())))
                .limit(Math.max(MOST_HEADINGS, chosen.size()))
                .sorted(mostFirst(Function.identity()))
                .toList();
    }

    private static String shown(Map<Heading, Long> forms) {
        return forms.entrySet().stream()
                .min(Map.Entry.<Heading, Long>comparingByValue(reverseOrder())
                        .thenComparing(Map.Entry::getKey, Heading.SIMPLIFIED_FIRST))
                .map(form -> form.getKey().shown())
                .orElse("");
    }

    /** The main classes; below one that is chosen, the classes in it. */
    private List<ClassCount> classes() {
        var counts = with(Trait.CLASS, Part.CLASS);
        query.of(Facet.CLASS).forEach(value -> counts.putIfAbsent(Folding.key(value), 0L));
        return counts.entrySet().stream()
                .filter(line -> isOpen(line.getKey()))
                .map(line -> new ClassCount(
                        code(line.getKey()), depth(line.getKey()), line.getValue(), isChosen(line.getKey())))
                .sorted(comparing(ClassCount::code))
                .toList();
    }

    private boolean isOpen(String key) {
        return key.length() == 1
                || isChosen(key)
                || query.of(Facet.CLASS).stream()
                        .map(Folding::key)
                        .anyMatch(open ->
                                key.startsWith(open) && key.length() == open.length() + 1 || open.startsWith(key));
    }

    private boolean isChosen(String key) {
        return query.of(Facet.CLASS).stream().map(Folding::key).anyMatch(key::equals);
    }

    /** As it was chosen, for the index writes numbers without their signs. */
    private String code(String key) {
        return query.of(Facet.CLASS).stream()
                .filter(value -> Folding.key(value).equals(key))
                .findFirst()
                .orElse(key.toUpperCase(Locale.ROOT));
    }

    private static int depth(String key) {
        return Math.min(DEEPEST_TREE, key.length() - 1);
    }

    private static <T> Comparator<Count<T>> mostFirst(Function<T, String> name) {
        return comparing((Count<T> line) -> line.count(), reverseOrder())
                .thenComparing(line -> name.apply(line.value()));
    }
}
