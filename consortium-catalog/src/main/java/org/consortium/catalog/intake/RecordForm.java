package org.consortium.catalog.intake;

import java.util.List;
import org.consortium.catalog.marc.MarcItem;
import org.consortium.core.union.Description;
import org.consortium.core.union.RecordId;

/**
 * What a librarian has filled in about a publication and the copies of it that stand here.
 *
 * @param takenOver the union record she has taken the description over from, because it is the same publication; null where
 *     she described it from the book in hand
 */
public record RecordForm(String controlNumber, Description description, RecordId takenOver, List<MarcItem> items) {

    public RecordForm {
        items = List.copyOf(items);
    }
}
