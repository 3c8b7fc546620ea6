package org.consortium.web.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;
import org.consortium.core.member.Hours;

/** From when to when a branch is open on a day, in its own zone. */
@Schema(description = "From when to when a branch is open on a day, in its own zone")
record OpeningHours(
        @Schema(
                description = "Opens at",
                type = "string",
                example = "08:30",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @JsonFormat(pattern = "HH:mm")
        @NotNull
        LocalTime opens,

        @Schema(
                description = "Closes at",
                type = "string",
                example = "17:00",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @JsonFormat(pattern = "HH:mm")
        @NotNull
        LocalTime closes) {

    static OpeningHours of(Hours hours) {
        return new OpeningHours(hours.opens(), hours.closes());
    }

    Hours hours() {
        return new Hours(opens, closes);
    }
}
