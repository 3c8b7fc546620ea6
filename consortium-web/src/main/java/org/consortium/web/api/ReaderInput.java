package org.consortium.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.consortium.core.card.ReaderClass;
import org.consortium.core.member.BranchCode;

/** What is said of a reader; all of it, each time. */
@Schema(description = "What is said of a reader. A change sends all of it: what is left out becomes empty")
record ReaderInput(
        @Schema(description = "Her name", example = "林晓梅", requiredMode = Schema.RequiredMode.REQUIRED)
        @NotBlank
        @Size(max = 100)
        String name,

        @Schema(description = "Her class of readers", example = "ADULT", requiredMode = Schema.RequiredMode.REQUIRED)
        @NotNull
        ReaderClass readerClass,

        @Schema(description = "Her telephone number", example = "000 0000 0101") @Size(max = 40)
        String phone,

        @Schema(description = "Her e-mail address", example = "lin@example.org") @Pattern(regexp = EMAIL)
        String email,

        @Schema(description = "Where she usually collects", example = "qiaotou-main")
        BranchCode usualBranch) {

    static final String EMAIL = "|[^@\\s]{1,64}@[^@\\s]{1,130}";

    @Override
    public String toString() {
        return "reader input";
    }
}
