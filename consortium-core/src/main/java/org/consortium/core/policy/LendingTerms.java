package org.consortium.core.policy;

import org.consortium.core.card.ReaderClass;
import org.consortium.core.union.ItemClass;

/**
 * On what terms an owner's copies are lent; the second table of policy. A null class or visiting means any.
 *
 * @param visiting whether the reader's card is another library's
 * @param loanDays calendar days a loan lasts
 * @param renewals how often it may be renewed, each time by {@code renewalDays} from that day
 * @param graceDays days after the due date without consequence
 * @param shelfDays days a requested copy waits for its reader at the pickup branch
 */
public record LendingTerms(
        long id,
        Scope owner,
        ItemClass itemClass,
        ReaderClass readerClass,
        Boolean visiting,
        int loanDays,
        int renewals,
        int renewalDays,
        int graceDays,
        int shelfDays,
        boolean requestable,
        boolean inLibraryOnly) {

    boolean covers(ItemClass item, ReaderClass reader, boolean isVisiting) {
        return (itemClass == null || itemClass == item)
                && (readerClass == null || readerClass == reader)
                && (visiting == null || visiting == isVisiting);
    }

    /** Fixed specificity, no weights: owner, then item class, then reader class, then visiting. */
    int exactness() {
        return owner.exactness() * 8
                + (itemClass == null ? 0 : 4)
                + (readerClass == null ? 0 : 2)
                + (visiting == null ? 0 : 1);
    }
}
