package org.consortium.core.loan;

import org.consortium.core.Reason;

/** Why something about loans and transits is refused. */
public enum LoanRefusal implements Reason {
    LOAN_NOT_FOUND(Kind.NOT_FOUND),
    COPY_ALREADY_LENT(Kind.CONFLICT),
    COPY_LENT_TO_THIS_READER(Kind.CONFLICT),
    COPY_PROMISED(Kind.CONFLICT),
    COPY_LOST(Kind.CONFLICT),
    SOMEBODY_WAS_QUICKER(Kind.CONFLICT),
    RETURN_NOT_FOUND(Kind.NOT_FOUND),
    LOAN_OVER(Kind.CONFLICT),
    NOTHING_TO_UNDO(Kind.CONFLICT),
    RENEWALS_USED_UP(Kind.NOT_ALLOWED),
    RENEWAL_GAINS_NOTHING(Kind.NOT_ALLOWED),
    RENEWAL_WAITED_FOR(Kind.NOT_ALLOWED),
    RENEWAL_OVERDUE(Kind.NOT_ALLOWED);

    private final Kind kind;

    LoanRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
