package org.consortium.catalog.harvest;

import java.time.Instant;

/**
 * A run in the hands of this node.
 *
 * @param token under which the server goes on, or empty at the beginning
 * @param file name of the file the records are gathered in
 * @param bytes how much of it is certain
 */
record HarvestWork(
        long run,
        long id,
        Harvest harvest,
        Instant since,
        Instant reached,
        String token,
        int pages,
        String file,
        long bytes) {}
