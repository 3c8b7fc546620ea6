package org.consortium.catalog.harvest;

import java.util.Locale;
import org.consortium.core.Reason;

/** Why a harvest is not set up as asked, or could not go on. */
public enum HarvestRefusal implements Reason {
    HARVEST_NOT_FOUND(Kind.NOT_FOUND),
    /** Not a web address, or one with a name and password in it. */
    HARVEST_ADDRESS_FORM(Kind.INVALID),
    /** It leads into a private network, which nobody has allowed. */
    HARVEST_ADDRESS_PRIVATE(Kind.INVALID),
    /** Between one hour and thirty days. */
    HARVEST_INTERVAL(Kind.INVALID),
    HARVEST_FORMAT(Kind.INVALID),
    /** Nothing of it is going that could be cancelled. */
    HARVEST_IDLE(Kind.CONFLICT),
    /** The server cannot be reached, or breaks off; the argument says how, in English. */
    HARVEST_NOT_REACHED(Kind.INVALID),
    /** The server answers with an error; the argument is its number or its OAI-PMH code. */
    HARVEST_ANSWER(Kind.INVALID),
    /** What it answers is no OAI-PMH; the argument says why, in English. */
    HARVEST_NOT_READABLE(Kind.INVALID);

    private final Kind kind;

    HarvestRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    String failure() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
