package org.consortium.web.demo;

import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Role;
import org.consortium.core.member.Staff;
import org.consortium.core.member.StaffMembers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Who acts in the demo world for a library. */
@Component
@ConditionalOnProperty(name = "consortium.demo", havingValue = "true")
class DemoStaff {

    private final StaffMembers members;

    DemoStaff(StaffMembers members) {
        this.members = members;
    }

    Staff named(String login) {
        return members.required(login);
    }

    Staff librarianOf(LibraryCode library) {
        return members.findByLibraryOrderByLogin(library).stream()
                .filter(person -> person.is(Role.LIBRARIAN))
                .findFirst()
                .orElseThrow();
    }
}
