package org.consortium.core.union;

import java.time.Instant;
import java.util.List;
import org.consortium.core.member.LibraryCode;

/**
 * One member's catalogue record as it came, and what was read out of it. The raw bytes are never altered; a newer one
 * with the same control number takes its place.
 *
 * @param controlNumber the member's own number of the record (MARC 001)
 * @param withdrawn the member has deleted it
 */
public record Contribution(
        long id,
        RecordId record,
        LibraryCode library,
        String controlNumber,
        Description description,
        List<String> warnings,
        boolean withdrawn,
        Instant createdAt,
        Instant changedAt) {}
