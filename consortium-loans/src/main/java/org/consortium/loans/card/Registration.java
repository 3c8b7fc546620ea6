package org.consortium.loans.card;

import java.time.LocalDate;
import org.consortium.core.card.CardNumber;
import org.consortium.core.card.ReaderClass;
import org.consortium.core.member.BranchCode;

/**
 * What is asked when somebody becomes a reader.
 *
 * @param pin six to twelve digits she chose
 * @param expires the last day of the card
 * @param usualBranch where she usually collects, or null
 */
public record Registration(
        CardNumber card,
        String name,
        ReaderClass readerClass,
        String pin,
        LocalDate expires,
        String phone,
        String email,
        BranchCode usualBranch) {

    @Override
    public String toString() {
        return "registration";
    }
}
