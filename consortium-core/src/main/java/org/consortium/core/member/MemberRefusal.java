package org.consortium.core.member;

import org.consortium.core.Reason;

/** Why something about members, branches or staff is refused. */
public enum MemberRefusal implements Reason {
    LIBRARY_NOT_FOUND(Kind.NOT_FOUND),
    BRANCH_NOT_FOUND(Kind.NOT_FOUND),
    STAFF_NOT_FOUND(Kind.NOT_FOUND),
    TOKEN_NOT_FOUND(Kind.NOT_FOUND),
    LIBRARY_CODE_TAKEN(Kind.CONFLICT),
    BRANCH_CODE_TAKEN(Kind.CONFLICT),
    ISIL_TAKEN(Kind.CONFLICT),
    LOGIN_TAKEN(Kind.CONFLICT),
    STALE_VERSION(Kind.CONFLICT),
    LIBRARY_SUSPENDED(Kind.NOT_ALLOWED),
    LIBRARY_NOT_SUSPENDED(Kind.CONFLICT),
    OWN_PARENT(Kind.INVALID),
    REASON_NEEDED(Kind.INVALID),
    LOGIN_FORM(Kind.INVALID),
    PASSWORD_TOO_SHORT(Kind.INVALID),
    PASSWORD_TOO_LONG(Kind.INVALID),
    PASSWORD_WRONG(Kind.INVALID),
    ROLE_NEEDED(Kind.INVALID),
    ROLE_NOT_YOURS_TO_GIVE(Kind.NOT_ALLOWED),
    COUNCIL_ONLY(Kind.NOT_ALLOWED),
    LIBRARY_ADMIN_ONLY(Kind.NOT_ALLOWED),
    LAST_COUNCIL_ADMIN(Kind.NOT_ALLOWED),
    COUNCIL_ALREADY_HERE(Kind.CONFLICT),
    ONE_TIME_CODE_WRONG(Kind.NOT_ALLOWED);

    private final Kind kind;

    MemberRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
