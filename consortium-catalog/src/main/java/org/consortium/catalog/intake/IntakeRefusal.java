package org.consortium.catalog.intake;

import org.consortium.core.Reason;

/** Why something about imports, contributed records and new copies is refused. */
public enum IntakeRefusal implements Reason {
    IMPORT_NOT_FOUND(Kind.NOT_FOUND),
    /** The argument is the limit in megabytes. */
    FILE_TOO_LARGE(Kind.INVALID),
    IMPORT_OVER(Kind.CONFLICT),
    /** What the columns of this list tell has been said, or it is no list. */
    COLUMNS_NAMED(Kind.CONFLICT),
    CONTROL_NUMBER_NEEDED(Kind.INVALID),
    CONTRIBUTION_NOT_FOUND(Kind.NOT_FOUND),
    CALL_NUMBER_TOO_LONG(Kind.INVALID),
    ITEM_CODE_FORM(Kind.INVALID),
    ITEM_FIELD_FORM(Kind.INVALID),
    /** The argument is what was to be the first barcode. */
    BARCODE_RANGE_FORM(Kind.INVALID),
    /** The argument is the library. */
    REREADING_UNDER_WAY(Kind.CONFLICT);

    private final Kind kind;

    IntakeRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
