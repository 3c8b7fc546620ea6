package org.consortium.catalog.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consortium.core.Refusal;
import org.consortium.core.member.LibraryCode;

/**
 * One search, as its address says it: several values of one facet widen, different facets narrow.
 *
 * @param text what stands in the box; empty means everything
 * @param scope how far to look, or null for everywhere
 * @param chosen the values of facets; a facet without one is not in it
 * @param yearFrom first year of publication or null
 * @param yearTo last year of publication or null
 * @param available only what is on a shelf, of the chosen libraries or the scope where there is one
 * @param sort null for the usual order: by relevance, and the newest first where there is no text
 * @param page from 0
 */
public record SearchQuery(
        String text,
        SearchScope scope,
        Map<Facet, Set<String>> chosen,
        Integer yearFrom,
        Integer yearTo,
        boolean available,
        SearchSort sort,
        int page,
        int size) {

    public static final int USUAL_SIZE = 20;
    public static final int LARGEST_SIZE = 100;

    /** As deep as anyone pages; beyond it a narrower search is the answer. */
    public static final int DEEPEST = 10_000;

    /** In characters; nobody remembers a longer title. */
    public static final int LONGEST = 500;

    private static final int MOST_VALUES = 50;

    public SearchQuery {
        text = text == null ? "" : text.strip();
        if (text.length() > LONGEST) {
            throw new Refusal(SearchRefusal.SEARCH_TOO_LONG, LONGEST);
        }
        chosen = kept(chosen);
        if (page < 0) {
            throw new Refusal(SearchRefusal.SEARCH_PARAMETER, "page", page);
        }
        if (size < 1 || size > LARGEST_SIZE) {
            throw new Refusal(SearchRefusal.SEARCH_PARAMETER, "size", size);
        }
        if (yearFrom != null && yearTo != null && yearFrom > yearTo) {
            throw new Refusal(SearchRefusal.SEARCH_PARAMETER, "yearFrom", yearFrom);
        }
        if ((page + 1L) * size > DEEPEST) {
            throw new Refusal(SearchRefusal.SEARCH_TOO_DEEP, DEEPEST);
        }
    }

    public static SearchQuery of(String text) {
        return new SearchQuery(text, null, Map.of(), null, null, false, null, 0, USUAL_SIZE);
    }

    /** Reads the parameters of an address: q, scope, the facets by name, yearFrom, yearTo, available, sort, page, size. */
    public static SearchQuery read(Map<String, ? extends Collection<String>> parameters) {
        var in = new Parameters(parameters);
        var chosen = new EnumMap<Facet, Set<String>>(Facet.class);
        for (var facet : Facet.values()) {
            chosen.put(facet, in.all(facet.parameter(), facet::read));
        }
        return new SearchQuery(
                in.text("q"),
                in.one("scope", SearchScope::read),
                chosen,
                in.number("yearFrom", null),
                in.number("yearTo", null),
                in.yes("available"),
                in.one("sort", SearchQuery::sort),
                in.number("page", 0),
                in.number("size", USUAL_SIZE));
    }

    /** The order asked for, or the usual one. */
    public SearchSort order() {
        if (sort != null) {
            return sort;
        }
        return text.isEmpty() ? SearchSort.NEWEST : SearchSort.RELEVANCE;
    }

    /** What is chosen of a facet, in the order it was chosen. */
    public Set<String> of(Facet facet) {
        return chosen.getOrDefault(facet, Set.of());
    }

    public boolean has(Facet facet, String value) {
        return of(facet).contains(value);
    }

    public boolean isFiltered() {
        return scope != null || !chosen.isEmpty() || yearFrom != null || yearTo != null || available;
    }

    public SearchQuery toPage(int other) {
        return new SearchQuery(text, scope, chosen, yearFrom, yearTo, available, sort, other, size);
    }

    public SearchQuery ofSize(int other) {
        return new SearchQuery(text, scope, chosen, yearFrom, yearTo, available, sort, 0, other);
    }

    public SearchQuery sorted(SearchSort other) {
        return new SearchQuery(text, scope, chosen, yearFrom, yearTo, available, other, 0, size);
    }

    public SearchQuery asking(String other) {
        return new SearchQuery(other, scope, chosen, yearFrom, yearTo, available, sort, 0, size);
    }

    /** @param other null for everywhere */
    public SearchQuery within(SearchScope other) {
        return new SearchQuery(text, other, chosen, yearFrom, yearTo, available, sort, 0, size);
    }

    /** With this value where it was not chosen, without it where it was. */
    public SearchQuery toggle(Facet facet, String value) {
        var values = new LinkedHashSet<>(of(facet));
        if (!values.remove(value)) {
            values.add(value);
        }
        return with(facet, values);
    }

    public SearchQuery toggle(LibraryCode library) {
        return toggle(Facet.LIBRARY, library.value());
    }

    /** With these values of the facet and no others. */
    public SearchQuery with(Facet facet, Set<String> values) {
        var changed = new HashMap<>(chosen);
        changed.put(facet, values);
        return new SearchQuery(text, scope, changed, yearFrom, yearTo, available, sort, 0, size);
    }

    public SearchQuery years(Integer from, Integer to) {
        return new SearchQuery(text, scope, chosen, from, to, available, sort, 0, size);
    }

    public SearchQuery onlyAvailable(boolean only) {
        return new SearchQuery(text, scope, chosen, yearFrom, yearTo, only, sort, 0, size);
    }

    public SearchQuery withoutFilters() {
        return new SearchQuery(text, null, Map.of(), null, null, false, sort, 0, size);
    }

    /** The address's parameters again; what is as usual is left out. */
    public Map<String, List<String>> parameters() {
        var out = new LinkedHashMap<String, List<String>>();
        put(out, "q", text.isEmpty() ? List.of() : List.of(text));
        put(out, "scope", scope == null ? List.of() : List.of(scope.toString()));
        chosen.forEach((facet, values) ->
                put(out, facet.parameter(), values.stream().map(facet::written).toList()));
        put(out, "yearFrom", yearFrom == null ? List.of() : List.of(yearFrom.toString()));
        put(out, "yearTo", yearTo == null ? List.of() : List.of(yearTo.toString()));
        put(out, "available", available ? List.of("true") : List.of());
        put(out, "sort", sort == null ? List.of() : List.of(sort.parameter()));
        put(out, "page", page == 0 ? List.of() : List.of(String.valueOf(page)));
        put(out, "size", size == USUAL_SIZE ? List.of() : List.of(String.valueOf(size)));
        return out;
    }

    /** {@link #parameters} as they stand in an address after the question mark. */
    public String queryString() {
        return parameters().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> entry.getKey() + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    private static void put(Map<String, List<String>> out, String name, List<String> values) {
        if (!values.isEmpty()) {
            out.put(name, values);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static SearchSort sort(String value) {
        return Arrays.stream(SearchSort.values())
                .filter(sort -> sort.parameter().equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such order: " + value));
    }

    private static Map<Facet, Set<String>> kept(Map<Facet, Set<String>> chosen) {
        var kept = new EnumMap<Facet, Set<String>>(Facet.class);
        chosen.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                kept.put(facet, Collections.unmodifiableSet(new LinkedHashSet<>(values)));
            }
        });
        return Collections.unmodifiableMap(kept);
    }

    /** The parameters of one address, read with a clear word about what is wrong. */
    private record Parameters(Map<String, ? extends Collection<String>> values) {

        String text(String name) {
            return present(name).stream().findFirst().orElse("");
        }

        <T> Set<T> all(String name, Function<String, T> reader) {
            var several = present(name);
            if (several.size() > MOST_VALUES) {
                throw new Refusal(SearchRefusal.SEARCH_PARAMETER, name, several.size());
            }
            return several.stream()
                    .map(value -> read(name, value, reader))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        <T> T one(String name, Function<String, T> reader) {
            return present(name).stream()
                    .findFirst()
                    .map(value -> read(name, value, reader))
                    .orElse(null);
        }

        Integer number(String name, Integer otherwise) {
            var number = one(name, Integer::valueOf);
            return number == null ? otherwise : number;
        }

        boolean yes(String name) {
            var yes = one(name, Parameters::yesOrNo);
            return yes != null && yes;
        }

        /** What the address names; an empty field of a form counts as not named. */
        private List<String> present(String name) {
            var named = values.get(name);
            return named == null
                    ? List.of()
                    : named.stream()
                            .filter(value -> value != null && !value.isBlank())
                            .map(String::strip)
                            .toList();
        }

        private static <T> T read(String name, String value, Function<String, T> reader) {
            try {
                return reader.apply(value);
            } catch (IllegalArgumentException unreadable) {
                throw new Refusal(SearchRefusal.SEARCH_PARAMETER, name, value);
            }
        }

        private static Boolean yesOrNo(String value) {
            return switch (value.toLowerCase(Locale.ROOT)) {
                case "true", "on", "1", "yes" -> true;
                case "false", "off", "0", "no" -> false;
                default -> throw new IllegalArgumentException("Neither yes nor no: " + value);
            };
        }
    }
}
