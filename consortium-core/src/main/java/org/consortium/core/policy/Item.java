package org.consortium.core.policy;

import java.time.LocalDate;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Copy;
import org.consortium.core.union.ItemClass;

/** What policy needs to know of a copy. */
public record Item(LibraryCode library, ItemClass itemClass, boolean inLibraryOnly, LocalDate acquiredOn) {

    public static Item of(Copy copy) {
        return new Item(copy.library(), copy.itemClass(), copy.isInLibraryOnly(), copy.acquiredOn());
    }
}
