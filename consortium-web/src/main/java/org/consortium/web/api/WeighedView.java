package org.consortium.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.consortium.catalog.matching.Band;
import org.consortium.catalog.matching.Weighed;
import org.consortium.core.union.RecordId;

/** What comparing with one record came to: every key, point and veto. */
@Schema(name = "Weighed", description = "What comparing with one record came to: every key, point and veto")
record WeighedView(
        @Schema(description = "The record it was compared with")
        RecordId record,

        @Schema(description = "What the rules make of it", example = "REVIEW")
        Band band,

        @Schema(description = "Sum of the points, in hundredths", example = "80")
        int score,

        @Schema(description = "What both are found under", example = "[\"isbn 9787020002207\", \"title-year 围城 1991\"]")
        List<String> keys,

        @Schema(
                description = "What speaks for it and against it, with its points",
                example = "[\"title-same 50\", \"author-same 20\", \"year-same 10\"]")
        List<String> signs,

        @Schema(description = "What forbids it whatever the points", example = "[\"volume-differs\"]")
        List<String> vetoes,

        @Schema(description = "How many of the compared contributions of the record agreed", example = "2")
        int agreeing,

        @Schema(description = "How many were compared", example = "3")
        int compared) {

    static WeighedView of(Weighed weighed) {
        return new WeighedView(
                weighed.record(),
                weighed.band(),
                weighed.score(),
                weighed.keys(),
                weighed.signs(),
                weighed.vetoes(),
                weighed.agreeing(),
                weighed.compared());
    }
}
