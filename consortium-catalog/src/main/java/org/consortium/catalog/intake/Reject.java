package org.consortium.catalog.intake;

/**
 * Something in a file that did not come in.
 *
 * @param number its place in the file, counting from 1
 * @param position offset of its first byte in the uncompressed file
 * @param reason the message key {@code marc.reject.code}; {@code not-stored} where it was read but the database would not have it
 * @param bytes how long it is
 */
public record Reject(int number, long position, String reason, String detail, int bytes) {

    static final String NOT_STORED = "not-stored";

    /** It stands in the catalogue as it was read once; today it would not be read. */
    static final String NO_LONGER_READABLE = "no-longer-readable";
}
