package org.consortium.catalog.search;

import org.consortium.core.Reason;

/** Why a search is not carried out. */
public enum SearchRefusal implements Reason {
    /** Names the parameter and the value that cannot be right. */
    SEARCH_PARAMETER,
    /** Names how many characters a search may have. */
    SEARCH_TOO_LONG,
    /** Names how many results can be paged through. */
    SEARCH_TOO_DEEP;

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
