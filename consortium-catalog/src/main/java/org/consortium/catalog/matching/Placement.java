package org.consortium.catalog.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.consortium.core.union.Format;
import org.consortium.core.union.RecordId;

/**
 * Decides where newcomers belong, one after the other, each being what the next may join. Matching finds, validation
 * protects: a shared key only brings two together; the points must be enough, nothing may forbid it, and the newcomer
 * must agree with the elected contribution and with at least half of the members, and no member may forbid it. Where two records that are known to be
 * different fit equally well a librarian is asked.
 */
final class Placement {

    private static final int MOST_WEIGHED = 4;
    /** So many hundredths better is better. */
    private static final int CLEARLY = 10;

    private final MatchRules rules;
    private final CandidatePool pool;
    private final Supplier<RecordId> fresh;
    private final Apart apart;

    Placement(MatchRules rules, CandidatePool pool, Supplier<RecordId> fresh, Apart apart) {
        this.rules = rules;
        this.pool = pool;
        this.fresh = fresh;
        this.apart = apart;
    }

    /** @param home where it is so far, or null where it is new */
    MatchDecision place(Member newcomer, Home home) {
        var decision = decide(newcomer, home);
        pool.settle(decision.record(), newcomer);
        return decision;
    }

    private MatchDecision decide(Member newcomer, Home home) {
        if (home != null && home.mustStay()) {
            return decided(home.record(), true, home.kept() ? "librarian" : "stays-requested", List.of());
        }
        if (home != null && !home.isEmptyWithout()) {
            var match = match(newcomer, home.others(), List.of());
            if (match.isKept()) {
                return decided(home.record(), true, "stays", List.of(match));
            }
        }
        var matches = matches(newcomer, home);
        var best = matches.isEmpty() || matches.get(0).band != Band.JOIN ? null : matches.get(0);
        if (best != null && !isDoubtful(best, matches, newcomer.publication())) {
            return decided(best.candidate.record(), true, "joined", matches);
        }
        matches.forEach(Match::doubt);
        boolean unsure = matches.stream().anyMatch(match -> match.band == Band.REVIEW);
        if (home != null && home.isEmptyWithout()) {
            return decided(home.record(), false, unsure ? "unsure" : "stays-alone", matches);
        }
        return decided(fresh.get(), false, unsure ? "unsure" : "new", matches);
    }

    private MatchDecision decided(RecordId record, boolean joined, String why, List<Match> matches) {
        var weighed = matches.stream()
                .filter(Match::isNear)
                .limit(MOST_WEIGHED)
                .map(match -> match.weighed(rules))
                .toList();
        return new MatchDecision(record, joined, why, rules.version(), weighed);
    }

    /** All that share a key, the best first; among equals the record that was there first. */
    private List<Match> matches(Member newcomer, Home home) {
        Map<Candidate, List<MatchKey>> found = new LinkedHashMap<>();
        for (var key : newcomer.publication().keys()) {
            if (!pool.isTooCommon(key)) {
                pool.under(key)
                        .forEach(candidate -> found.computeIfAbsent(candidate, c -> new ArrayList<>(2))
                                .add(key));
            }
        }
        if (home != null) {
            found.keySet().removeIf(candidate -> candidate.record().equals(home.record()));
        }
        found.keySet().removeIf(candidate -> Comparison.isHopeless(newcomer.publication(), candidate.elected(), rules));
        var matches = new ArrayList<Match>(found.size());
        found.forEach((candidate, keys) -> matches.add(match(newcomer, candidate, keys)));
        matches.sort(Comparator.comparing((Match match) -> match.band)
                .thenComparing(match -> -match.comparison.score())
                .thenComparing(match -> -match.keys.size())
                .thenComparing(match -> match.candidate.compared().get(0).contribution()));
        return matches;
    }

