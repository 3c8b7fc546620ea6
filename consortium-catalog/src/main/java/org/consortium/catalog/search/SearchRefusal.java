package org.consortium.catalog.search;

import org.consortium.core.Reason;

/** Why a search, or what is wanted of the index, is not carried out. */
public enum SearchRefusal implements Reason {
    /** Names the parameter and the value that cannot be right. */
    SEARCH_PARAMETER,
    /** Names how many characters a search may have. */
    SEARCH_TOO_LONG,
    /** Names how many results can be paged through. */
    SEARCH_TOO_DEEP,
    /** The index is being made anew already. */
    REBUILD_UNDER_WAY;

    @Override
    public Kind kind() {
        return this == REBUILD_UNDER_WAY ? Kind.CONFLICT : Kind.INVALID;
    }
}
