package org.consortium.loans.notice;

/** What a reader is told. */
public enum NoticeKind {
    /** A lender has said yes; the day is when it should be ready. */
    PROMISED,
    /** It waits at the pickup branch; the day is the last one it does. */
    READY,
    /** Nobody could lend it. */
    REFUSED,
    /** It was not collected and has gone on. */
    NOT_COLLECTED,
    /** A loan is due soon; the day is when. */
    DUE_SOON,
    /** A loan should be back since the day. */
    OVERDUE,
    /** A search she keeps has found what is new; the record is the newest. */
    FOUND,
    /** Her library has answered what she proposed. */
    PROPOSAL_ANSWERED
}
