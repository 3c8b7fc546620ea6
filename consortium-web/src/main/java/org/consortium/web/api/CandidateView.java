package org.consortium.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.consortium.core.ill.Candidate;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;

/** A library that was weighed when the lender was chosen. */
@Schema(
        name = "Candidate",
        description = "A library that was weighed when the lender was chosen; points run from 0 to 100")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record CandidateView(
        @Schema(description = "The library", example = "yunze-normal")
        LibraryCode library,

        @Schema(description = "The branch its copy stands at", example = "normal-main")
        BranchCode branch,

        @Schema(description = "Distance to the pickup branch", example = "12.4")
        Double kilometres,

        @Schema(description = "For how soon it can be there", example = "80")
        int availabilityPoints,

        @Schema(description = "For being near", example = "60")
        int distancePoints,

        @Schema(description = "For having little to do", example = "90")
        int loadPoints,

        @Schema(description = "For having borrowed more than lent", example = "50")
        int fairnessPoints,

        @Schema(description = "The sum that ranks it", example = "74")
        int points,

        @Schema(description = "Why it was not asked", example = "lender-paused")
        String excluded) {

    static CandidateView of(Candidate candidate) {
        return new CandidateView(
                candidate.library(),
                candidate.branch(),
                candidate.kilometres(),
                candidate.availabilityPoints(),
                candidate.distancePoints(),
                candidate.loadPoints(),
                candidate.fairnessPoints(),
                candidate.points(),
                candidate.excluded());
    }
}
