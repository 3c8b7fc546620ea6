package org.consortium.web.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consortium.catalog.search.Facet;
import org.consortium.catalog.search.SearchQuery;
import org.consortium.catalog.search.SearchResult;
import org.consortium.catalog.search.SearchScope;
import org.consortium.core.Label;
import org.consortium.core.member.Branches;
import org.consortium.core.member.Libraries;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.LibraryGroups;
import org.consortium.core.union.Format;
import org.consortium.web.site.LanguageNames;
import org.consortium.web.site.States;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The words of a search's filters: the groups beside the results, the chips of what is chosen, the scopes. */
@Component
class FacetBoxes {

    private static final int MOST_PLACES = 14;
    private static final int MOST_HEADINGS = 6;

    private final Libraries libraries;
    private final Branches branches;
    private final LibraryGroups groups;
    private final MessageSource messages;
    private final States states;

    FacetBoxes(Libraries libraries, Branches branches, LibraryGroups groups, MessageSource messages, States states) {
        this.libraries = libraries;
        this.branches = branches;
        this.groups = groups;
        this.messages = messages;
        this.states = states;
    }

    /** A filter that is set, and the address without it. */
    record Chip(String text, String without) {}

    /** How far to look, and the address that looks so far. */
    record Scope(String text, String address, boolean chosen) {}

    List<FacetBox> of(SearchResult result) {
        var facets = result.facets();
        var locale = LocaleContextHolder.getLocale();
        return List.of(
                FacetBox.of("library", places(facets.places(), locale), MOST_PLACES),
                box(Facet.FORMAT, facets.formats(), this::format),
                FacetBox.of("class", classes(facets.classes(), locale), MOST_PLACES),
                headings(Facet.AUTHOR, facets.authors()),
                headings(Facet.SUBJECT, facets.subjects()),
                box(Facet.LANGUAGE, facets.languages(), code -> LanguageNames.of(code, locale)));
    }

    private List<FacetBox.Choice> places(List<SearchResult.PlaceCount> places, Locale locale) {
        var parents = places.stream()
                .filter(place -> place.facet() == Facet.LIBRARY)
                .collect(Collectors.toMap(SearchResult.PlaceCount::code, Function.identity(), (one, other) -> one));
        // within one library nothing stands over it
        int outermost =
                places.stream().mapToInt(SearchResult.PlaceCount::depth).min().orElse(0);
        return places.stream()
                .filter(place -> place.chosen() || !isAllOf(parents.get(place.parent()), place))
                .map(place -> new FacetBox.Choice(
                        place.facet().parameter(),
                        place.code(),
                        isOwn(parents.get(place.parent()), place)
                                ? word("search.place.own")
                                : place.name().in(locale),
                        isOwn(parents.get(place.parent()), place) ? place.name().in(locale) : null,
                        Math.min(3, place.depth() - outermost),
                        place.count(),
                        place.chosen(),
                        null))
                .toList();
    }

    /** The shelves of the library itself, beside those of the libraries below it. */
    private static boolean isOwn(SearchResult.PlaceCount library, SearchResult.PlaceCount place) {
        return library != null && place.facet() == Facet.BRANCH && place.name().equals(library.name());
    }

    /** Choosing it would leave what choosing the library leaves. */
    private static boolean isAllOf(SearchResult.PlaceCount library, SearchResult.PlaceCount place) {
        return isOwn(library, place) && place.count() == library.count();
    }

    private static List<FacetBox.Choice> classes(List<SearchResult.ClassCount> classes, Locale locale) {
        return classes.stream()
                .map(line -> new FacetBox.Choice(
                        Facet.CLASS.parameter(),
                        line.code(),
                        ClcNames.of(line.code(), locale),
                        null,
                        line.depth(),
                        line.count(),
                        line.chosen(),
                        line.depth() == 0 ? line.code() : null))
                .toList();
    }

    private static FacetBox headings(Facet facet, List<SearchResult.Count<String>> counts) {
        return FacetBox.of(facet.parameter(), choices(facet, counts, Function.identity()), MOST_HEADINGS);
    }

