package org.consortium.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consortium.catalog.matching.MatchRules;
import org.consortium.catalog.matching.RuleDesk;
import org.consortium.catalog.matching.Sign;

/** A version to be made. */
@Schema(name = "NewMatchRules", description = "A version to be made from another")
record NewMatchRules(
        @Schema(description = "The version to start from", example = "2", requiredMode = Schema.RequiredMode.REQUIRED)
        @NotNull
        Integer from,

        @Schema(description = "Points from which records are joined", example = "85") @Min(1) @Max(300)
        Integer join,

        @Schema(description = "Points from which a librarian is asked", example = "60") @Min(1) @Max(300)
        Integer review,

        @Schema(description = "A key on more records than this finds nothing", example = "50") @Min(1) @Max(1000)
        Integer mostRecords,

        @Schema(description = "A number on more titles than this is shared", example = "3") @Min(1) @Max(100)
        Integer mostTitles,

        @Schema(description = "Hundredths by sign, those that change", example = "{\"author-same\": 25}")
        @Size(max = 100)
        Map<String, @NotNull @Min(-200) @Max(200) Integer> points,

        @Schema(description = "Why", example = "责任者相同应当更重") @Size(max = 300)
        String note) {

    private static final Map<String, Sign> SIGNS =
            Arrays.stream(Sign.values()).collect(Collectors.toMap(Sign::code, Function.identity()));

    NewMatchRules {
        points = points == null ? Map.of() : points;
        note = note == null ? "" : note;
    }

    RuleDesk.Numbers numbers(MatchRules before) {
        var worth = new LinkedHashMap<>(before.points());
        points.forEach((code, points) -> worth.put(sign(code), points));
        return new RuleDesk.Numbers(
                Optional.ofNullable(join).orElse(before.join()),
                Optional.ofNullable(review).orElse(before.review()),
                Optional.ofNullable(mostRecords).orElse(before.mostRecords()),
                Optional.ofNullable(mostTitles).orElse(before.mostTitles()),
                worth);
    }

    private static Sign sign(String code) {
        return Optional.ofNullable(SIGNS.get(code))
                .orElseThrow(() -> new IllegalArgumentException("Not a sign: " + code));
    }
}
