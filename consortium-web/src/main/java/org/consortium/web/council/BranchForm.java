package org.consortium.web.council;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.consortium.core.Label;
import org.consortium.core.Typed;
import org.consortium.core.member.Branch;
import org.consortium.core.member.Calendar;
import org.consortium.core.member.Hours;

/**
 * What is typed about a branch; the code only when it is added.
 *
 * @param pickup ticked, or else not sent
 * @param hours opening hours by weekday as 9:00-17:30, empty where it is closed
 * @param closedDays days as 2026-02-17, one a line
 */
record BranchForm(
        @Pattern(regexp = "\\s*[A-Za-z][A-Za-z0-9-]{1,23}\\s*")
        String code,

        @NotBlank @Size(max = 200) String nameZh,
        @Size(max = 200) String nameEn,
        @Size(max = 300) String addressZh,
        @Size(max = 300) String addressEn,
        @DecimalMin("-90") @DecimalMax("90") Double latitude,
        @DecimalMin("-180") @DecimalMax("180") Double longitude,
        @NotBlank @Size(max = 60) String zone,
        Boolean pickup,
        @Size(max = 60) String courier,
        Map<DayOfWeek, @Pattern(regexp = "\\s*|" + BranchForm.SPAN) String> hours,

        @Size(max = 4000) @Pattern(regexp = "(\\s*\\d{4}-\\d{2}-\\d{2})*\\s*")
        String closedDays,

        Long version) {

    static final String SPAN = "\\s*\\d{1,2}[:：]\\d{2}\\s*[-–—~至]\\s*\\d{1,2}[:：]\\d{2}\\s*";

    BranchForm {
        pickup = Boolean.TRUE.equals(pickup);
        hours = hours == null ? Map.of() : narrow(hours);
    }

    private static Map<DayOfWeek, String> narrow(Map<DayOfWeek, String> typed) {
        var hours = new EnumMap<DayOfWeek, String>(DayOfWeek.class);
        typed.forEach((day, span) -> hours.put(day, span == null ? "" : Typed.narrow(span)));
        return hours;
    }

    static BranchForm empty(String zone) {
        return new BranchForm("", "", "", "", "", null, null, zone, true, "", usualHours(), "", null);
    }

    static BranchForm of(Branch branch) {
        var place = branch.place();
        var calendar = branch.calendar();
        var hours = new EnumMap<DayOfWeek, String>(DayOfWeek.class);
        calendar.hours().forEach((day, open) -> hours.put(day, open.opens() + "-" + open.closes()));
        var closed = new TreeSet<>(calendar.closedDays())
                .stream().map(LocalDate::toString).collect(Collectors.joining("\n"));
        return new BranchForm(
                branch.code().value(),
                place.name().zh(),
                place.name().en(),
                place.addressZh(),
                place.addressEn(),
                place.latitude(),
                place.longitude(),
                place.zone(),
                place.pickup(),
                place.courier(),
                hours,
                closed,
                branch.version());
    }

    private static Map<DayOfWeek, String> usualHours() {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day != DayOfWeek.MONDAY)
                .collect(Collectors.toMap(day -> day, day -> "09:00-17:00"));
    }

    Branch.Place place() {
        return new Branch.Place(
                new Label(nameZh, nameEn), addressZh, addressEn, latitude, longitude, zone, pickup, courier);
    }

    Calendar calendar() {
        var open = new EnumMap<DayOfWeek, Hours>(DayOfWeek.class);
        if (hours != null) {
            hours.forEach((day, span) -> {
                if (span != null && !span.isBlank()) {
                    open.put(day, span(span));
                }
            });
        }
        return new Calendar(open, days());
    }

    private static Hours span(String text) {
        var ends = text.strip().replace('：', ':').split("\\s*[-–—~至]\\s*");
        return new Hours(time(ends[0]), time(ends[1]));
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text.length() == 4 ? "0" + text : text);
        } catch (java.time.DateTimeException notATime) {
            throw new IllegalArgumentException("Not a time of day: " + text, notATime);
        }
    }

    private Set<LocalDate> days() {
        if (closedDays == null || closedDays.isBlank()) {
            return Set.of();
        }
        try {
            return Arrays.stream(closedDays.strip().split("\\s+"))
                    .map(LocalDate::parse)
                    .collect(Collectors.toSet());
        } catch (java.time.DateTimeException notADay) {
            throw new IllegalArgumentException("Not a day: " + closedDays, notADay);
        }
    }
}
