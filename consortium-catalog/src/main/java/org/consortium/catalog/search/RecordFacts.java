package org.consortium.catalog.search;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.consortium.core.union.Description;

/** All that one record's document is made of, as it stands in the database. */
record RecordFacts(
        String id,
        String byline,
        Instant createdAt,
        List<Source> sources,
        List<CopyFacts> copies,
        int loans,
        LibraryTree tree) {

    /** What a member says of the record; the elected one is the first. */
    record Source(String library, Description description) {}

    record CopyFacts(
            String library, String branch, String barcode, String callNumber, boolean onShelf, boolean withdrawn) {}

    /** The copies that are not withdrawn. */
    List<CopyFacts> standing() {
        return copies.stream().filter(copy -> !copy.withdrawn()).toList();
    }

    /** A library holds a record when it has a copy, or says it has it without telling of copies. */
    Set<String> holders() {
        var holders = standing().stream().map(CopyFacts::library).collect(Collectors.toCollection(LinkedHashSet::new));
        var countCopies = copies.stream().map(CopyFacts::library).collect(Collectors.toSet());
        sources.stream()
                .map(Source::library)
                .filter(library -> !countCopies.contains(library))
                .forEach(holders::add);
        return holders;
    }

    Description elected() {
        return sources.get(0).description();
    }
}
