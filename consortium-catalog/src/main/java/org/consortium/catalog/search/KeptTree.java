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
    private volatile Kept kept = new Kept("", null);

    KeptTree(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Kept(String changes, LibraryTree tree) {}

    LibraryTree now() {
        // with the transaction that wrote it, for a database brought back from elsewhere may have counted as far
        var changes = jdbc.sql("select number || ' ' || xmin from place_changes")
                .query(String.class)
                .single();
        var known = kept;
        if (!known.changes().equals(changes)) {
            known = new Kept(changes, LibraryTree.withBranches(jdbc));
            kept = known;
        }
        return known.tree();
    }
}
