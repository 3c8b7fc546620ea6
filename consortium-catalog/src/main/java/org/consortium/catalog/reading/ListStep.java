package org.consortium.catalog.reading;

/** Where a record of a list goes from its place. */
public enum ListStep {
    UP,
    DOWN,
    FIRST,
    LAST
}
