package org.consortium.catalog.matching;

import org.consortium.core.Reason;

/** Why something about which records are one is refused. */
public enum MatchRefusal implements Reason {
    QUESTION_NOT_FOUND(Kind.NOT_FOUND),
    QUESTION_ANSWERED(Kind.CONFLICT),
    /** There is no answer that could be taken back. */
    QUESTION_OPEN(Kind.CONFLICT),
    /** A librarian decides about records her library contributes to; the council about all. */
    RECORDS_OF_OTHERS(Kind.NOT_ALLOWED),
    RECORDS_ARE_ONE(Kind.INVALID),
    /** Some contributions must leave and some must stay. */
    SPLIT_NEEDS_TWO_PARTS(Kind.INVALID),
    /** A contribution that was to leave is in another record by now. */
    CONTRIBUTION_ELSEWHERE(Kind.CONFLICT),
    /** A reader waits for either record: one of her requests must be over first. */
    READER_ASKS_FOR_BOTH(Kind.CONFLICT),
    ACT_NOT_FOUND(Kind.NOT_FOUND),
    ACT_UNDONE(Kind.CONFLICT),
    /** What it had put together or apart has been moved since. */
    ACT_OVERTAKEN(Kind.CONFLICT),
    RULES_NOT_FOUND(Kind.NOT_FOUND),
    /** Every sign is worth between so much against and so much for. */
    RULES_POINTS(Kind.INVALID),
    /** A librarian is asked from fewer points on than records are joined from. */
    RULES_BANDS(Kind.INVALID),
    RULES_CAPS(Kind.INVALID),
    RULES_UNCHANGED(Kind.INVALID),
    RULES_IN_FORCE(Kind.CONFLICT),
    SAMPLE_SIZE(Kind.INVALID);

    private final Kind kind;

    MatchRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
