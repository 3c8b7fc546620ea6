package org.consortium.loans.notice;

import org.consortium.core.Reason;

/** Why letters are refused. */
public enum MailRefusal implements Reason {
    /** There is no address to write to. */
    MAIL_ADDRESS_MISSING(Kind.NOT_ALLOWED),
    /** Nobody's letters are ended by this address. */
    MAIL_LINK_NOT_FOUND(Kind.NOT_FOUND);

    private final Kind kind;

    MailRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
