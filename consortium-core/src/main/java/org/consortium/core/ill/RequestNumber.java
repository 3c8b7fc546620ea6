package org.consortium.core.ill;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.consortium.core.Typed;

/** The number of a request as people read it to each other, R-251121-0417: the day it was placed and a running number. */
public record RequestNumber(String value) {

    private static final Pattern FORM = Pattern.compile("R-\\d{6}-\\d{4,9}");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    public RequestNumber {
        value = Typed.narrow(value).toUpperCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a request number: " + value);
        }
    }

    public static RequestNumber of(LocalDate day, long running) {
        return new RequestNumber("R-%s-%04d".formatted(day.format(DAY), running));
    }

    @Override
    public String toString() {
        return value;
    }
}
