package org.consortium.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.consortium.core.member.Branch;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;

/** A service point of a library, where copies stand and readers come. */
@Schema(name = "Branch", description = "A service point of a library, where copies stand and readers come")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record BranchView(
        @Schema(description = "Its code, given once and never changed")
        BranchCode code,

        @Schema(description = "The library it belongs to") LibraryCode library,
        @Schema(description = "Its name") Names name,
        @Schema(description = "Where it is") Address address,

        @Schema(description = "Degrees north", example = "29.53")
        Double latitude,

        @Schema(description = "Degrees east", example = "124.182")
        Double longitude,

        @Schema(description = "Time zone (IANA)", example = "Asia/Shanghai")
        String zone,

        @Schema(description = "Whether readers may have requests sent here now", example = "true")
        boolean pickup,

        @Schema(description = "When the van calls, as people say it", example = "周二、周四 11:00")
        String courier,

        @Schema(description = "Closed for good", example = "false")
        boolean closed,

        @Schema(description = "When it is open; days that are missing are closed")
        Map<DayOfWeek, OpeningHours> hours,

        @Schema(description = "Days it is closed all the same", example = "[\"2026-10-01\"]")
        List<LocalDate> closedDays) {

    /** An address in both languages. */
    @Schema(description = "An address in both languages")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Address(
            @Schema(description = "In Chinese", example = "云泽区桥头镇老街6号")
            String zh,

            @Schema(description = "In English", example = "6 Old Street, Qiaotou")
            String en) {}

    static BranchView of(Branch branch) {
        var place = branch.place();
        var calendar = branch.calendar();
        return new BranchView(
                branch.code(),
                branch.library(),
                Names.of(branch.name()),
                new Address(place.addressZh(), place.addressEn()),
                place.latitude(),
                place.longitude(),
                place.zone(),
                branch.offersPickup(),
                place.courier(),
                branch.isClosed(),
                calendar.hours().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                day -> OpeningHours.of(day.getValue()),
                                (one, other) -> one,
                                TreeMap::new)),
                calendar.closedDays().stream().sorted().toList());
    }
}
