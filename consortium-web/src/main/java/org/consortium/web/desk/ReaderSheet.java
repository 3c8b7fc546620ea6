package org.consortium.web.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consortium.core.Label;
import org.consortium.core.card.CardStatus;
import org.consortium.core.card.Reader;
import org.consortium.core.card.ReaderCard;
import org.consortium.core.ill.RequestNumber;
import org.consortium.loans.desk.ReaderLoans;
import org.consortium.loans.request.ReaderRequests;

/**
 * A reader on one sheet, for the staff of her home library.
 *
 * @param why what stands in the way of a loan today, as sentences; empty when nothing does
 * @param most how many loans she may have
 * @param ours the requests this library has to do with
 * @param trail what was done to her, newest first
 */
record ReaderSheet(
        Reader reader,
        List<ReaderCard> cards,
        Optional<Label> usual,
        List<String> why,
        List<ReaderLoans.Row> loans,
        int most,
        List<ReaderRequests.Row> requests,
        Set<RequestNumber> ours,
        List<Done> trail,
        LocalDate today) {

    /**
     * Something that was done.
     *
     * @param action its message key
     * @param who the login of one's own staff, another library's name, or a word for the reader and the clock
     */
    record Done(Instant at, String action, String who, String detail) {}

    public Optional<ReaderCard> card() {
        return cards.stream().filter(card -> card.status() == CardStatus.IN_USE).findFirst();
    }

    public boolean mayBorrow() {
        return why.isEmpty();
    }

    public int left() {
        return Math.max(0, most - loans.size());
    }

    public boolean isBlocked() {
        return reader.isBlockedOn(today);
    }

    /** Whether the registration is of today and was never used, so that it may be undone. */
    public boolean isFresh() {
        return reader.joinedOn().equals(today) && loans.isEmpty() && requests.isEmpty();
    }

    public boolean isOfToday(ReaderCard card) {
        return card.issuedOn().equals(today);
    }

    public boolean mayOpen(ReaderRequests.Row request) {
        return ours.contains(request.number());
    }
}
