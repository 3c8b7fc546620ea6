package org.consortium.catalog.reading;

import org.consortium.core.Reason;

/** Why something about what readers keep is refused. */
public enum ReadingRefusal implements Reason {
    READING_LIST_NOT_FOUND(Kind.NOT_FOUND),
    READING_LIST_NAME(Kind.INVALID),
    READING_LIST_NOTE(Kind.INVALID),
    READING_LISTS_TOO_MANY(Kind.NOT_ALLOWED),
    READING_LIST_FULL(Kind.NOT_ALLOWED),
    SAVED_SEARCH_NOT_FOUND(Kind.NOT_FOUND),
    SAVED_SEARCH_NAME(Kind.INVALID),
    SAVED_SEARCH_TOO_LONG(Kind.INVALID),
    SAVED_SEARCHES_TOO_MANY(Kind.NOT_ALLOWED);

    private final Kind kind;

    ReadingRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
