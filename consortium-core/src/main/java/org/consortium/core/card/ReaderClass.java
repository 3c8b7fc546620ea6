package org.consortium.core.card;

/** The consortium's classes of readers, by which lending terms and limits are agreed. */
public enum ReaderClass {
    ADULT,
    CHILD,
    SENIOR,
    STUDENT,
    FACULTY,
    RURAL,
    STAFF,
    INSTITUTION
}
