package org.consortium.core.member;

/** What a member of staff may do, always for her own library except the council admin. */
public enum Role {
    LIBRARIAN,
    LIBRARY_ADMIN,
    COUNCIL_ADMIN
}
