package org.consortium.catalog.search;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The traits by which a record is filtered and counted: see {@link Trait}. */
final class RecordTraits {

    static final int YEARS_IN_A_DECADE = 10;

    private final Set<String> traits = new LinkedHashSet<>();
    private final Set<String> shelves = new LinkedHashSet<>();

    /**
     * @param holders the libraries that hold it
     * @param classes its class numbers of the CLC and what stands above each
     */
    RecordTraits(RecordFacts facts, Set<String> holders, List<String> classes) {
        places(facts, holders);
        kinds(facts, classes);
    }

    Set<String> traits() {
        return traits;
    }

    Set<String> shelves() {
        return shelves;
    }

    private void places(RecordFacts facts, Set<String> holders) {
        add(Trait.REGION, facts.tree().regions(holders).stream());
        add(Trait.LIBRARY, facts.tree().withAncestors(holders).stream());
        var shelfLibraries = new HashSet<String>();
        for (var copy : facts.standing()) {
            traits.add(Trait.BRANCH.of(copy.branch()));
            if (copy.onShelf()) {
                traits.add(Trait.ON_SHELF.of(""));
                shelves.add(Trait.SHELF_BRANCH.of(copy.branch()));
                shelfLibraries.add(copy.library());
            }
        }
        facts.tree().regions(shelfLibraries).forEach(region -> shelves.add(Trait.SHELF_REGION.of(region)));
        facts.tree().withAncestors(shelfLibraries).forEach(library -> shelves.add(Trait.SHELF_LIBRARY.of(library)));
    }

    private void kinds(RecordFacts facts, List<String> classes) {
        var elected = facts.elected();
        traits.add(Trait.FORMAT.of(elected.format().name()));
        for (var source : facts.sources()) {
            add(Trait.LANGUAGE, source.description().languages().stream());
        }
        add(Trait.CLASS, classes.stream().filter(code -> code.length() <= Trait.DEEPEST_CLASS));
        if (elected.year() != null) {
            int decade = Math.floorDiv(elected.year(), YEARS_IN_A_DECADE) * YEARS_IN_A_DECADE;
            traits.add(Trait.DECADE.of(String.valueOf(decade)));
        }
    }

    private void add(Trait trait, Stream<String> values) {
        values.map(trait::of).forEach(traits::add);
    }
}
