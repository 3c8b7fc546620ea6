package org.consortium.catalog.matching;

/** What a librarian says of two records that may be one. */
public enum MatchAnswer {
    SAME,
    OTHER_EDITION,
    OTHER_VOLUME,
    /** Somebody with the books in hand should look. */
    NOT_SURE
}
