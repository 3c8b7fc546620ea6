package org.consortium.web.security;

import org.consortium.core.member.Role;
import org.consortium.core.member.Staff;

/** The roles as the rules of the doors name them. */
final class Roles {

    static final String READER = "READER";
    static final String COUNCIL = Role.COUNCIL_ADMIN.name();
    static final String LIBRARY_ADMIN = Role.LIBRARY_ADMIN.name();
    static final String[] DESK = {Role.LIBRARIAN.name(), LIBRARY_ADMIN};
    static final String[] ADMINS = {LIBRARY_ADMIN, COUNCIL};
    static final String[] READER_OR_DESK = {READER, Role.LIBRARIAN.name(), LIBRARY_ADMIN};
    static final String[] STAFF = {Role.LIBRARIAN.name(), LIBRARY_ADMIN, COUNCIL};
    static final String[] ANYBODY = {READER, Role.LIBRARIAN.name(), LIBRARY_ADMIN, COUNCIL};

    private Roles() {}

    static boolean workAtADesk(Staff staff) {
        return staff.is(Role.LIBRARIAN) || staff.is(Role.LIBRARY_ADMIN);
    }
}
