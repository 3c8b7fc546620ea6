package org.consortium.core.policy;

import java.util.List;
import java.util.Optional;
import org.consortium.core.Refusal;

/**
 * The answer of policy, with the rows that decided it and everything that stands in the way.
 *
 * @param recognition the row that says what this card may do with this owner's books, or null where none does
 * @param terms the row that says on what terms, or null where none does
 */
public record Verdict(Recognition recognition, LendingTerms terms, List<Refusal> refusals) {

    public Verdict {
        refusals = List.copyOf(refusals);
    }

    public boolean isYes() {
        return refusals.isEmpty();
    }

    public Optional<Refusal> no() {
        return isYes() ? Optional.empty() : Optional.of(Refusal.of(refusals));
    }
}
