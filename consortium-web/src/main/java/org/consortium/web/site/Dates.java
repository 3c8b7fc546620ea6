package org.consortium.web.site;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Dates as people say them: 11月27日 周四, Thu 27 Nov. In templates {@code ${#when.day(loan.due)}}.
 * Instants are told in the region's zone unless a desk's zone is given.
 */
@Component
public class Dates {

    /** Farther away than this from today a date is told with its year. */
    private static final int DAYS_WITHOUT_YEAR = 180;

    private final MessageSource messages;
    private final Clock clock;
    private final ZoneId region;

    Dates(MessageSource messages, Clock clock, @Value("${consortium.zone:Asia/Shanghai}") ZoneId region) {
        this.messages = messages;
        this.clock = clock;
        this.region = region;
    }

    /** 11月27日 周四; with the year and without the weekday when it is far away. */
    public String day(LocalDate date) {
        var far = Math.abs(ChronoUnit.DAYS.between(today(), date)) > DAYS_WITHOUT_YEAR;
        return told(far ? "dates.pattern.day-and-year" : "dates.pattern.day", date);
    }

    public String day(Instant instant) {
        return day(instant.atZone(region).toLocalDate());
    }

    /** 2028年3月31日. */
    public String full(LocalDate date) {
        return told("dates.pattern.day-and-year", date);
    }

    /** 2025年10月. */
    public String month(YearMonth month) {
        return told("dates.pattern.month", month);
    }

    /** 10:06. */
    public String time(Instant instant) {
        return told("dates.pattern.time", instant.atZone(region));
    }

    /** 10:42:31. */
    public String seconds(Instant instant) {
        return told("dates.pattern.seconds", instant.atZone(region));
    }

    /** 今天 10:06, 昨天 10:06, or 11月20日 周四 10:06. */
    public String moment(Instant instant) {
        return moment(instant, region);
    }

    public String moment(Instant instant, ZoneId zone) {
        var at = instant.atZone(zone);
        return near(at.toLocalDate()) + " " + told("dates.pattern.time", at);
    }

    /** 昨天, 今天, 明天, 后天, or the day itself. */
    public String near(LocalDate date) {
        var days = ChronoUnit.DAYS.between(today(), date);
        return Math.abs(days) > 2 ? day(date) : message("dates.away." + days);
    }

    /** 今天, 后天, 还有14天, 过了3天. */
    public String away(LocalDate date) {
        var days = ChronoUnit.DAYS.between(today(), date);
        if (Math.abs(days) <= 2) {
            return message("dates.away." + days);
        }
        return days > 0 ? message("dates.in-days", days) : message("dates.days-ago", -days);
    }

    public LocalDate today() {
        return clock.instant().atZone(region).toLocalDate();
    }

    /** What a {@code datetime} attribute holds; instants with the region's offset. */
    public String machine(Temporal when) {
        return when instanceof Instant instant
                ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        ZonedDateTime.ofInstant(instant, region).truncatedTo(ChronoUnit.SECONDS))
                : when.toString();
    }

    private String told(String pattern, Temporal when) {
        var locale = LocaleContextHolder.getLocale();
        return DateTimeFormatter.ofPattern(message(pattern), locale).format(when);
    }

    private String message(String code, Object... arguments) {
        return messages.getMessage(code, arguments, LocaleContextHolder.getLocale());
    }
}
