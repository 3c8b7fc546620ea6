package org.consortium.catalog.search;

import org.springframework.boot.test.context.TestComponent;

/** Brings the index up to the database, when a test says so. */
@TestComponent
public class SearchTurn {

    private final IndexRebuild rebuild;
    private final IndexWorker worker;

    SearchTurn(IndexRebuild rebuild, IndexWorker worker) {
        this.rebuild = rebuild;
        this.worker = worker;
    }

    public void catchUp() {
        rebuild.run();
        worker.drain();
    }
}
