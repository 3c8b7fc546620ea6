package org.consortium.core;

import java.util.Locale;

/** Why something is refused. Its code is the message key ({@code refusal.code}), the problem type and what tests assert. */
public interface Reason {

    String name();

    Kind kind();

    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the person who asked can do about it, and so which answer a program gets (HTTP 404, 409, 403, 422). */
    enum Kind {
        /** There is no such thing among what this person may see. */
        NOT_FOUND,
        /** It was possible a moment ago, or is possible for one only: look again. */
        CONFLICT,
        /** The rules or the role do not allow it. */
        NOT_ALLOWED,
        /** What was typed cannot be right. */
        INVALID
    }
}
