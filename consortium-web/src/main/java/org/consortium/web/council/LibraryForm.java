package org.consortium.web.council;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.consortium.core.Label;
import org.consortium.core.member.Library;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.LibraryKind;

/**
 * What is typed about a member library; the code only when it is added.
 *
 * @param hosted ticked, or else not sent
 */
record LibraryForm(
        @Pattern(regexp = "\\s*[A-Za-z][A-Za-z0-9-]{1,15}\\s*")
        String code,

        @Pattern(regexp = "|[A-Za-z][A-Za-z0-9-]{1,15}") String parent,
        @NotNull LibraryKind kind,
        @NotBlank @Size(max = 200) String nameZh,
        @Size(max = 200) String nameEn,

        @Pattern(regexp = "\\s*[A-Za-z0-9/:-]{0,20}\\s*") String isil,

        @Size(max = 100) String region,
        @Size(max = 50) String phone,

        @Pattern(regexp = "\\s*|\\s*[^@\\s]{1,64}@[^@\\s]{1,130}\\s*")
        String email,

        @Pattern(regexp = "\\s*|\\s*https?://\\S{3,290}\\s*")
        String website,

        Boolean hosted,
        Long version) {

    LibraryForm {
        hosted = Boolean.TRUE.equals(hosted);
    }

    static LibraryForm empty() {
        return new LibraryForm("", "", LibraryKind.TOWNSHIP, "", "", "", "", "", "", "", true, null);
    }

    static LibraryForm of(Library library) {
        var profile = library.profile();
        return new LibraryForm(
                library.code().value(),
                library.parent().map(LibraryCode::value).orElse(""),
                profile.kind(),
                profile.name().zh(),
                profile.name().en(),
                profile.isil() == null ? "" : profile.isil(),
                profile.region(),
                profile.phone(),
                profile.email(),
                profile.website(),
                profile.hosted(),
                library.version());
    }

    LibraryCode under() {
        return parent == null || parent.isBlank() ? null : new LibraryCode(parent);
    }

    Library.Profile profile() {
        return new Library.Profile(kind, new Label(nameZh, nameEn), isil, region, phone, email, website, hosted);
    }
}
