package org.consortium.web.desk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.consortium.core.card.Reader;
import org.consortium.core.card.ReaderClass;
import org.consortium.core.member.BranchCode;

/** What is known of a reader, to be put right. */
record ReaderForm(
        @NotBlank @Size(max = 100) String name,

        @NotNull ReaderClass readerClass,

        @Size(max = 40) String phone,

        @Pattern(regexp = EMAIL) String email,

        String usualBranch,
        Long version) {

    static final String EMAIL = "\\s*|\\s*[^@\\s]{1,64}@[^@\\s]{1,130}\\s*";

    static ReaderForm of(Reader reader) {
        return new ReaderForm(
                reader.name(),
                reader.readerClass(),
                reader.phone(),
                reader.email(),
                reader.usualBranch().map(BranchCode::value).orElse(""),
                reader.version());
    }

    /** Where she usually collects, or null. */
    BranchCode collectsAt() {
        return branch(usualBranch);
    }

    static BranchCode branch(String code) {
        return code == null || code.isBlank() ? null : new BranchCode(code);
    }

    /** Stands in logs: nothing personal. */
    @Override
    public String toString() {
        return "reader form";
    }
}
