package org.consortium.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.consortium.catalog.matching.MatchRefusal;
import org.consortium.core.Refusal;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Contribution;
import org.consortium.core.union.Contributions;

/** Which contribution: whose, and under which number there. */
@Schema(name = "ContributionName", description = "Which contribution: whose, and under which number there")
record ContributionName(
        @Schema(description = "The library that sent it") @NotNull
        LibraryCode library,

        @Schema(description = "The library's own number of the record", example = "001234") @NotBlank @Size(max = 100)
        String controlNumber) {

    static ContributionName of(Contribution contribution) {
        return new ContributionName(contribution.library(), contribution.controlNumber());
    }

    long in(Contributions contributions) {
        return contributions
                .find(library, controlNumber)
                .map(Contribution::id)
                .orElseThrow(() -> new Refusal(MatchRefusal.CONTRIBUTION_ELSEWHERE));
    }
}
