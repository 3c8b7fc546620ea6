package org.consortium.catalog.intake;

import java.util.Locale;

/** Why a line of a list could not be taken. Its code is the message key {@code marc.reject.code}. */
public enum ListReject {
    NO_TITLE_AND_NO_ISBN,
    /** No title, and the union catalogue does not know the ISBN. */
    ISBN_NOT_KNOWN,
    /** No title, and several union records have the ISBN. */
    ISBN_OF_SEVERAL,
    /** A line of a list of deletions that names none. */
    NO_CONTROL_NUMBER;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
