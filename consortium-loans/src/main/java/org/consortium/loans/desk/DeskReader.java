package org.consortium.loans.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.consortium.core.Label;
import org.consortium.core.Refusal;
import org.consortium.core.card.CardNumber;
import org.consortium.core.card.ReaderClass;
import org.consortium.core.ill.RequestNumber;

/**
 * The reader who stands at the desk with her card: what the desk needs to serve her, and no more.
 *
 * @param file what her file goes by, for staff of her home library only
 * @param refusals why nothing can be lent to her today; empty when it can
 * @param most how many loans she may have
 * @param ready requests that wait for her at this library
 */
public record DeskReader(
        long id,
        Optional<String> file,
        CardNumber card,
        String name,
        ReaderClass readerClass,
        Label home,
        LocalDate expires,
        List<Refusal> refusals,
        List<ReaderLoans.Row> loans,
        int most,
        LocalDate firstDue,
        int openRequests,
        List<Ready> ready) {

    public boolean mayBorrow() {
        return refusals.isEmpty();
    }

    public int left() {
        return Math.max(0, most - loans.size());
    }

    /** A requested copy on the shelf behind the desk. */
    public record Ready(RequestNumber request, String title, String barcode, Label branch, LocalDate until) {}
}