    private Match match(Member newcomer, Candidate candidate, List<MatchKey> keys) {
        var compared = candidate.compared();
        var first = compare(newcomer, compared.get(0));
        if (first.band() != Band.SEPARATE && isRepeatOfOwn(newcomer, candidate)) {
            first = first.with(Veto.SAME_LIBRARY);
        }
        if (apart.is(newcomer.contribution(), candidate.record())) {
            first = first.with(Veto.KEPT_APART);
        }
        int agreeing = first.vetoes().isEmpty() && first.score() >= rules.review() ? 1 : 0;
        boolean forbidden = false;
        if (agreeing > 0) {
            for (var member : compared.subList(1, compared.size())) {
                var comparison = compare(newcomer, member);
                forbidden |= !comparison.vetoes().isEmpty();
                agreeing += comparison.vetoes().isEmpty() && comparison.score() >= rules.review() ? 1 : 0;
            }
        }
        boolean chained = forbidden || agreeing * 2 < compared.size();
        return new Match(candidate, keys, first, agreeing, chained);
    }

    private Comparison compare(Member one, Member other) {
        return Comparison.of(one.publication(), other.publication(), pool::isShared, rules);
    }

    /**
     * What one library keeps apart under two control numbers are two publications, unless its records are only lines of a
     * list, one for each copy, or one book was catalogued twice, word for word under the same number. Sheets of maps are
     * described alike and are many.
     */
    private boolean isRepeatOfOwn(Member newcomer, Candidate candidate) {
        return candidate.membersOf(newcomer.library()).stream()
                .filter(own -> own.contribution() != newcomer.contribution())
                .anyMatch(own -> !isTheSameTwice(newcomer, own));
    }

    private boolean isTheSameTwice(Member one, Member other) {
        if (one.publication().isListed() && other.publication().isListed()) {
            return true;
        }
        var comparison = Comparison.of(one.publication(), other.publication(), pool::isShared, rules);
        return one.publication().format() == Format.BOOK
                && comparison.vetoes().isEmpty()
                && comparison.has(Sign.WORDS_SAME)
                && comparison.has(Sign.CONTROL_NUMBER_SAME);
    }

    /** Two that fit alike and are known to be different: which of them it is, the description does not tell. */
    private boolean isDoubtful(Match best, List<Match> matches, Publication newcomer) {
        return matches.stream()
                .skip(1)
                .filter(other -> other.band == Band.JOIN && !best.isClearlyBefore(other))
                .anyMatch(other -> areDifferent(best.candidate, other.candidate, newcomer));
    }

    private boolean areDifferent(Candidate one, Candidate other, Publication newcomer) {
        if (apart.is(one.record(), other.record()) || !newcomer.isListed() && one.isHeldByOneOf(other.libraries())) {
            return true;
        }
        var comparison = Comparison.of(one.elected(), other.elected(), pool::isShared, rules);
        return !comparison.vetoes().isEmpty();
    }

    /** A candidate and what speaks for and against it. */
    private static final class Match {

        final Candidate candidate;
        final List<MatchKey> keys;
        final Comparison comparison;
        final int agreeing;
        Band band;

        /** @param chained the elected one would take it in, but the others do not want it */
        Match(Candidate candidate, List<MatchKey> keys, Comparison comparison, int agreeing, boolean chained) {
            this.candidate = candidate;
            this.keys = keys;
            this.comparison = comparison;
            this.agreeing = agreeing;
            this.band = comparison.band() == Band.JOIN && chained ? Band.REVIEW : comparison.band();
        }

        boolean isClearlyBefore(Match other) {
            return comparison.score() - other.comparison.score() >= CLEARLY || numbers() > other.numbers();
        }

        private long numbers() {
            return keys.stream().filter(MatchKey::isNumber).count();
        }

        /** Enough to stay, which takes less than to come. */
        boolean isKept() {
            return band != Band.SEPARATE;
        }

        void doubt() {
            if (band == Band.JOIN) {
                band = Band.REVIEW;
            }
        }

        /** Worth telling: it came into question by its points or by a number. */
        boolean isNear() {
            return band != Band.SEPARATE || comparison.sharesNumber() || comparison.score() > 0;
        }

        Weighed weighed(MatchRules rules) {
            return new Weighed(
                    candidate.record(),
                    band,
                    comparison.score(),
                    keys.stream().map(MatchKey::code).toList(),
                    comparison.signs().stream()
                            .map(sign -> sign.code() + " " + rules.points(sign))
                            .toList(),
                    comparison.vetoes().stream().map(Veto::code).toList(),
                    agreeing,
                    candidate.compared().size());
        }
    }
}
