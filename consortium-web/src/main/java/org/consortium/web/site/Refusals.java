package org.consortium.web.site;

import java.time.Instant;
import java.time.LocalDate;
import org.consortium.core.Label;
import org.consortium.core.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Tells a refusal as a sentence: the message {@code refusal.code} says what and why, {@code refusal.code.way} what to do now.
 * Dates among the arguments are told as dates, names in the reader's language, words of the domain by {@code word.type.value}.
 */
@Component
public class Refusals {

    private final MessageSource messages;
    private final Dates dates;
    private final States states;

    Refusals(MessageSource messages, Dates dates, States states) {
        this.messages = messages;
        this.dates = dates;
        this.states = states;
    }

    public Refused told(Refusal refusal) {
        var others = refusal.others().stream().map(this::sentence).toList();
        return new Refused(refusal.reason().code(), sentence(refusal), way(refusal), others);
    }

    public String sentence(Refusal refusal) {
        var code = refusal.reason().code();
        return messages.getMessage("refusal." + code, arguments(refusal), code, LocaleContextHolder.getLocale());
    }

    private String way(Refusal refusal) {
        var key = "refusal." + refusal.reason().code() + ".way";
        return messages.getMessage(key, arguments(refusal), "", LocaleContextHolder.getLocale());
    }

    private Object[] arguments(Refusal refusal) {
        return refusal.arguments().stream().map(this::argument).toArray();
    }

    private Object argument(Object argument) {
        var locale = LocaleContextHolder.getLocale();
        if (argument instanceof LocalDate date) {
            return dates.day(date);
        } else if (argument instanceof Instant instant) {
            return dates.moment(instant);
        } else if (argument instanceof Label label) {
            return label.in(locale);
        } else if (argument instanceof Enum<?> constant) {
            return messages.getMessage(states.word(constant), null, constant.name(), locale);
        }
        return argument instanceof Number ? argument : argument.toString();
    }
}
