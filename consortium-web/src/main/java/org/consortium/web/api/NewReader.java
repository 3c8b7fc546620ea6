package org.consortium.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.consortium.core.card.CardNumber;
import org.consortium.core.card.ReaderClass;
import org.consortium.core.member.BranchCode;
import org.consortium.loans.card.Registration;

/** Somebody who becomes a reader. */
@Schema(description = "Somebody who becomes a reader, with her first card")
record NewReader(
        @Schema(
                description = "The number of her card: thirteen digits that are no ISBN",
                example = "3301008645888",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @NotNull
        CardNumber card,

        @Schema(description = "The last day of the card; in three years where none is given", example = "2029-03-04")
        LocalDate expires,

        @Schema(description = "Her name", example = "周建国", requiredMode = Schema.RequiredMode.REQUIRED)
        @NotBlank
        @Size(max = 100)
        String name,

        @Schema(description = "Her class of readers", example = "SENIOR", requiredMode = Schema.RequiredMode.REQUIRED)
        @NotNull
        ReaderClass readerClass,

        @Schema(description = "Her telephone number", example = "000 0000 0188") @Size(max = 40)
        String phone,

        @Schema(description = "Her e-mail address", example = "zhou@example.org") @Pattern(regexp = ReaderInput.EMAIL)
        String email,

        @Schema(description = "Where she usually collects", example = "qiaotou-main")
        BranchCode usualBranch,

        @Schema(
                description = "The PIN she chose. Without one nobody knows her PIN until one is made at `…/pin`",
                example = "135790")
        @Pattern(regexp = "\\d{6,12}")
        String pin) {

    Registration registration(String withPin, LocalDate until) {
        return new Registration(card, name, readerClass, withPin, until, phone, email, usualBranch);
    }

    @Override
    public String toString() {
        return "new reader";
    }
}
