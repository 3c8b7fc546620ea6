package org.consortium.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.Stream;
import org.consortium.catalog.search.Availability;
import org.consortium.catalog.search.Facet;
import org.consortium.catalog.search.Hit;
import org.consortium.catalog.search.SearchResult;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Format;
import org.consortium.core.union.RecordId;

/** A page of what was found, and how everything found is spread. */
@Schema(name = "SearchResult", description = "A page of what was found, and how everything found is spread")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SearchView(
        @Schema(description = "How many were found", example = "42")
        long total,

        @Schema(description = "This page, counted from 0", example = "0")
        int page,

        @Schema(description = "How many a page holds", example = "20")
        int size,

        @Schema(
                description =
                        "The spelling that was searched because nothing has the one asked for; the results are its",
                example = "harry potter")
        String readAs,

        @Schema(description = "A spelling that finds something where this search does not", example = "harry potter")
        String didYouMean,

        @Schema(description = "What is on this page") List<HitView> items,

        @Schema(description = "How many results each choice would leave, the other filters as they are")
        FacetsView facets) {

    static SearchView of(SearchResult result) {
        return of(result, FacetsView.of(result.facets()));
    }

    static SearchView withoutFacets(SearchResult result) {
        return of(result, null);
    }

    private static SearchView of(SearchResult result, FacetsView facets) {
        return new SearchView(
                result.total(),
                result.query().page(),
                result.query().size(),
                result.instead().readAs().orElse(null),
                result.instead().didYouMean().orElse(null),
                result.items().stream().map(HitView::of).toList(),
                facets);
    }

    /** One record found. */
    @Schema(name = "RecordSummary", description = "One record found")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record HitView(
            @Schema(description = "Its number") RecordId id,

            @Schema(description = "Main title", example = "额尔古纳河右岸")
            String title,

            @Schema(description = "Number and name of the part or volume", example = "第一卷")
            String part,

            @Schema(description = "Other title information", example = "长篇小说")
            String subtitle,

            @Schema(description = "The title in its own script, where `title` is romanised", example = "額爾古納河右岸")
            String originalTitle,

            @Schema(description = "Who made it", example = "迟子建")
            String byline,

            @Schema(description = "Edition as printed", example = "第2版")
            String edition,

            @Schema(description = "Publisher", example = "北京十月文艺出版社")
            String publisher,

            @Schema(description = "Year of publication", example = "2005")
            Integer year,

            @Schema(description = "What kind of thing it is", example = "BOOK")
            Format format,

            @Schema(description = "Class of the Chinese Library Classification", example = "I247.57")
            String clc,

            @Schema(description = "Languages (ISO 639-2/B)", example = "[\"chi\"]")
            List<String> languages,

            @Schema(description = "ISBN-13", example = "[\"9787530208090\"]")
            List<String> isbns,

            @Schema(description = "Where it is right now") AvailabilityView availability) {

        static HitView of(Hit hit) {
            return new HitView(
                    hit.id(),
                    hit.title(),
                    hit.part(),
                    hit.subtitle(),
                    hit.originalTitle(),
                    hit.byline(),
                    hit.edition(),
                    hit.publisher(),
                    hit.year(),
                    hit.format(),
                    hit.clc(),
                    hit.languages(),
                    hit.isbns(),
                    AvailabilityView.of(hit.availability()));
        }
    }

    /** Who holds it and where it is in. */
    @Schema(name = "Availability", description = "Who holds it and where a copy is on the shelf right now")
    record AvailabilityView(
            @Schema(description = "Copies of all libraries", example = "3")
            int copies,

            @Schema(description = "Copies on a shelf", example = "1")
            int onShelf,

            @Schema(description = "The libraries that hold it, those with one on the shelf first")
            List<HeldView> libraries) {

        static AvailabilityView of(Availability availability) {
            return new AvailabilityView(
                    availability.copies(),
                    availability.onShelf(),
                    availability.held().stream()
                            .map(held -> new HeldView(held.library(), held.copies(), held.onShelf()))
                            .toList());
        }
    }

    /** What one library holds. */
    @Schema(name = "Held", description = "What one library holds")
    record HeldView(
            @Schema(description = "The library") LibraryCode library,

            @Schema(description = "Its copies; none where it only says it holds the record", example = "2")
            int copies,

            @Schema(description = "Those on the shelf", example = "1")
            int onShelf) {}

    /** How everything found is spread. */
    @Schema(name = "Facets", description = "How many results each choice would leave, the other filters as they are")
    record FacetsView(
            @Schema(description = "By region, where there are several")
            List<CountView> region,

            @Schema(description = "By library, each below its parent")
            List<LibraryCountView> library,

            @Schema(description = "By branch, where a library has several")
            List<CountView> branch,

            @Schema(description = "By language") List<CountView> language,
            @Schema(description = "By kind of thing") List<CountView> format,

            @Schema(description = "By author, those of most results")
            List<CountView> author,

            @Schema(description = "By subject, those of most results")
            List<CountView> subject,

            @Schema(
                    name = "class",
                    description =
                            "By class of the Chinese Library Classification: the main ones, and what is in those chosen")
            @JsonProperty("class")
            List<CountView> clc,

            @Schema(description = "By the first year of a decade, the latest first")
            List<CountView> decade,

            @Schema(description = "How many are on a shelf", example = "17")
            long available) {

        static FacetsView of(SearchResult.Facets facets) {
            return new FacetsView(
                    of(facets, Facet.REGION).map(CountView::of).toList(),
                    of(facets, Facet.LIBRARY).map(LibraryCountView::of).toList(),
                    of(facets, Facet.BRANCH).map(CountView::of).toList(),
                    facets.languages().stream().map(CountView::of).toList(),
                    facets.formats().stream().map(CountView::of).toList(),
                    facets.authors().stream().map(CountView::of).toList(),
                    facets.subjects().stream().map(CountView::of).toList(),
                    facets.classes().stream()
                            .map(line -> new CountView(line.code(), line.count(), line.chosen()))
                            .toList(),
                    facets.decades().stream().map(CountView::of).toList(),
                    facets.available());
        }

        private static Stream<SearchResult.PlaceCount> of(SearchResult.Facets facets, Facet facet) {
            return facets.places().stream().filter(place -> place.facet() == facet);
        }
    }

    /** How many results one value would leave. */
    @Schema(name = "Count", description = "How many results one value would leave")
    record CountView(
            @Schema(description = "The value, as the filter takes it", example = "chi")
            String value,

            @Schema(description = "How many", example = "40")
            long count,

            @Schema(description = "Whether it is chosen now", example = "false")
            boolean chosen) {

        static CountView of(SearchResult.PlaceCount place) {
            return new CountView(place.code(), place.count(), place.chosen());
        }

        static CountView of(SearchResult.Count<?> count) {
            return new CountView(count.value().toString(), count.count(), count.chosen());
        }
    }

    /** How many results one library would leave. */
    @Schema(name = "LibraryCount", description = "How many results one library, with all below it, would leave")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LibraryCountView(
            @Schema(description = "The library") LibraryCode library,

            @Schema(description = "The library above it", example = "yunze-city")
            LibraryCode parent,

            @Schema(description = "Its name") Names name,

            @Schema(description = "How many", example = "12")
            long count,

            @Schema(description = "Whether it is chosen now", example = "false")
            boolean chosen) {

        static LibraryCountView of(SearchResult.PlaceCount count) {
            return new LibraryCountView(
                    new LibraryCode(count.code()),
                    count.parent() == null ? null : new LibraryCode(count.parent()),
                    Names.of(count.name()),
                    count.count(),
                    count.chosen());
        }
    }
}
