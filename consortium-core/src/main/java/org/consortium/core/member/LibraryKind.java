package org.consortium.core.member;

/** What sort of library a member is, from the region's city library down to a village reading room. */
public enum LibraryKind {
    CITY,
    DISTRICT,
    COUNTY,
    TOWNSHIP,
    VILLAGE,
    BOOKMOBILE,
    UNIVERSITY,
    SCHOOL,
    RESEARCH,
    OTHER
}
