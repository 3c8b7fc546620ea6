package org.consortium.core.union;

import java.time.Instant;
import java.util.Optional;

/**
 * One publication as the consortium knows it: a group of contributions that describe the same thing, shown by the
 * elected one. It is derived and can be made again from its contributions.
 *
 * @param mergedInto the record this one became part of, or null
 */
public record UnionRecord(
        RecordId id,
        String title,
        String byline,
        Integer year,
        Format format,
        String clc,
        RecordId mergedInto,
        Instant createdAt,
        Instant changedAt) {

    public Optional<RecordId> successor() {
        return Optional.ofNullable(mergedInto);
    }
}
