package org.consortium.web.desk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.consortium.core.Refusal;
import org.consortium.core.card.CardRefusal;

/** Until when a reader may not borrow, and why. */
record BlockForm(
        @NotBlank String until, @NotBlank @Size(max = 300) String reason, Long version) {

    LocalDate lastDay() {
        try {
            return LocalDate.parse(until.strip());
        } catch (DateTimeException nonsense) {
            throw new Refusal(CardRefusal.BLOCK_UNTIL_PAST);
        }
    }

    @Override
    public String toString() {
        return "block form";
    }
}
