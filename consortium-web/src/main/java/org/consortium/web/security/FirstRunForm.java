package org.consortium.web.security;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.consortium.core.member.LibraryKind;

/** What begins a consortium: the code of the log, the first library, and the first person of its council. */
record FirstRunForm(
        @NotBlank @Size(max = 40) String code,

        @NotBlank @Pattern(regexp = "\\s*[A-Za-z][A-Za-z0-9-]{1,15}\\s*")
        String libraryCode,

        @NotNull LibraryKind kind,
        @NotBlank @Size(max = 200) String libraryNameZh,
        @Size(max = 200) String libraryNameEn,
        @Size(max = 100) String region,

        @NotBlank @Pattern(regexp = "\\s*[A-Za-z][A-Za-z0-9._-]{2,39}\\s*")
        String login,

        @NotBlank @Size(max = 200) String nameZh,
        @Size(max = 200) String nameEn,
        @NotBlank @Size(max = 200) String password) {

    @Override
    public String toString() {
        return "first run";
    }
}
