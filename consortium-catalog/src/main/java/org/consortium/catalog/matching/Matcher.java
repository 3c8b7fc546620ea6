package org.consortium.catalog.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Identifier;
import org.consortium.core.union.RecordId;
import org.springframework.stereotype.Component;

/**
 * Decides to which union record each contribution of a batch belongs. Two describe the same publication when they
 * share an ISBN or an OCLC number, are of the same format and part, and their titles are compatible. What one library
 * keeps apart under two control numbers stays apart: it has both books in hand, and of the records of 24 state libraries
 * that share an OCLC number and a title within one library, none describe the same thing.
 *
 * <p>The same batch after the same batches gives the same decisions. Whoever decides holds {@link MatchingTurn}.
 */
@Component
public class Matcher {

    private static final int MOST_REASONS = 8;

    private final CandidateSearch search;

    Matcher(CandidateSearch search) {
        this.search = search;
    }

    /**
     * Three queries for the whole batch, and none for a batch without numbers.
     *
     * @param fresh gives the ids of new records
     * @return a decision for each newcomer, in their order
     */
    public List<MatchDecision> decide(LibraryCode library, List<Newcomer> batch, Supplier<RecordId> fresh) {
        var publications = batch.stream()
                .map(newcomer -> Publication.of(newcomer.description()))
                .toList();
        var pool = search.candidates(library, publications, batch);
        var homes = search.homes(batch);
        var decisions = new ArrayList<MatchDecision>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            var current = batch.get(i).current();
            var home = current == null ? null : homes.get(current);
            var decision = decide(publications.get(i), home, pool, fresh);
            pool.settle(decision.record(), publications.get(i));
            decisions.add(decision);
        }
        return decisions;
    }

    private static MatchDecision decide(Publication newcomer, Home home, CandidatePool pool, Supplier<RecordId> fresh) {
        if (home != null && home.mustStay()) {
            return new MatchDecision(home.record(), true, List.of("stays requested"));
        }
        if (home != null && !home.isEmptyWithout()) {
            var comparison = Comparison.of(newcomer, home.others());
            if (comparison.isCompatible()) {
                return new MatchDecision(home.record(), true, List.of("stays " + comparison.code()));
            }
        }
        var reasons = new ArrayList<String>();
        var found = choose(newcomer, home, pool, reasons);
        if (found != null) {
            return new MatchDecision(found, true, reasons);
        }
        if (home != null && home.isEmptyWithout()) {
            reasons.add(0, "stays alone");
            return new MatchDecision(home.record(), false, reasons);
        }
        reasons.add(0, newcomer.evidence().isEmpty() ? "new no-number" : "new");
        return new MatchDecision(fresh.get(), false, reasons);
    }

    private static RecordId choose(Publication newcomer, Home home, CandidatePool pool, List<String> reasons) {
        Map<RecordId, Match> matches = new LinkedHashMap<>();
        for (var number : newcomer.evidence()) {
            if (pool.isFiller(number)) {
                reasons.add("too-common " + name(number));
                continue;
            }
            boolean shared = pool.isShared(number);
            for (var candidate : pool.carriersOf(number).values()) {
                if (home != null && home.record().equals(candidate.record())) {
                    continue;
                }
                var comparison = Comparison.of(newcomer, candidate.publication());
                var veto = veto(comparison, candidate, shared);
                if (veto == null) {
                    matches.computeIfAbsent(candidate.record(), id -> new Match(candidate, comparison))
                            .numbers
                            .add(name(number));
                } else if (reasons.size() < MOST_REASONS) {
                    reasons.add("not " + candidate.record() + " " + veto);
                }
            }
        }
        // Among equals the record that was there first
        var best = matches.values().stream()
                .min(Comparator.comparing((Match match) -> -match.numbers.size())
                        .thenComparing(match -> match.comparison)
                        .thenComparing(match -> -newcomer.closenessTo(match.candidate.publication())))
                .orElse(null);
        if (best == null) {
            return null;
        }
        reasons.add(0, best.comparison.code());
        reasons.addAll(0, best.numbers);
        return best.candidate.record();
    }

    private static String veto(Comparison comparison, Candidate candidate, boolean sharedNumber) {
        if (!comparison.isCompatible()) {
            return comparison.code();
        }
        if (candidate.isOfSameLibrary()) {
            return "same-library";
        }
        return sharedNumber && comparison != Comparison.SAME ? "number-of-many-titles" : null;
    }

    private static String name(Identifier number) {
        return number.kind().name().toLowerCase(Locale.ROOT) + " " + number.value();
    }

    /** A candidate that may be joined, and the numbers that speak for it. */
    private static final class Match {

        final Candidate candidate;
        final Comparison comparison;
        final List<String> numbers = new ArrayList<>();

        Match(Candidate candidate, Comparison comparison) {
            this.candidate = candidate;
            this.comparison = comparison;
        }
    }
}
