package org.consortium.web.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consortium.catalog.search.SearchQuery;
import org.consortium.catalog.search.SearchSort;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Format;

/** A search as a program asks it; the same words as in the address of the search page. */
record SearchAsked(
        @Parameter(description = "What stands in the box; empty means everything", example = "额尔古纳河右岸")
        @Size(max = SearchQuery.LONGEST)
        String q,

        @Parameter(
                description = "Only what these libraries hold, each with all libraries below it",
                array = @ArraySchema(schema = @Schema(type = "string", example = "yunze-district")))
        @Size(max = 50)
        List<LibraryCode> library,

        @Parameter(
                description = "Only these languages (ISO 639-2/B)",
                array = @ArraySchema(schema = @Schema(type = "string", example = "chi")))
        @Size(max = 50)
        List<@Pattern(regexp = "[A-Za-z]{3}") String> language,

        @Parameter(
                description = "Only these kinds of things",
                array = @ArraySchema(schema = @Schema(implementation = Format.class, example = "BOOK")))
        @Size(max = 50)
        List<Format> format,

        @Parameter(description = "Published in this year or later", example = "2000") @Min(-3000) @Max(3000)
        Integer yearFrom,

        @Parameter(description = "Published in this year or before", example = "2020") @Min(-3000) @Max(3000)
        Integer yearTo,

        @Parameter(description = "Only what is on a shelf, of the libraries chosen where some are", example = "true")
        Boolean available,

        @Parameter(
                description = "The order; by relevance, or the newest first where q is empty",
                example = "newest",
                schema =
                        @Schema(
                                allowableValues = {
                                    "relevance",
                                    "newest",
                                    "oldest",
                                    "title",
                                    "most-borrowed",
                                    "recently-added"
                                }))
        @Pattern(regexp = "relevance|newest|oldest|title|most-borrowed|recently-added")
        String sort,

        @Parameter(
                description = "Which page, counted from 0",
                schema = @Schema(type = "integer", defaultValue = "0"),
                example = "0")
        @Min(0)
        @Max(10_000)
        Integer page,

        @Parameter(
                description = "How many a page holds",
                schema = @Schema(type = "integer", defaultValue = "20"),
                example = "20")
        @Min(1)
        @Max(SearchQuery.LARGEST_SIZE)
        Integer size) {

    SearchQuery query() {
        return new SearchQuery(
                q,
                set(library, Function.identity()),
                set(language, code -> code.toLowerCase(Locale.ROOT)),
                set(format, Function.identity()),
                yearFrom,
                yearTo,
                Boolean.TRUE.equals(available),
                sort == null
                        ? null
                        : SearchSort.valueOf(sort.toUpperCase(Locale.ROOT).replace('-', '_')),
                page == null ? 0 : page,
                size == null ? SearchQuery.USUAL_SIZE : size);
    }

    private static <S, T> Set<T> set(List<S> values, Function<S, T> clean) {
        return values == null ? Set.of() : values.stream().map(clean).collect(Collectors.toSet());
    }
}
