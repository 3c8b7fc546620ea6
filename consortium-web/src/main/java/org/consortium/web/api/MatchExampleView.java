package org.consortium.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.consortium.catalog.matching.RuleSample;
import org.consortium.core.union.Contributions;

/** A pair that would be treated otherwise. */
@Schema(name = "MatchSampleExample", description = "A pair that would be treated otherwise")
record MatchExampleView(
        @Schema(description = "What would be", example = "JOINED")
        RuleSample.Change change,

        @Schema(description = "One contribution") ContributionName one,

        @Schema(description = "The other contribution") ContributionName other,

        @Schema(description = "Points by the rules in force", example = "80")
        int before,

        @Schema(description = "Points by the rules tried", example = "90")
        int after) {

    static Optional<MatchExampleView> of(RuleSample.Example example, Contributions contributions) {
        var one = contributions.find(example.one());
        var other = contributions.find(example.other());
        return one.isEmpty() || other.isEmpty()
                ? Optional.empty()
                : Optional.of(new MatchExampleView(
                        example.change(),
                        ContributionName.of(one.get()),
                        ContributionName.of(other.get()),
                        example.before().score(),
                        example.after().score()));
    }
}
