package org.consortium.loans.proposal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.consortium.core.Typed;

/** The number of a proposal as people read it to each other, P-251121-0017: the day it was made and a running number. */
public record ProposalNumber(String value) {

    private static final Pattern FORM = Pattern.compile("P-\\d{6}-\\d{4,9}");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    public ProposalNumber {
        value = Typed.narrow(value).toUpperCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a proposal number: " + value);
        }
    }

    static ProposalNumber of(LocalDate day, long running) {
        return new ProposalNumber("P-%s-%04d".formatted(day.format(DAY), running));
    }

    @Override
    public String toString() {
        return value;
    }
}
