package org.consortium.catalog.marc;

import java.util.Locale;

/**
 * A doubt about a record that came in all the same.
 *
 * @param tag the field it is about, empty for the whole record
 * @param detail what stands there
 */
public record MarcWarning(Kind kind, String tag, String detail) {

    /** The kinds of doubt; a code is the message key {@code marc.warning.code}. */
    public enum Kind {
        /** The leader's record length or base address was wrong and was worked out. */
        LEADER_REPAIRED,
        /** The directory was wrong; the fields were taken in the order they stand. */
        DIRECTORY_REPAIRED,
        /** A field could not be found or has no tag and was left out. */
        FIELD_SKIPPED,
        /** A field has no subfields or indicators and was read as plain text. */
        FIELD_DAMAGED,
        /** Bytes that are no text in this encoding were replaced by �. */
        UNDECODABLE_BYTES,
        /** Control characters or escape sequences amid the text were taken out. */
        CONTROL_CHARACTERS,
        /** Text that was turned into UTF-8 twice, and was turned back. */
        TWICE_ENCODED,
        /** The record says one encoding, its bytes say another; the bytes were believed. */
        ENCODING_NOT_AS_LABELLED,
        /** The encoding was guessed from the look of the bytes. */
        ENCODING_GUESSED,
        /** No field 001, or one without a digit: a number was made from the bytes. */
        NO_CONTROL_NUMBER,
        /** The control number is longer than 100 characters and was shortened. */
        CONTROL_NUMBER_LONG,
        /** The title was taken from another field than 245 or 200. */
        TITLE_FROM_ELSEWHERE,
        ISBN_INVALID,
        ISSN_INVALID,
        /** The year of publication is impossible or unreadable. */
        YEAR_ODD,
        /** Full-width letters or digits in a call number or class number were made narrow. */
        FULL_WIDTH_CALL_NUMBER,
        /** An item field without a barcode where one is expected. */
        ITEM_WITHOUT_BARCODE,
        /** A line of a list says how many copies there are in a way nobody understands; one was taken. */
        COPIES_ODD
    }

    public String code() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
