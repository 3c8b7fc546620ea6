package org.consortium.web.reader;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consortium.catalog.search.Availability;
import org.consortium.catalog.search.Hit;
import org.consortium.core.card.Reader;
import org.consortium.core.member.Branch;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Branches;
import org.consortium.core.member.LibraryCode;
import org.springframework.stereotype.Component;

/** Puts the libraries of a line of results in the order a reader would go to them: where it is in, then the nearest. */
@Component
class NearestFirst {

    private final Branches branches;

    NearestFirst(Branches branches) {
        this.branches = branches;
    }

    /** The branch she usually goes to; where she said none, the first of her home library. */
    Optional<BranchCode> from(Reader reader) {
        return reader.usualBranch()
                .or(() -> branches.findByLibraryOrderByCode(reader.homeLibrary()).stream()
                        .filter(branch -> !branch.isClosed())
                        .map(Branch::code)
                        .findFirst());
    }

    /** @param from the branch she goes to */
    List<Hit> of(List<Hit> hits, BranchCode from) {
        var ways = ways(from);
        var nearest = Comparator.comparing((Availability.Held held) -> held.onShelf() == 0)
                .thenComparing(held -> ways.getOrDefault(held.library(), Double.MAX_VALUE));
        return hits.stream()
                .map(hit -> hit.with(new Availability(
                        hit.availability().held().stream().sorted(nearest).toList())))
                .toList();
    }

    /** Kilometres to the nearest branch of each library, where they are known. */
    private Map<LibraryCode, Double> ways(BranchCode from) {
        var ways = new HashMap<LibraryCode, Double>();
        var here = branches.findById(from.value());
        here.ifPresent(start -> branches.findAll().stream()
                .filter(branch -> !branch.isClosed())
                .forEach(branch ->
                        start.kilometresTo(branch).ifPresent(way -> ways.merge(branch.library(), way, Math::min))));
        return ways;
    }
}
