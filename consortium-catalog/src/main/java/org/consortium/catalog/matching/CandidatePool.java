package org.consortium.catalog.matching;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.consortium.core.union.Identifier;
import org.consortium.core.union.RecordId;

/** The union records a batch may join, by the numbers they carry: those of the database first, then those the batch itself begins. */
final class CandidatePool {

    /** A number on more records than this is no number of a publication but a filler, such as a default ISBN. */
    static final int MOST_RECORDS = 20;
    /** A number under which more different titles go than this says little by itself. */
    private static final int MOST_TITLES = 3;

    private final Map<RecordId, Candidate> records = new HashMap<>();
    private final Map<Identifier, Map<RecordId, Candidate>> carriers = new HashMap<>();

    void put(Identifier number, Candidate candidate) {
        var known = records.computeIfAbsent(candidate.record(), record -> candidate);
        carriers.computeIfAbsent(number, n -> new LinkedHashMap<>()).putIfAbsent(known.record(), known);
    }

    /** Once decided, a newcomer is what the next ones of its batch may join. */
    void settle(RecordId record, Publication newcomer) {
        var candidate = records.computeIfAbsent(record, id -> new Candidate(id, newcomer, true));
        candidate.takesInOneOfSameLibrary();
        newcomer.evidence().forEach(number -> put(number, candidate));
    }

    Map<RecordId, Candidate> carriersOf(Identifier number) {
        return carriers.getOrDefault(number, Map.of());
    }

    boolean isFiller(Identifier number) {
        return carriersOf(number).size() > MOST_RECORDS;
    }

    boolean isShared(Identifier number) {
        return carriersOf(number).values().stream()
                        .map(candidate -> candidate.publication().main().letters())
                        .distinct()
                        .count()
                > MOST_TITLES;
    }
}
