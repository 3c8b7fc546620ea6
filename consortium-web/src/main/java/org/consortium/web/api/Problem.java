package org.consortium.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What is wrong, as programs are told (RFC 9457, {@code application/problem+json}). */
@Schema(
        description =
                "What is wrong (RFC 9457). `code` is stable and meant for programs, `detail` for people, in the language asked for.")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        @Schema(
                description = "Names the kind of problem; never changes",
                example = "urn:problem-type:consortium:library-not-found")
        String type,

        @Schema(description = "The status in words", example = "Not found")
        String title,

        @Schema(description = "The HTTP status", example = "404")
        int status,

        @Schema(description = "What happened and why", example = "There is no library with the code riverside.")
        String detail,

        @Schema(description = "What can be done now", example = "See GET /api/v1/libraries for all members.")
        String way,

        @Schema(description = "The address asked", example = "/api/v1/libraries/riverside")
        String instance,

        @Schema(description = "The last part of `type`", example = "library-not-found")
        String code,

        @Schema(description = "Number to tell when asking for help", example = "7f3a-10c2")
        String reference,

        @Schema(description = "The fields that cannot be right")
        List<Field> errors,

        @Schema(description = "What else stands in the way") List<Other> others) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** A field that cannot be right, and what it should be. */
    @Schema(name = "ProblemField", description = "A field that cannot be right")
    public record Field(
            @Schema(description = "Its name or path", example = "name.zh")
            String field,

            @Schema(description = "What it should be", example = "must not be empty")
            String message) {}

    /** Another reason why it is refused. */
    @Schema(name = "ProblemOther", description = "Another reason why it is refused")
    public record Other(
            @Schema(description = "Its code", example = "limit-reached")
            String code,

            @Schema(description = "What it says", example = "10 copies are on loan to this reader, and 10 are allowed.")
            String detail) {}
}
