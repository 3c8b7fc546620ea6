package org.consortium.catalog.matching;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.consortium.core.union.Identifier;
import org.consortium.core.union.RecordId;

/**
 * The union records a batch may join, by the keys they carry: those of the database first, then those the batch itself
 * begins. Of a key that too many records carry only so many are kept as show that it is too common.
 */
final class CandidatePool {

    private final MatchRules rules;
    private final Map<RecordId, Candidate> records = new HashMap<>();
    private final Map<Long, Set<Candidate>> carriers = new HashMap<>();

    CandidatePool(MatchRules rules) {
        this.rules = rules;
    }

    Candidate candidate(RecordId record) {
        return records.computeIfAbsent(record, Candidate::new);
    }

    /** A record of the database, with its members. */
    void know(Candidate candidate) {
        records.put(candidate.record(), candidate);
    }

    Set<RecordId> records() {
        return records.keySet();
    }

    void put(long key, Candidate candidate) {
        var under = carriers.computeIfAbsent(key, k -> new LinkedHashSet<>(2));
        if (under.size() <= rules.mostRecords()) {
            under.add(candidate);
        }
    }

    /** Once decided, a newcomer is what the next ones may join. */
    void settle(RecordId record, Member member) {
        var candidate = candidate(record);
        candidate.add(member);
        member.publication().keys().forEach(key -> put(key.hash(), candidate));
    }

    Set<Candidate> under(MatchKey key) {
        return carriers.getOrDefault(key.hash(), Set.of());
    }

    boolean isTooCommon(MatchKey key) {
        return under(key).size() > rules.mostRecords();
    }

    /** Whether many different books carry the number. */
    boolean isShared(Identifier number) {
        var key = MatchKey.of(number);
        var carrying = under(key);
        return carrying.size() > rules.mostTitles()
                && (isTooCommon(key)
                        || carrying.stream()
                                        .map(candidate ->
                                                candidate.elected().main().letters())
                                        .distinct()
                                        .count()
                                > rules.mostTitles());
    }
}
