package org.consortium.catalog.sheet;

import org.consortium.core.Reason;

/** Why a spreadsheet, or what was said of its columns, is not taken. */
public enum SheetRefusal implements Reason {
    /** No cell holds anything. */
    EMPTY_LIST,
    /** It cannot be opened as what it seems to be; the argument says why, in English. */
    LIST_NOT_READABLE,
    /** Unpacked it is larger than any list of a library; the argument is the limit in megabytes. */
    LIST_TOO_LARGE,
    /** No column tells the title or the ISBN; for deletions, none the control number. */
    COLUMNS_NOT_KNOWN,
    /** Two columns are said to tell the same; the argument is that column. */
    COLUMN_TWICE;

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
