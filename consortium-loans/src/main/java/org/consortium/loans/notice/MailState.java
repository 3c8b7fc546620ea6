package org.consortium.loans.notice;

/** Where a letter to a reader is. */
enum MailState {
    WAITING,
    SENDING,
    SENT,
    DROPPED,
    GIVEN_UP,
    UNSURE
}
