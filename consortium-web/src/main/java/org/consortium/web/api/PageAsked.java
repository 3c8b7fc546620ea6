package org.consortium.web.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.consortium.core.Paged;

/** Which page of a list is asked for. */
record PageAsked(
        @Parameter(
                description = "Which page, counted from 0",
                schema = @Schema(type = "integer", defaultValue = "0"),
                example = "0")
        @Min(0)
        @Max(100_000)
        Integer page,

        @Parameter(
                description = "How many a page holds",
                schema = @Schema(type = "integer", defaultValue = "20"),
                example = "20")
        @Min(1)
        @Max(Paged.LARGEST)
        Integer size) {

    PageAsked {
        page = page == null ? 0 : page;
        size = size == null ? 20 : size;
    }
}
