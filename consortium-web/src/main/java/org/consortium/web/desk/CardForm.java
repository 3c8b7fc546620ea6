package org.consortium.web.desk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.consortium.core.Refusal;
import org.consortium.core.card.CardNumber;
import org.consortium.core.card.CardRefusal;

/** A new card: the number scanned from it, and its last day. */
record CardForm(
        @NotBlank @Size(max = 40) String number, @NotBlank String expires) {

    private static final int LONGEST_YEARS = 10;

    CardNumber card() {
        return number(number);
    }

    LocalDate until() {
        return lastDay(expires);
    }

    static CardNumber number(String typed) {
        try {
            return new CardNumber(typed);
        } catch (IllegalArgumentException nonsense) {
            throw new Refusal(CardRefusal.CARD_NUMBER_FORM);
        }
    }

    static LocalDate lastDay(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException nonsense) {
            throw new Refusal(CardRefusal.CARD_VALIDITY, LONGEST_YEARS);
        }
    }

    @Override
    public String toString() {
        return "card form";
    }
}
