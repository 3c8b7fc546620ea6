package org.consortium.loans.routing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.consortium.core.member.Branch;
import org.consortium.core.member.Hours;

/** What the branches' calendars say: when a book can leave, when it will be there, when silence is a no. */
public final class Timetable {

    /** The van's two working days: one to sort, one to deliver. */
    private static final int VAN_DAYS = 2;

    private static final LocalTime END_OF_DAY = LocalTime.of(18, 0);

    private Timetable() {}

    /** The day a lender can next pick and send: today while it is open, else its next open day. */
    public static LocalDate nextWorkingDay(Branch branch, Instant now) {
        var today = branch.today(now);
        var time = LocalTime.ofInstant(now, branch.zone());
        var stillOpen = branch.calendar()
                .on(today)
                .map(Hours::closes)
                .filter(time::isBefore)
                .isPresent();
        return stillOpen ? today : branch.calendar().openOnOrAfter(today.plusDays(1));
    }

    /**
     * The day a reader is told it will be ready: the lender's next open day, and two open days of the pickup branch for the
     * van; the same day where the copy stands at the pickup branch already.
     */
    public static LocalDate promise(Branch from, Branch pickup, Instant now) {
        var day = nextWorkingDay(from, now);
        if (from.code().equals(pickup.code())) {
            return day;
        }
        return byVan(pickup, day);
    }

    /** The day a copy that was given to the van should be there. */
    public static LocalDate arrival(Branch to, Instant sentAt) {
        return byVan(to, to.today(sentAt));
    }

    private static LocalDate byVan(Branch to, LocalDate day) {
        var there = day;
        for (int van = 0; van < VAN_DAYS; van++) {
            there = to.calendar().openOnOrAfter(there.plusDays(1));
        }
        return there;
    }

    /** Silence is a no at closing time of the first open day after the one on which a library could first see the question. */
    public static Instant answerBy(Branch asked, Instant now) {
        var seen = nextWorkingDay(asked, now);
        var calendar = asked.calendar();
        var last = calendar.openOnOrAfter(seen.plusDays(1));
        var closes = calendar.on(last).map(Hours::closes).orElse(END_OF_DAY);
        return last.atTime(closes).atZone(asked.zone()).toInstant();
    }

    /** The last day a copy waits on the shelf behind the desk; a day the desk is open. */
    public static LocalDate readyUntil(Branch pickup, int shelfDays, Instant now) {
        return pickup.calendar().openOnOrAfter(pickup.today(now).plusDays(shelfDays));
    }

    /** The day a loan is due: on the lending desk's calendar, never on a day it is closed. */
    public static LocalDate due(Branch desk, int days, Instant now) {
        return desk.calendar().openOnOrAfter(desk.today(now).plusDays(days));
    }
}
