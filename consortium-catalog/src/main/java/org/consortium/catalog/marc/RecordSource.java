package org.consortium.catalog.marc;

import java.io.IOException;

/** Cuts a file into records without looking into them. */
interface RecordSource {

    /** No record we know is longer; the longest real one met so far has 1.3 MB. */
    int LONGEST = 16 * 1024 * 1024;

    /** The next record's bytes, or null at the end. */
    RawRecord next() throws IOException;

    /** Offset of the next record in the uncompressed file. */
    long position();
}
