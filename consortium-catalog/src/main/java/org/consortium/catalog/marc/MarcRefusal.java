package org.consortium.catalog.marc;

import org.consortium.core.Reason;

/** Why a file is not taken at all. */
public enum MarcRefusal implements Reason {
    /** There is nothing in it. */
    EMPTY_FILE,
    /** Something else than records; the argument says what it looks like. */
    NOT_A_MARC_FILE,
    /** Packed in another way than gzip, or in several layers; the argument says how. */
    COMPRESSED_OTHERWISE,
    /** XML with a document type declaration, which could make the reader fetch or swell. */
    XML_WITH_DOCTYPE,
    /** The file cannot be opened or its compression is damaged from the start. */
    FILE_NOT_READABLE;

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
