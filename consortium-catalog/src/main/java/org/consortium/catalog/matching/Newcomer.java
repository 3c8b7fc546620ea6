package org.consortium.catalog.matching;

import org.consortium.core.union.Description;
import org.consortium.core.union.RecordId;

/**
 * A contribution that needs a union record: a new one, or one whose description has changed.
 *
 * @param contribution its id where it was there before, else null
 * @param current the record it is part of so far, or null
 */
public record Newcomer(Description description, Long contribution, RecordId current) {

    public static Newcomer of(Description description) {
        return new Newcomer(description, null, null);
    }
}
