package org.consortium.loans.notice;

/** What becomes of a letter. Before it is handed over and after it, it is marked, so that it goes once at most. */
enum MailMove {
    TAKE(MailState.WAITING, MailState.SENDING),
    SEND(MailState.SENDING, MailState.SENT),
    /** The server did not take it; it is tried again later. */
    PUT_BACK(MailState.SENDING, MailState.WAITING),
    GIVE_UP(MailState.SENDING, MailState.GIVEN_UP),
    /** She wants none any more, or has no address. */
    DROP(MailState.SENDING, MailState.DROPPED),
    /** The program died while it was handed over: it may have gone, and is not sent twice. */
    LOSE(MailState.SENDING, MailState.UNSURE);

    private final MailState from;
    private final MailState to;

    MailMove(MailState from, MailState to) {
        this.from = from;
        this.to = to;
    }

    MailState from() {
        return from;
    }

    MailState to() {
        return to;
    }
}
