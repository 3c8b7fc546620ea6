package org.consortium.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.consortium.catalog.matching.OtherEditions;
import org.consortium.core.union.Format;
import org.consortium.core.union.RecordId;
import org.consortium.core.union.UnionRecords;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Other editions of the same work, for everybody. */
@RestController
@Tag(name = "Records")
class EditionApi {

    private final OtherEditions editions;
    private final UnionRecords records;

    EditionApi(OtherEditions editions, UnionRecords records) {
        this.editions = editions;
        this.records = records;
    }

    @GetMapping("/api/v1/records/{id}/editions")
    @SecurityRequirements
    @Operation(
            summary = "Other editions",
            description =
                    "Records of the same title, first author and volume, or that name the same original title; what is "
                            + "on a shelf first, then the newest, 100 at most.")
    Listing<EditionView> listEditions(@PathVariable RecordId id) {
        return Listing.whole(editions.of(records.required(id).id()), EditionView::of);
    }

    /** Another edition. */
    @Schema(name = "Edition", description = "Another edition of the same work")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record EditionView(
            @Schema(description = "Its number") RecordId id,

            @Schema(description = "Its title", example = "额尔古纳河右岸")
            String title,

            @Schema(description = "Who made it", example = "迟子建")
            String byline,

            @Schema(description = "Edition as printed", example = "第2版")
            String edition,

            @Schema(description = "Publisher", example = "人民文学出版社")
            String publisher,

            @Schema(description = "Year of publication", example = "2019")
            Integer year,

            @Schema(description = "Languages (ISO 639-2/B)", example = "[\"chi\"]")
            List<String> languages,

            @Schema(description = "What kind of thing it is", example = "BOOK")
            Format format,

            @Schema(description = "How many copies there are", example = "5") @JsonInclude
            int copies,

            @Schema(description = "How many of them are on a shelf", example = "2") @JsonInclude
            int onShelf) {

        static EditionView of(OtherEditions.Edition one) {
            return new EditionView(
                    one.id(),
                    one.title(),
                    one.byline(),
                    one.edition(),
                    one.publisher(),
                    one.year(),
                    one.languages(),
                    one.format(),
                    one.copies(),
                    one.onShelf());
        }
    }
}
