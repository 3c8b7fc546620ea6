package org.consortium.web.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consortium.catalog.search.Facet;
import org.consortium.catalog.search.SearchQuery;
import org.consortium.catalog.search.SearchScope;
import org.consortium.catalog.search.SearchSort;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Format;
import org.springframework.web.bind.annotation.BindParam;

/** A search as a program asks it; the same words as in the address of the search page. */
record SearchAsked(
        @Parameter(description = "What stands in the box; empty means everything", example = "额尔古纳河右岸")
        @Size(max = SearchQuery.LONGEST)
        String q,

        @Parameter(
                description = "Only what libraries of these regions hold",
                array = @ArraySchema(schema = @Schema(type = "string", example = "云泽市")))
        @Size(max = 50)
        List<@Size(max = 100) String> region,

        @Parameter(
                description = "Only what these libraries hold, each with all libraries below it",
                array = @ArraySchema(schema = @Schema(type = "string", example = "yunze-district")))
        @Size(max = 50)
        List<LibraryCode> library,

        @Parameter(
                description = "Only what these branches hold",
                array = @ArraySchema(schema = @Schema(type = "string", example = "qiaotou-main")))
        @Size(max = 50)
        List<BranchCode> branch,

        @Parameter(
                description = "Only what one library, with all below it, or the libraries of a group hold: "
                        + "library:code or group:code",
                example = "library:yunze-district")
        @Pattern(regexp = "(library|group):[a-z][a-z0-9-]{1,15}")
        String scope,

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

        @Parameter(
                description = "Only by these people or bodies, named as in the facet",
                array = @ArraySchema(schema = @Schema(type = "string", example = "迟子建")))
        @Size(max = 50)
        List<@Size(min = 1, max = 200) String> author,

        @Parameter(
                description = "Only about these subjects, named as in the facet",
                array = @ArraySchema(schema = @Schema(type = "string", example = "长篇小说")))
        @Size(max = 50)
        List<@Size(min = 1, max = 200) String> subject,

        @Parameter(
                name = "class",
                description = "Only in these classes of the Chinese Library Classification, each with all below it",
                array = @ArraySchema(schema = @Schema(type = "string", example = "I247")))
        @Size(max = 50)
        List<@Pattern(regexp = "[A-Za-z][0-9A-Za-z./()=+\"-]{0,39}") String> clc,

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
        Integer size,

        @Parameter(
                description = "Whether to count how the results are spread; without it the answer comes sooner",
                schema = @Schema(type = "boolean", defaultValue = "true"),
                example = "true")
        Boolean facets) {

    /**
     * Written out so that the parameters carry no annotations: for every request the binder reads those of all of them
     * anew, as often as there are parameters, and that took longer than the search.
     */
    SearchAsked(
            String q,
            List<String> region,
            List<LibraryCode> library,
            List<BranchCode> branch,
            String scope,
            List<String> language,
            List<Format> format,
            List<String> author,
            List<String> subject,
            @BindParam("class") List<String> clc,
            Integer yearFrom,
            Integer yearTo,
            Boolean available,
            String sort,
            Integer page,
            Integer size,
            Boolean facets) {
        this.q = q;
        this.region = region;
        this.library = library;
        this.branch = branch;
        this.scope = scope;
        this.language = language;
        this.format = format;
        this.author = author;
        this.subject = subject;
        this.clc = clc;
        this.yearFrom = yearFrom;
        this.yearTo = yearTo;
        this.available = available;
        this.sort = sort;
        this.page = page;
        this.size = size;
        this.facets = facets;
    }

    SearchQuery query() {
        var chosen = new EnumMap<Facet, Set<String>>(Facet.class);
        chosen.put(Facet.REGION, set(region, String::strip));
        chosen.put(Facet.LIBRARY, set(library, LibraryCode::value));
        chosen.put(Facet.BRANCH, set(branch, BranchCode::value));
        chosen.put(Facet.LANGUAGE, set(language, code -> code.toLowerCase(Locale.ROOT)));
        chosen.put(Facet.FORMAT, set(format, Format::name));
        chosen.put(Facet.AUTHOR, set(author, String::strip));
        chosen.put(Facet.SUBJECT, set(subject, String::strip));
        chosen.put(Facet.CLASS, set(clc, code -> code.toUpperCase(Locale.ROOT)));
        return new SearchQuery(
                q,
                scope == null ? null : SearchScope.read(scope),
                chosen,
                yearFrom,
                yearTo,
                Boolean.TRUE.equals(available),
                sort == null
                        ? null
                        : SearchSort.valueOf(sort.toUpperCase(Locale.ROOT).replace('-', '_')),
                page == null ? 0 : page,
                size == null ? SearchQuery.USUAL_SIZE : size);
    }

    boolean isCounted() {
        return !Boolean.FALSE.equals(facets);
    }

    private static <S> Set<String> set(List<S> values, Function<S, String> clean) {
        return values == null
                ? Set.of()
                : values.stream().map(clean).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
