package org.consortium.catalog.reading;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;

/** How often a reader is told what a search of hers has found. */
public enum AlertFrequency {
    NEVER(null),
    DAILY(Period.ofDays(1)),
    WEEKLY(Period.ofWeeks(1));

    private final Period period;

    AlertFrequency(Period period) {
        this.period = period;
    }

    /** When to look again. */
    Optional<Instant> after(Instant now) {
        return Optional.ofNullable(period)
                .map(wait -> now.atOffset(ZoneOffset.UTC).plus(wait).toInstant());
    }
}
