package org.consortium.web.security;

import java.util.ArrayList;
import java.util.Optional;
import org.consortium.core.card.Reader;
import org.consortium.core.card.Readers;
import org.consortium.core.member.Libraries;
import org.consortium.core.member.Staff;
import org.consortium.core.member.StaffMembers;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/** Who somebody signed in is today, and what she may do today: staff who have left since are nobody any more. */
@Component
class People {

    private final StaffMembers members;
    private final Libraries libraries;
    private final Readers readers;

    People(StaffMembers members, Libraries libraries, Readers readers) {
        this.members = members;
        this.libraries = libraries;
        this.readers = readers;
    }

    Optional<Authentication> asOfNow(Person person) {
        if (person.kind() == Person.Kind.READER) {
            return readers.findById(person.id())
                    .filter(reader -> Person.of(reader).equals(person))
                    .map(People::atWork);
        }
        return members.findById(person.id())
                .filter(staff -> Person.of(staff).equals(person))
                .filter(Staff::isActive)
                .map(this::atWork);
    }

    Authentication atWork(Staff staff) {
        var roles = new ArrayList<GrantedAuthority>();
        staff.roles().forEach(role -> roles.addAll(AuthorityUtils.createAuthorityList("ROLE_" + role)));
        var principal =
                new SignedInStaff(staff, libraries.required(staff.library()).name());
        return UsernamePasswordAuthenticationToken.authenticated(principal, null, roles);
    }

    private static Authentication atWork(Reader reader) {
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedInReader(reader), null, AuthorityUtils.createAuthorityList("ROLE_READER"));
    }
}
