package org.consortium.web.desk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.consortium.core.card.ReaderClass;
import org.consortium.loans.card.Registration;

/** What is asked of somebody who becomes a reader; an empty PIN is made by chance. */
record NewReaderForm(
        @NotBlank @Size(max = 40) String number,

        @NotBlank String expires,

        @NotBlank @Size(max = 100) String name,

        @NotNull ReaderClass readerClass,

        @Size(max = 40) String phone,

        @Pattern(regexp = ReaderForm.EMAIL) String email,

        String usualBranch,

        @Pattern(regexp = "|\\d{6,12}") String pin) {

    static NewReaderForm empty(String number, LocalDate expires, String usualBranch) {
        return new NewReaderForm(number, expires.toString(), "", ReaderClass.ADULT, "", "", usualBranch, "");
    }

    boolean leavesPinToChance() {
        return pin == null || pin.isEmpty();
    }

    Registration registration(String withPin) {
        return new Registration(
                CardForm.number(number),
                name,
                readerClass,
                withPin,
                CardForm.lastDay(expires),
                phone,
                email,
                ReaderForm.branch(usualBranch));
    }

    /** Stands in logs: nothing personal, and no PIN. */
    @Override
    public String toString() {
        return "new reader form";
    }
}
