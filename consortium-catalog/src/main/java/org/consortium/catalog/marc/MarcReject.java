package org.consortium.catalog.marc;

import java.util.Locale;

/** Why a record could not be read. Its code is the message key {@code marc.reject.code}. */
public enum MarcReject {
    /** Too few bytes to be a record, or none of its structure is there. */
    NOT_A_RECORD,
    /** The leader does not say where the data begin, and neither does the rest. */
    BAD_LEADER,
    /** The directory does not lead to the fields. */
    BAD_DIRECTORY,
    /** The file ends, or the next record begins, in the midst of this one. */
    TRUNCATED,
    /** Longer than any record we are ready to hold in memory. */
    TOO_LONG,
    /** The XML of this record is not well-formed. */
    BROKEN_XML,
    /** An authority, holdings, classification or community record. */
    NOT_BIBLIOGRAPHIC,
    /** No field holds a title. */
    NO_TITLE,
    /** The file itself could not be read on: a damaged compression or disk. */
    FILE_BROKE_OFF,
    /** Something nobody thought of; the rest of the file is read all the same. */
    UNEXPECTED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
