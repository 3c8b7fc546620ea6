package org.consortium.catalog.marc;

/**
 * The bytes between two records' borders, not yet looked into.
 *
 * @param position offset of the first byte in the uncompressed file
 * @param cut the file ended before the record did
 */
record RawRecord(long position, byte[] bytes, boolean cut, MarcReject problem, String detail) {

    static RawRecord whole(long position, byte[] bytes) {
        return new RawRecord(position, bytes, false, null, "");
    }

    static RawRecord cut(long position, byte[] bytes) {
        return new RawRecord(position, bytes, true, null, "");
    }

    static RawRecord spoilt(long position, byte[] bytes, MarcReject problem, String detail) {
        return new RawRecord(position, bytes, false, problem, detail);
    }
}
