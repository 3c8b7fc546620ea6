package org.consortium.catalog.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
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
import org.consortium.core.union.Format;

/**
 * One search, as its address says it: several values of one filter widen, different filters narrow.
 *
 * @param text what stands in the box; empty means everything
 * @param libraries libraries that hold it, each with all libraries below it
 * @param languages ISO 639-2/B codes
 * @param yearFrom first year of publication or null
 * @param yearTo last year of publication or null
 * @param available only what is on a shelf, of the chosen libraries where some are chosen
 * @param sort null for the usual order: by relevance, and the newest first where there is no text
 * @param page from 0
 */
public record SearchQuery(
        String text,
        Set<LibraryCode> libraries,
        Set<String> languages,
        Set<Format> formats,
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
        libraries = kept(libraries);
        languages = kept(languages);
        formats = kept(formats);
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
        return new SearchQuery(text, Set.of(), Set.of(), Set.of(), null, null, false, null, 0, USUAL_SIZE);
    }

    /** Reads the parameters of an address: q, library, language, format, yearFrom, yearTo, available, sort, page, size. */
    public static SearchQuery read(Map<String, ? extends Collection<String>> parameters) {
        var in = new Parameters(parameters);
        return new SearchQuery(
                in.text("q"),
                in.all("library", LibraryCode::new),
                in.all("language", SearchQuery::language),
                in.all("format", value -> Format.valueOf(value.toUpperCase(Locale.ROOT))),
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

    public boolean isFiltered() {
        return !libraries.isEmpty()
                || !languages.isEmpty()
                || !formats.isEmpty()
                || yearFrom != null
                || yearTo != null
                || available;
    }

    public SearchQuery toPage(int other) {
        return new SearchQuery(text, libraries, languages, formats, yearFrom, yearTo, available, sort, other, size);
    }

    public SearchQuery ofSize(int other) {
        return new SearchQuery(text, libraries, languages, formats, yearFrom, yearTo, available, sort, 0, other);
    }

    public SearchQuery sorted(SearchSort other) {
        return new SearchQuery(text, libraries, languages, formats, yearFrom, yearTo, available, other, 0, size);
    }

    /** With this library where it was not chosen, without it where it was. */
    public SearchQuery toggle(LibraryCode library) {
        return new SearchQuery(
                text, toggled(libraries, library), languages, formats, yearFrom, yearTo, available, sort, 0, size);
    }

    public SearchQuery toggleLanguage(String language) {
        return new SearchQuery(
                text, libraries, toggled(languages, language), formats, yearFrom, yearTo, available, sort, 0, size);
    }

    public SearchQuery toggle(Format format) {
        return new SearchQuery(
                text, libraries, languages, toggled(formats, format), yearFrom, yearTo, available, sort, 0, size);
    }

    public SearchQuery years(Integer from, Integer to) {
        return new SearchQuery(text, libraries, languages, formats, from, to, available, sort, 0, size);
    }

    public SearchQuery onlyAvailable(boolean only) {
        return new SearchQuery(text, libraries, languages, formats, yearFrom, yearTo, only, sort, 0, size);
    }

    public SearchQuery withoutFilters() {
        return new SearchQuery(text, Set.of(), Set.of(), Set.of(), null, null, false, sort, 0, size);
    }

    /** The address's parameters again; what is as usual is left out. */
    public Map<String, List<String>> parameters() {
        var out = new LinkedHashMap<String, List<String>>();
        put(out, "q", text.isEmpty() ? List.of() : List.of(text));
        put(out, "library", libraries.stream().map(LibraryCode::value).toList());
        put(out, "language", List.copyOf(languages));
        put(out, "format", formats.stream().map(SearchQuery::parameter).toList());
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

    public static String parameter(Format format) {
        return format.name().toLowerCase(Locale.ROOT);
    }

    private static void put(Map<String, List<String>> out, String name, List<String> values) {
        if (!values.isEmpty()) {
            out.put(name, values);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String language(String code) {
        var language = code.toLowerCase(Locale.ROOT);
        if (!language.matches("[a-z]{3}")) {
            throw new IllegalArgumentException("Not a language code: " + code);
        }
        return language;
    }

    private static SearchSort sort(String value) {
        return Arrays.stream(SearchSort.values())
                .filter(sort -> sort.parameter().equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such order: " + value));
    }

    private static <T> Set<T> kept(Set<T> values) {
        return java.util.Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }

    private static <T> Set<T> toggled(Set<T> values, T value) {
        var changed = new LinkedHashSet<>(values);
        if (!changed.remove(value)) {
            changed.add(value);
        }
        return changed;
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
