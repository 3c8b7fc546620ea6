package org.consortium.catalog.intake;

import org.consortium.catalog.matching.MatchDecision;
import org.consortium.core.union.RecordId;

/**
 * A record that comes in or changes, with the id of its contribution and the union record it belongs to.
 *
 * @param before what was there under its control number, or null
 */
record Placed(long id, Incoming incoming, Known before, MatchDecision decision) {

    Placed with(Incoming other) {
        return new Placed(id, other, before, decision);
    }

    RecordId record() {
        return decision.record();
    }

    String title() {
        return incoming.description().fullTitle();
    }

    boolean isNew() {
        return before == null;
    }

    /** Its record is new and has nothing else yet. */
    boolean begins() {
        return !decision.joined() && (isNew() || moves());
    }

    boolean comesBack() {
        return before != null && before.withdrawn();
    }

    boolean moves() {
        return before != null && !before.record().equals(record());
    }
}
