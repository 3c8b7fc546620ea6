package org.consortium.catalog.matching;

import org.consortium.core.union.RecordId;

/**
 * A contribution that is to be placed.
 *
 * @param contribution its id, a fresh one where it was not there before
 * @param current the record it is part of so far, or null
 */
public record Newcomer(Publication publication, long contribution, RecordId current) {

    public static Newcomer of(Publication publication, long contribution) {
        return new Newcomer(publication, contribution, null);
    }

    boolean isNew() {
        return current == null;
    }
}
