package org.consortium.core.union;

import org.consortium.core.Reason;

/** Why something about records and copies is refused. */
public enum UnionRefusal implements Reason {
    RECORD_NOT_FOUND(Kind.NOT_FOUND),
    COPY_NOT_FOUND(Kind.NOT_FOUND),
    BARCODE_TAKEN(Kind.CONFLICT),
    BARCODE_AT_SEVERAL_LIBRARIES(Kind.CONFLICT),
    COPY_NOT_ON_SHELF(Kind.CONFLICT),
    COPY_NOT_FREE(Kind.CONFLICT),
    COPY_WITHDRAWN(Kind.NOT_ALLOWED);

    private final Kind kind;

    UnionRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
