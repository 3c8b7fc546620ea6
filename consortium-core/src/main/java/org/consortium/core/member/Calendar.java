package org.consortium.core.member;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The days and hours a branch is open: hours by weekday, and days it is closed all the same. */
public record Calendar(Map<DayOfWeek, Hours> hours, Set<LocalDate> closedDays) {

    /** A branch that names no day within this many days is taken as open: a due date must exist. */
    private static final int LOOK_AHEAD = 60;

    public Calendar {
        hours = Map.copyOf(hours);
        closedDays = Set.copyOf(closedDays);
    }

    public Optional<Hours> on(LocalDate day) {
        return closedDays.contains(day) ? Optional.empty() : Optional.ofNullable(hours.get(day.getDayOfWeek()));
    }

    public boolean isOpen(LocalDate day) {
        return on(day).isPresent();
    }

    /** This day if the branch is open then, else the next day it is. */
    public LocalDate openOnOrAfter(LocalDate day) {
        for (int ahead = 0; ahead <= LOOK_AHEAD; ahead++) {
            if (isOpen(day.plusDays(ahead))) {
                return day.plusDays(ahead);
            }
        }
        return day;
    }
}
