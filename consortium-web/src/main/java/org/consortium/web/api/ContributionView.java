package org.consortium.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.consortium.catalog.matching.MatchDecisions;
import org.consortium.catalog.matching.MatchExplanation;
import org.consortium.core.union.RecordId;

/** One contribution of a record and why it is part of it. */
@Schema(name = "ContributionReason", description = "One contribution of a record and why it is part of it")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ContributionView(
        @Schema(description = "Which contribution") ContributionName contribution,

        @Schema(description = "Whether it stands for the record", example = "false") @JsonInclude
        boolean elected,

        @Schema(description = "Its title", example = "围城") String title,

        @Schema(
                description = "What placed it here: joined, new, unsure, stays, stays-alone, stays-requested, "
                        + "taken-over, librarian, older-rules",
                example = "joined")
        String why,

        @Schema(description = "Version of the rules that decided", example = "2")
        Integer rules,

        @Schema(description = "When it was decided", example = "2026-03-04T02:00:00Z")
        Instant decidedAt,

        @Schema(description = "What was weighed then, the nearest first")
        List<WeighedView> weighed,

        @Schema(description = "How it compares today with the one that stands for the record")
        WeighedView today,

        @Schema(description = "What librarians have said of it")
        List<Said> said) {

    /** What a librarian has said of it and a contribution of a record. */
    @Schema(name = "SaidOfContribution", description = "What a librarian has said of it and a contribution of a record")
    record Said(
            @Schema(description = "SAME, OTHER_EDITION, OTHER_VOLUME or APART", example = "APART")
            String kind,

            @Schema(description = "The other contribution's record")
            RecordId record,

            @Schema(description = "When", example = "2026-03-04T02:00:00Z")
            Instant at) {}

    static ContributionView of(MatchExplanation.Line line) {
        var made = line.decision();
        return new ContributionView(
                ContributionName.of(line.contribution()),
                line.toElected().isEmpty(),
                line.contribution().description().fullTitle(),
                made.map(dated -> dated.decision().why()).orElse(null),
                made.map(dated -> dated.decision().rules()).orElse(null),
                made.map(MatchDecisions.Dated::at).orElse(null),
                made.map(dated -> dated.decision().weighed().stream()
                                .map(WeighedView::of)
                                .toList())
                        .orElse(List.of()),
                line.toElected().map(WeighedView::of).orElse(null),
                line.spoken().stream()
                        .map(one -> new Said(one.kind(), one.other(), one.at()))
                        .toList());
    }
}
