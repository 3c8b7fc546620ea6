package org.consortium.catalog.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** The threads that make documents of many records: as many as there are processors, four at most. */
final class Makers implements AutoCloseable {

    private static final int MOST = 4;
    private static final int MANY = Math.min(MOST, Runtime.getRuntime().availableProcessors());

    private final ExecutorService threads = Executors.newFixedThreadPool(MANY);

    /** Each takes a share; returns when all are done. */
    void share(List<String> records, Consumer<List<String>> work) {
        int share = (records.size() + MANY - 1) / MANY;
        var shares = new ArrayList<Future<?>>();
        for (int from = 0; from < records.size(); from += share) {
            var some = records.subList(from, Math.min(records.size(), from + share));
            shares.add(threads.submit(() -> work.accept(some)));
        }
        shares.forEach(Makers::await);
    }

    private static void await(Future<?> share) {
        try {
            share.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("Documents could not be made", failed.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while documents were made", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
