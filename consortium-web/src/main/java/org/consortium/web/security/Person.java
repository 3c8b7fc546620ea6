package org.consortium.web.security;

import java.io.Serializable;
import java.security.Principal;
import org.consortium.core.card.Reader;
import org.consortium.core.member.ApiToken;
import org.consortium.core.member.Staff;

/**
 * What a session keeps of somebody signed in: which reader or member of staff, and a stamp of the password it was done with, so that a
 * new password ends the old sessions. Who she is and what she may do is looked up each time.
 */
record Person(Kind kind, long id, String stamp) implements Principal, Serializable {

    private static final int STAMP_LENGTH = 16;

    enum Kind {
        READER,
        STAFF
    }

    static Person of(Reader reader) {
        return new Person(Kind.READER, reader.id(), stampOf(reader.pinHash()));
    }

    static Person of(Staff staff) {
        return new Person(Kind.STAFF, staff.id(), stampOf(staff.passwordHash()));
    }

    private static String stampOf(String secretHash) {
        return ApiToken.hashOf(secretHash).substring(0, STAMP_LENGTH);
    }

    @Override
    public String getName() {
        return kind + ":" + id;
    }
}
