package org.consortium.catalog.matching;

/** What comes of a comparison: one record, a question to a librarian, or two records. */
public enum Band {
    JOIN,
    REVIEW,
    SEPARATE
}
