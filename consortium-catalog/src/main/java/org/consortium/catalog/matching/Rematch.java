package org.consortium.catalog.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.consortium.core.union.RecordId;

/**
 * The same contributions placed twice in memory, in the order they came, by two sets of rules, and what differs. What
 * librarians have said is left out, for it stands under any rules.
 */
final class Rematch {

    private final Map<Long, Member> members = new HashMap<>();
    private final Set<Pair> spokenOf;
    private final Outcome before;
    private final Outcome after;

    Rematch(List<Member> inOrder, Set<Pair> spokenOf, MatchRules before, MatchRules after) {
        inOrder.forEach(member -> members.put(member.contribution(), member));
        this.spokenOf = spokenOf;
        this.before = Outcome.of(inOrder, before);
        this.after = Outcome.of(inOrder, after);
    }

    /** Two contributions, the older first. */
    record Pair(long one, long other) {

        static Pair of(long one, long other) {
            return one < other ? new Pair(one, other) : new Pair(other, one);
        }
    }

    /** Where the contributions came to be, and what a librarian would be asked. */
    record Outcome(Map<Long, RecordId> places, Set<Pair> questions) {

        static Outcome of(List<Member> inOrder, MatchRules rules) {
            var numbers = new AtomicLong();
            var first = new HashMap<RecordId, Long>();
            var placement = new Placement(
                    rules, new CandidatePool(rules), () -> RecordId.of(numbers.incrementAndGet()), Apart.NOTHING);
            Map<Long, RecordId> places = new HashMap<>();
            Set<Pair> questions = new HashSet<>();
            for (var member : inOrder) {
                var decision = placement.place(member, null);
                places.put(member.contribution(), decision.record());
                first.putIfAbsent(decision.record(), member.contribution());
                for (var unsure : decision.unsure()) {
                    questions.add(Pair.of(first.get(unsure.record()), member.contribution()));
                }
            }
            return new Outcome(places, questions);
        }

        boolean areOne(Pair pair) {
            return places.get(pair.one()).equals(places.get(pair.other()));
        }
    }

    /** Pairs with one of these among them that are one record only by the new rules. */
    List<Pair> joined(Set<Long> of) {
        return together(after, of).stream().filter(pair -> !before.areOne(pair)).toList();
    }

    /** Those that are one record only by the old rules. */
    List<Pair> separated(Set<Long> of) {
        return together(before, of).stream().filter(pair -> !after.areOne(pair)).toList();
    }

    List<Pair> asked(Set<Long> of) {
        return questions(after, before, of);
    }

    List<Pair> notAsked(Set<Long> of) {
        return questions(before, after, of);
    }

    private List<Pair> questions(Outcome in, Outcome notIn, Set<Long> of) {
        return in.questions().stream()
                .filter(pair -> !notIn.questions().contains(pair) && isOf(pair, of) && !spokenOf.contains(pair))
                .sorted((one, other) -> Long.compare(one.one(), other.one()))
                .toList();
    }

    private List<Pair> together(Outcome outcome, Set<Long> of) {
        Map<RecordId, List<Long>> groups = new HashMap<>();
        outcome.places()
                .forEach((contribution, record) -> groups.computeIfAbsent(record, none -> new ArrayList<>())
                        .add(contribution));
        var pairs = new ArrayList<Pair>();
        for (var group : groups.values()) {
            for (int i = 0; i < group.size(); i++) {
                for (int j = i + 1; j < group.size(); j++) {
                    var pair = Pair.of(group.get(i), group.get(j));
                    if (isOf(pair, of) && !spokenOf.contains(pair)) {
                        pairs.add(pair);
                    }
                }
            }
        }
        return pairs;
    }

    /** Counted once: with the part of the sample the older of its sampled members is in. */
    private static boolean isOf(Pair pair, Set<Long> of) {
        return of.contains(pair.one()) || of.contains(pair.other());
    }
}
