package org.consortium.web.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** The days of the demo world, counted from the one it is opened on: 0 is that day, -1 the day before. */
record DemoDays(LocalDate opening) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    static DemoDays before(Instant opening) {
        return new DemoDays(LocalDate.ofInstant(opening, ZONE));
    }

    LocalDate day(int number) {
        return opening.plusDays(number);
    }

    Instant at(int number, LocalTime time) {
        return day(number).atTime(time).atZone(ZONE).toInstant();
    }
}
