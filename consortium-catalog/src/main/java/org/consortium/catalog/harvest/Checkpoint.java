package org.consortium.catalog.harvest;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * From when on to ask a server next time. It counts by the server's clock at the first page, never by the last record
 * seen, and asks a little twice rather than miss anything: what comes twice changes nothing.
 */
final class Checkpoint {

    private static final Duration OVERLAP = Duration.ofMinutes(10);
    private static final Duration OVERLAP_OF_DAYS = Duration.ofDays(1);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private Checkpoint() {}

    /**
     * A server whose clock is ahead will set it right one day, and then stamp records with times it has told before: so
     * the earlier of both clocks counts. One that tells no time it is gets ours, with a day to spare.
     *
     * @param told the server's time at the first page, as it wrote it
     * @param ours our time when that page was asked for
     */
    static Instant after(String told, String granularity, Instant ours) {
        var theirs = instant(told);
        var start = theirs.filter(time -> time.isBefore(ours)).orElse(ours);
        boolean exact = knowsTimes(granularity) && theirs.isPresent();
        return start.minus(exact ? OVERLAP : OVERLAP_OF_DAYS).truncatedTo(ChronoUnit.SECONDS);
    }

    static boolean knowsTimes(String granularity) {
        return granularity.contains("hh:mm:ss");
    }

    /** As the server writes times. */
    static String asked(Instant since, String granularity) {
        return knowsTimes(granularity)
                ? SECONDS.format(since)
                : LocalDate.ofInstant(since, ZoneOffset.UTC).toString();
    }

    private static Optional<Instant> instant(String told) {
        try {
            return Optional.of(
                    told.length() == 10
                            ? LocalDate.parse(told).atStartOfDay().toInstant(ZoneOffset.UTC)
                            : OffsetDateTime.parse(told).toInstant());
        } catch (DateTimeException odd) {
            return Optional.empty();
        }
    }
}
