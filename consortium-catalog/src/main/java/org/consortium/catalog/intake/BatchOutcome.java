package org.consortium.catalog.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What became of a batch: how many records each way, how many joined a record that was there, how many copies came. */
public final class BatchOutcome {

    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private final Set<IntakeWarning> warnings = new HashSet<>();
    private final List<IntakeWarning> inOrder = new ArrayList<>();
    private int joined;
    private int copies;

    void note(Outcome outcome) {
        counts.merge(outcome, 1, Integer::sum);
    }

    void join() {
        joined++;
    }

    void copiesCame(int number) {
        copies += number;
    }

    /** Ten copies with the same unmapped code make one warning. */
    void warn(IntakeWarning warning) {
        if (warnings.add(warning)) {
            inOrder.add(warning);
        }
    }

    public int count(Outcome... outcomes) {
        int sum = 0;
        for (var outcome : outcomes) {
            sum += counts.getOrDefault(outcome, 0);
        }
        return sum;
    }

    public int joined() {
        return joined;
    }

    public int copies() {
        return copies;
    }

    /** How many records have at least one warning. */
    public int warned() {
        return (int) inOrder.stream().map(IntakeWarning::number).distinct().count();
    }

    public List<IntakeWarning> warnings() {
        return List.copyOf(inOrder);
    }
}
