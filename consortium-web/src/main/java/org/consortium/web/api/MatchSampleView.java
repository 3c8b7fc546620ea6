package org.consortium.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.consortium.catalog.matching.RuleSample;
import org.consortium.core.union.Contributions;

/** What a version would change. */
@Schema(name = "MatchSample", description = "What a version of the rules would change in a sample")
@JsonInclude(JsonInclude.Include.NON_NULL)
record MatchSampleView(
        @Schema(description = "The version tried", example = "101")
        int version,

        @Schema(description = "The version then in force", example = "2")
        int against,

        @Schema(description = "How many contributions were asked for", example = "1000")
        int size,

        @Schema(description = "How many were looked at so far", example = "1000")
        int done,

        @Schema(description = "When it was finished; absent while it runs", example = "2026-03-04T02:00:00Z")
        Instant finishedAt,

        @Schema(description = "Pairs that would become one record", example = "12")
        int joined,

        @Schema(description = "Pairs that would no longer be", example = "3")
        int separated,

        @Schema(description = "Questions that would be asked anew", example = "8")
        int asked,

        @Schema(description = "Questions that would not be asked any more", example = "5")
        int notAsked,

        @Schema(description = "Some of the pairs") List<MatchExampleView> examples) {

    static MatchSampleView of(RuleSample sample, Contributions contributions) {
        return new MatchSampleView(
                sample.version(),
                sample.against(),
                sample.size(),
                sample.done(),
                sample.finishedAt().orElse(null),
                sample.joined(),
                sample.separated(),
                sample.asked(),
                sample.notAsked(),
                sample.examples().stream()
                        .flatMap(example -> MatchExampleView.of(example, contributions).stream())
                        .toList());
    }
}
