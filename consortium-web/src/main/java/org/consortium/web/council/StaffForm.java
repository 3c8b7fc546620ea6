package org.consortium.web.council;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.consortium.core.Label;
import org.consortium.core.member.Role;
import org.consortium.core.member.Staff;

/** What is typed about a member of staff; login, library and password only when she is added. */
record StaffForm(
        @Pattern(regexp = "\\s*[A-Za-z][A-Za-z0-9._-]{2,39}\\s*")
        String login,

        @NotBlank @Size(max = 200) String nameZh,
        @Size(max = 200) String nameEn,
        @Pattern(regexp = "[A-Za-z][A-Za-z0-9-]{1,15}") String library,
        @NotEmpty Set<Role> roles,
        @Size(max = 72) String password,
        Long version) {

    static StaffForm empty(String library) {
        return new StaffForm("", "", "", library, Set.of(Role.LIBRARIAN), "", null);
    }

    static StaffForm of(Staff staff) {
        return new StaffForm(
                staff.login(),
                staff.name().zh(),
                staff.name().en(),
                staff.library().value(),
                staff.roles(),
                "",
                staff.version());
    }

    Label name() {
        return new Label(nameZh, nameEn);
    }

    @Override
    public String toString() {
        return "staff form";
    }
}
