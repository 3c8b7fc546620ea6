package org.consortium.catalog.search;

import java.util.Locale;

/** The order of results; in addresses each is its lower-case name, {@code most-borrowed} with a hyphen. */
public enum SearchSort {
    RELEVANCE,
    NEWEST,
    OLDEST,
    TITLE,
    MOST_BORROWED,
    /** What came into the catalogue last. */
    RECENTLY_ADDED;

    public String parameter() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