    private static <T> FacetBox box(Facet facet, List<SearchResult.Count<T>> counts, Function<T, String> text) {
        return FacetBox.of(facet.parameter(), choices(facet, counts, text));
    }

    private static <T> List<FacetBox.Choice> choices(
            Facet facet, List<SearchResult.Count<T>> counts, Function<T, String> text) {
        return counts.stream()
                .map(count -> new FacetBox.Choice(
                        facet.parameter(),
                        facet.written(count.value().toString()),
                        text.apply(count.value()),
                        null,
                        0,
                        count.count(),
                        count.chosen(),
                        null))
                .toList();
    }

    private String format(Format format) {
        return word(states.word(format));
    }

    /** Everything that narrows the search, each with the address without it. */
    List<Chip> chips(SearchQuery query) {
        var chips = new ArrayList<Chip>();
        if (query.scope() != null) {
            chips.add(new Chip(scopeName(query), SearchPages.address(query.within(null))));
        }
        if (query.available()) {
            chips.add(new Chip(word("search.available"), SearchPages.address(query.onlyAvailable(false))));
        }
        query.chosen().forEach((facet, values) -> {
            var names = names(facet);
            for (var value : values) {
                chips.add(new Chip(text(facet, value, names), SearchPages.address(query.toggle(facet, value))));
            }
        });
        if (query.yearFrom() != null || query.yearTo() != null) {
            var from = query.yearFrom() == null ? "" : query.yearFrom().toString();
            var to = query.yearTo() == null ? "" : query.yearTo().toString();
            chips.add(new Chip(from + "–" + to, SearchPages.address(query.years(null, null))));
        }
        return chips;
    }

    private String scopeName(SearchQuery query) {
        var code = query.scope().code().value();
        return switch (query.scope().kind()) {
            case LIBRARY -> named(libraries.findById(code).map(library -> library.name()), code);
            case GROUP -> named(groups.findById(code).map(group -> group.name()), code);
        };
    }

    private static String named(Optional<Label> name, String code) {
        return name.map(label -> label.in(LocaleContextHolder.getLocale())).orElse(code);
    }

    private Map<String, Label> names(Facet facet) {
        return switch (facet) {
            case LIBRARY ->
                libraries.findAll().stream()
                        .collect(Collectors.toMap(library -> library.code().value(), library -> library.name()));
            case BRANCH ->
                branches.findAll().stream()
                        .collect(Collectors.toMap(branch -> branch.code().value(), branch -> branch.name()));
            default -> Map.of();
        };
    }

    private String text(Facet facet, String value, Map<String, Label> names) {
        var locale = LocaleContextHolder.getLocale();
        return switch (facet) {
            case LIBRARY, BRANCH -> named(Optional.ofNullable(names.get(value)), value);
            case FORMAT -> format(Format.valueOf(value));
            case LANGUAGE -> LanguageNames.of(value, locale);
            case CLASS -> ClcNames.of(value, locale);
            case REGION, AUTHOR, SUBJECT -> value;
        };
    }

    /** My library, the groups it is in, everywhere; nothing to choose for somebody without a library. */
    List<Scope> scopes(SearchQuery query, Optional<LibraryCode> mine) {
        var scopes = new ArrayList<Scope>();
        mine.ifPresent(code -> {
            scopes.add(scope(
                    query,
                    SearchScope.library(code),
                    named(libraries.findById(code.value()).map(library -> library.name()), code.value())));
            for (var group : groups.findAllById(groups.codesOf(code))) {
                scopes.add(scope(
                        query, SearchScope.group(group.code()), group.name().in(LocaleContextHolder.getLocale())));
            }
        });
        if (scopes.isEmpty()) {
            return List.of();
        }
        scopes.add(scope(query, null, word("search.scope.all")));
        return scopes;
    }

    private static Scope scope(SearchQuery query, SearchScope scope, String text) {
        return new Scope(text, SearchPages.address(query.within(scope)), Objects.equals(scope, query.scope()));
    }

    private String word(String key) {
        return messages.getMessage(key, null, key, LocaleContextHolder.getLocale());
    }
}
