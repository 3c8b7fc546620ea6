package org.consortium.catalog.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.RecordId;
import org.springframework.stereotype.Component;

/**
 * Decides to which union record each contribution of a batch belongs, by the rules that are in force. The same batch
 * after the same batches gives the same decisions. Whoever decides holds {@link MatchingTurn}.
 */
@Component
public class Matcher {

    private final CandidateSearch search;
    private final KeyTable keys;
    private final VerdictTable verdicts;
    private final RuleBook rules;

    Matcher(CandidateSearch search, KeyTable keys, VerdictTable verdicts, RuleBook rules) {
        this.search = search;
        this.keys = keys;
        this.verdicts = verdicts;
        this.rules = rules;
    }

    /**
     * A handful of queries for the whole batch.
     *
     * @param fresh gives the ids of new records
     * @return a decision for each newcomer, in their order
     */
    public List<MatchDecision> decide(LibraryCode library, List<Newcomer> batch, Supplier<RecordId> fresh) {
        keys.bringUpToDate();
        return decide(library, batch, fresh, rules.current());
    }

    List<MatchDecision> decide(
            LibraryCode library, List<Newcomer> batch, Supplier<RecordId> fresh, MatchRules current) {
        var members = batch.stream()
                .map(newcomer -> new Member(
                        newcomer.contribution(),
                        library,
                        Completeness.of(newcomer.publication().description()),
                        newcomer.publication()))
                .toList();
        var pool = search.candidates(library, members, batch, current);
        var homes = search.homes(batch);
        var placement = new Placement(current, pool, fresh, verdicts.apart(changed(batch), pool.records()));
        var decisions = new ArrayList<MatchDecision>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            var home = batch.get(i).isNew() ? null : homes.get(batch.get(i).contribution());
            decisions.add(placement.place(members.get(i), home));
        }
        return decisions;
    }

    private static List<Long> changed(List<Newcomer> batch) {
        return batch.stream()
                .filter(newcomer -> !newcomer.isNew())
                .map(Newcomer::contribution)
                .toList();
    }
}
