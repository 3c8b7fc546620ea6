package org.consortium.loans.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Set;
import org.consortium.core.Label;
import org.consortium.core.member.Branch;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Calendar;
import org.consortium.core.member.Hours;
import org.consortium.core.member.LibraryCode;
import org.junit.jupiter.api.Test;

class TimetableTest {

    private static final Instant WEDNESDAY_TEN = Instant.parse("2026-03-04T02:00:00Z");
    private static final Instant WEDNESDAY_NIGHT = Instant.parse("2026-03-04T13:00:00Z");
    private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 6);

    private final Branch university = branch("normal-main");
    private final Branch qiaotou = branch("qiaotou-main", DayOfWeek.MONDAY);

    @Test
    void promisesTheSecondOpenDayAfterTheLenderCanSend() {
        assertThat(Timetable.promise(university, qiaotou, WEDNESDAY_TEN)).isEqualTo(FRIDAY);
        assertThat(Timetable.promise(university, qiaotou, WEDNESDAY_NIGHT)).isEqualTo(FRIDAY.plusDays(1));
    }

    @Test
    void countsOnlyDaysThePickupBranchIsOpen() {
        var weekdays = branch("liuxi-main", DayOfWeek.SATURDAY, DayOfWeek.SUNDAY, DayOfWeek.FRIDAY);

        assertThat(Timetable.promise(university, weekdays, WEDNESDAY_TEN))
                .as("Thursday, then Monday")
                .isEqualTo(LocalDate.of(2026, 3, 9));
    }

    @Test
    void whatStandsAtThePickupBranchIsReadyTheSameDay() {
        assertThat(Timetable.promise(qiaotou, qiaotou, WEDNESDAY_TEN)).isEqualTo(LocalDate.of(2026, 3, 4));
        assertThat(Timetable.promise(qiaotou, qiaotou, WEDNESDAY_NIGHT)).isEqualTo(LocalDate.of(2026, 3, 5));
    }

    @Test
    void givesALenderUntilTheEndOfItsNextOpenDay() {
        assertThat(Timetable.answerBy(university, WEDNESDAY_TEN)).isEqualTo(Instant.parse("2026-03-05T10:00:00Z"));
        var sundayNoon = Instant.parse("2026-03-08T04:00:00Z");
        assertThat(Timetable.answerBy(qiaotou, sundayNoon))
                .as("closed on Monday")
                .isEqualTo(Instant.parse("2026-03-10T10:00:00Z"));
    }

    @Test
    void nothingIsDueOnADayTheDeskIsClosed() {
        assertThat(Timetable.due(qiaotou, 5, WEDNESDAY_TEN)).as("a Monday").isEqualTo(LocalDate.of(2026, 3, 10));
        assertThat(Timetable.due(university, 5, WEDNESDAY_TEN)).isEqualTo(LocalDate.of(2026, 3, 9));
    }

    private static Branch branch(String code, DayOfWeek... closed) {
        var hours = new EnumMap<DayOfWeek, Hours>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            if (!Set.of(closed).contains(day)) {
                hours.put(day, new Hours(LocalTime.of(8, 30), LocalTime.of(18, 0)));
            }
        }
        var place = new Branch.Place(new Label(code, code), "", "", null, null, "Asia/Shanghai", true, "");
        return new Branch(new BranchCode(code), new LibraryCode("any"), place, new Calendar(hours, Set.of()));
    }
}
