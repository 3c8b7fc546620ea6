package org.consortium.catalog.search;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tree of libraries and branches, kept until one of them changes: a region of two thousand libraries is not read anew for
 * every search. Not for transactions that change libraries themselves.
 */
@Component
class KeptTree {

    private final JdbcClient jdbc;
    private volatile Kept kept = new Kept(-1, null);

    KeptTree(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Kept(long changes, LibraryTree tree) {}

    LibraryTree now() {
        long changes =
                jdbc.sql("select number from place_changes").query(Long.class).single();
        var known = kept;
        if (known.changes() != changes) {
            known = new Kept(changes, LibraryTree.withBranches(jdbc));
            kept = known;
        }
        return known.tree();
    }
}
