package org.consortium.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import org.consortium.catalog.matching.OtherEditions;
import org.consortium.catalog.search.Acquisitions;
import org.consortium.catalog.search.RecordView;
import org.consortium.catalog.search.RelatedRecords;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.RecordId;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** To come upon books without a question: what came lately, and what stands near a record. */
@RestController
@Tag(name = "Records")
class ArrivalApi {

    private final Acquisitions acquisitions;
    private final RelatedRecords related;
    private final RecordView view;
    private final OtherEditions editions;

    ArrivalApi(Acquisitions acquisitions, RelatedRecords related, RecordView view, OtherEditions editions) {
        this.acquisitions = acquisitions;
        this.related = related;
        this.view = view;
        this.editions = editions;
    }

    @GetMapping("/api/v1/arrivals")
    @SecurityRequirements
    @Operation(
            summary = "New arrivals",
            description = "Titles libraries added copies of in the last days, the last first.")
    Listing<ArrivalView> listArrivals(
            @Parameter(description = "Of this library and those below it") @RequestParam(required = false)
                    LibraryCode library,
            @Parameter(description = "Of this branch") @RequestParam(required = false) BranchCode branch,
            @Parameter(description = "Of this main class of the Chinese Library Classification", example = "I")
                    @RequestParam(name = "class", defaultValue = "")
                    String code,
            @Parameter(description = "In this many days, 1 to 365") @RequestParam(defaultValue = "90") int days,
            @ParameterObject @Valid PageAsked asked) {
        var came = acquisitions.came(new Acquisitions.Asked(library, branch, code, days), asked.page(), asked.size());
        return Listing.of(came.arrivals(), ArrivalView::of);
    }

    @GetMapping("/api/v1/records/{id}/related")
    @SecurityRequirements
    @Operation(
            summary = "Related records",
            description = "A few of the same author, in the same series and on the same subject; other editions have "
                    + "an address of their own.")
    List<RelatedView> listRelatedRecords(@PathVariable RecordId id) {
        var page = view.record(id);
        var others = editions.of(page.record().id()).stream()
                .map(OtherEditions.Edition::id)
                .toList();
        return related.of(page.description(), page.record().id(), others).stream()
                .map(RelatedView::of)
                .toList();
    }

    /** A title that came. */
    @Schema(name = "Arrival", description = "A title a library added lately")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record ArrivalView(
            @Schema(description = "The day its last copy came", example = "2026-03-04")
            LocalDate day,

            @Schema(description = "The record") SearchView.HitView record) {

        static ArrivalView of(Acquisitions.Arrival arrival) {
            return new ArrivalView(arrival.day(), SearchView.HitView.of(arrival.hit()));
        }
    }

    /** Records near another for one reason. */
    @Schema(name = "Related", description = "Records near another for one reason")
    record RelatedView(
            @Schema(description = "Why they are near", example = "AUTHOR")
            RelatedRecords.Nearness nearness,

            @Schema(description = "The records, the nearest first")
            List<SearchView.HitView> records) {

        static RelatedView of(RelatedRecords.Shelf shelf) {
            return new RelatedView(
                    shelf.nearness(),
                    shelf.hits().stream().map(SearchView.HitView::of).toList());
        }
    }
}
