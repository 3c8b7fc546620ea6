package org.consortium.catalog.intake;

import org.consortium.core.union.RecordId;

/**
 * A contribution and the union record it is part of.
 *
 * @param joined whether another contribution had begun the record before
 */
public record Added(long contribution, RecordId record, Outcome outcome, boolean joined) {}
