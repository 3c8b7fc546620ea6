package org.consortium.core.policy;

import org.consortium.core.card.ReaderClass;
import org.consortium.core.union.ItemClass;

/** How much one reader may have at a time; the third table of policy. All that apply are checked. */
public record Limit(long id, Kind kind, Scope owner, ItemClass itemClass, ReaderClass readerClass, int most) {

    public enum Kind {
        /** Loans of the reader in the whole consortium. */
        READER_TOTAL,
        /** Loans of one owner's copies. */
        PER_OWNER,
        /** Loans of one item class. */
        PER_ITEM_CLASS,
        /** Requests under way. */
        ACTIVE_REQUESTS
    }

    boolean covers(ReaderClass reader) {
        return readerClass == null || readerClass == reader;
    }
}
