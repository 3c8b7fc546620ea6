package org.consortium.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.consortium.catalog.matching.RuleBook;

/** A version of the rules. */
@Schema(name = "MatchRules", description = "A version of the rules of matching")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record MatchRulesView(
        @Schema(description = "Its number", example = "101") @JsonInclude
        int version,

        @Schema(description = "Whether it decides now", example = "true") @JsonInclude
        boolean inForce,

        @Schema(description = "The version it was made from", example = "2")
        Integer from,

        @Schema(description = "Why it was made", example = "题名与责任者相同，就该归为一种")
        String note,

        @Schema(description = "When it was made", example = "2026-03-04T02:00:00Z")
        Instant madeAt,

        @Schema(description = "Points from which records are joined", example = "90")
        int join,

        @Schema(description = "Points from which a librarian is asked", example = "60")
        int review,

        @Schema(description = "A key on more records than this finds nothing", example = "50")
        int mostRecords,

        @Schema(description = "A number on more titles than this is shared by many books", example = "3")
        int mostTitles,

        @Schema(description = "Hundredths by sign", example = "{\"isbn-same\": 75, \"title-same\": 50}")
        Map<String, Integer> points) {

    static MatchRulesView of(RuleBook.Version version, int inForce) {
        var rules = version.rules();
        Map<String, Integer> points = new TreeMap<>();
        rules.points().forEach((sign, worth) -> points.put(sign.code(), worth));
        return new MatchRulesView(
                rules.version(),
                rules.version() == inForce,
                version.madeFrom().orElse(null),
                version.note(),
                version.madeAt().orElse(null),
                rules.join(),
                rules.review(),
                rules.mostRecords(),
                rules.mostTitles(),
                points);
    }
}
