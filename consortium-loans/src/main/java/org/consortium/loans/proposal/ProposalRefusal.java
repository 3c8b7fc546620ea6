package org.consortium.loans.proposal;

import org.consortium.core.Reason;

/** Why something about a proposal is refused. */
public enum ProposalRefusal implements Reason {
    PROPOSAL_NOT_FOUND(Kind.NOT_FOUND),
    PROPOSAL_TITLE(Kind.INVALID),
    PROPOSAL_ISBN(Kind.INVALID),
    PROPOSAL_TOO_LONG(Kind.INVALID),
    PROPOSAL_MADE(Kind.CONFLICT),
    PROPOSALS_TOO_MANY(Kind.NOT_ALLOWED),
    PROPOSAL_ANSWERED(Kind.CONFLICT),
    PROPOSAL_REASON(Kind.INVALID),
    PROPOSAL_RECORD(Kind.INVALID);

    private final Kind kind;

    ProposalRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
