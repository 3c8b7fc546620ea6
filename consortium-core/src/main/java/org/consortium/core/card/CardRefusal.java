package org.consortium.core.card;

import org.consortium.core.Reason;

/** Why something about readers and cards is refused. */
public enum CardRefusal implements Reason {
    CARD_NOT_FOUND(Kind.NOT_FOUND),
    READER_NOT_FOUND(Kind.NOT_FOUND),
    CARD_NUMBER_TAKEN(Kind.CONFLICT),
    CARD_NUMBER_FORM(Kind.INVALID),
    CARD_VALIDITY(Kind.INVALID),
    OTHER_CARD_IN_USE(Kind.CONFLICT),
    CARD_NOT_OF_TODAY(Kind.CONFLICT),
    REGISTRATION_STANDS(Kind.CONFLICT),
    NO_CARD(Kind.NOT_ALLOWED),
    BLOCK_UNTIL_PAST(Kind.INVALID),
    CARD_LOST(Kind.NOT_ALLOWED),
    CARD_REPLACED(Kind.NOT_ALLOWED),
    CARD_EXPIRED(Kind.NOT_ALLOWED),
    CARD_BLOCKED(Kind.NOT_ALLOWED),
    PIN_FORM(Kind.INVALID),
    PIN_WRONG(Kind.INVALID);

    private final Kind kind;

    CardRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
