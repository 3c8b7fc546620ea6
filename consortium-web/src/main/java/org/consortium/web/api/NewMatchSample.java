package org.consortium.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.consortium.catalog.matching.RuleSamples;

/** How large a sample. */
@Schema(name = "NewMatchSample", description = "How large a sample is to be tried")
record NewMatchSample(
        @Schema(
                description = "How many contributions, each with all that share a key with it",
                example = "1000",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @NotNull
        @Min(1)
        @Max(RuleSamples.LARGEST)
        Integer size) {}
