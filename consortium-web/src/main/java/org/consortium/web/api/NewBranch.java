package org.consortium.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.consortium.core.member.Branch;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Calendar;

/** A branch that opens, with the code it will keep. */
@Schema(description = "A branch that opens")
record NewBranch(
        @Schema(description = "The code it will keep", requiredMode = Schema.RequiredMode.REQUIRED) @NotNull
        BranchCode code,

        @Schema(description = "Its name", requiredMode = Schema.RequiredMode.REQUIRED) @NotNull @Valid
        Names name,

        @Schema(description = "Its address in Chinese", example = "云泽区桥头镇老街6号") @Size(max = 300)
        String addressZh,

        @Schema(description = "Its address in English", example = "6 Old Street, Qiaotou") @Size(max = 300)
        String addressEn,

        @Schema(description = "Degrees north", example = "29.53") @DecimalMin("-90") @DecimalMax("90")
        Double latitude,

        @Schema(description = "Degrees east", example = "124.182") @DecimalMin("-180") @DecimalMax("180")
        Double longitude,

        @Schema(
                description = "Time zone (IANA)",
                example = "Asia/Shanghai",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @NotBlank
        @Size(max = 60)
        String zone,

        @Schema(description = "Whether readers may have requests sent here", example = "true")
        boolean pickup,

        @Schema(description = "When the van calls, as people say it", example = "周二、周四 11:00") @Size(max = 60)
        String courier,

        @Schema(description = "When it is open; days that are missing are closed") @Size(max = 7)
        Map<DayOfWeek, @Valid @NotNull OpeningHours> hours,

        @Schema(description = "Days it is closed all the same", example = "[\"2026-10-01\"]") @Size(max = 400)
        List<@NotNull LocalDate> closedDays) {

    Branch.Place place() {
        return input().place();
    }

    Calendar calendar() {
        return input().calendar();
    }

    private BranchInput input() {
        return new BranchInput(
                name, addressZh, addressEn, latitude, longitude, zone, pickup, courier, hours, closedDays);
    }
}
