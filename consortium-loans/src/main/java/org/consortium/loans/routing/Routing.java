package org.consortium.loans.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.consortium.core.Reason;
import org.consortium.core.Refusal;
import org.consortium.core.ill.Candidate;
import org.consortium.core.member.LibraryCode;

/** Every library that holds a record, as it was weighed for one request: those to ask first, best first, then the others. */
public record Routing(List<Weighed> weighed) {

    public Routing {
        weighed = List.copyOf(weighed);
    }

    /**
     * One library with its scores.
     *
     * @param no why it is not asked, where it is not
     * @param hope whether that "no" may pass by itself: a copy comes back, a pause ends
     */
    public record Weighed(Candidate candidate, Optional<Refusal> no, boolean hope) {}

    public List<Candidate> candidates() {
        return weighed.stream().map(Weighed::candidate).toList();
    }

    /** Those that can be asked now, best first. */
    public List<Candidate> askable() {
        return candidates().stream().filter(Candidate::canBeAsked).toList();
    }

    public Optional<Candidate> best() {
        return askable().stream().findFirst();
    }

    public Optional<Candidate> of(LibraryCode library) {
        return candidates().stream()
                .filter(candidate -> candidate.library().equals(library))
                .findFirst();
    }

    /** Nobody can be asked now, but waiting makes sense. */
    public boolean hasHope() {
        return weighed.stream().anyMatch(Weighed::hope);
    }

    /** Why nobody can be asked, each reason once. */
    public List<Refusal> refusals() {
        var reasons = new ArrayList<Reason>();
        return weighed.stream()
                .flatMap(one -> one.no().stream())
                .filter(no -> !reasons.contains(no.reason()) && reasons.add(no.reason()))
                .toList();
    }
}
