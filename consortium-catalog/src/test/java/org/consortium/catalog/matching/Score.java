package org.consortium.catalog.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Pairs found and missed. */
record Score(long found, long right, long all, int judgedRight, int judged) {

    /** @param groups to which group each record was put, in the order of the set */
    static Score of(LabelledSet set, List<?> groups) {
        return set.pairs() == null ? ofAll(set, groups) : ofPairs(set, groups);
    }

    private static Score ofAll(LabelledSet set, List<?> groups) {
        var truths = set.records().stream().map(LabelledSet.Labelled::truth).toList();
        var both = IntStream.range(0, groups.size())
                .mapToObj(i -> List.of(groups.get(i), truths.get(i)))
                .toList();
        return new Score(pairs(groups), pairs(both), pairs(truths), 0, 0);
    }

    private static long pairs(List<?> labels) {
        Map<Object, Long> sizes = new HashMap<>();
        labels.forEach(label -> sizes.merge(label, 1L, Long::sum));
        return sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
    }

    private static Score ofPairs(LabelledSet set, List<?> groups) {
        long found = 0;
        long right = 0;
        long all = 0;
        int judgedRight = 0;
        for (var pair : set.pairs()) {
            boolean joined = Objects.equals(groups.get(pair.one()), groups.get(pair.other()));
            found += joined ? 1 : 0;
            right += joined && pair.same() ? 1 : 0;
            all += pair.same() ? 1 : 0;
            judgedRight += joined == pair.same() ? 1 : 0;
        }
        return new Score(found, right, all, judgedRight, set.pairs().size());
    }

    double precision() {
        return found == 0 ? 1 : (double) right / found;
    }

    double recall() {
        return all == 0 ? 1 : (double) right / all;
    }

    double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }

    @Override
    public String toString() {
        return "%8.4f %8.4f %8.4f %9d%s"
                .formatted(
                        precision(),
                        recall(),
                        f1(),
                        found - right,
                        judged == 0 ? "" : "   %d of %d right".formatted(judgedRight, judged));
    }
}
