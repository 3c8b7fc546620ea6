package org.consortium.catalog.search;

import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.consortium.core.OwnThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the whole index anew from the database, while the present one serves. */
@Component
public class IndexRebuild {

    private static final Logger log = LoggerFactory.getLogger(IndexRebuild.class);
    private static final int CHUNK = 1_000;

    private final CatalogueIndex index;
    private final DocumentSource source;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Lock running = new ReentrantLock();
    private final OwnThread thread = new OwnThread("index-rebuild");
    private volatile Progress progress = new Progress(false, 0, 0);

    IndexRebuild(
            CatalogueIndex index, DocumentSource source, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.index = index;
        this.source = source;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** How far the running rebuild is, or how many records the last one had. */
    public record Progress(boolean running, long done, long total) {

        public int percent() {
            return total == 0 ? 100 : (int) Math.min(100, 100 * done / total);
        }
    }

    public Progress progress() {
        return progress;
    }

    /** Rebuilds in the background; does nothing while a rebuild is running. */
    public void start() {
        thread.runUnlessBusy(this::runUnlessRunning);
    }

    /** Rebuilds and returns when the new index serves; waits for a rebuild that is running. */
    public void run() {
        running.lock();
        try {
            rebuild();
        } finally {
            running.unlock();
        }
    }

    private void runUnlessRunning() {
        if (!running.tryLock()) {
            return;
        }
        try {
            rebuild();
        } catch (RuntimeException failure) {
            log.error("The search index could not be made anew", failure);
        } finally {
            running.unlock();
        }
    }

    private void rebuild() {
        long total = jdbc.sql("select count(*) from union_record where merged_into is null")
                .query(Long.class)
                .single();
        progress = new Progress(true, 0, total);
        index.beginRebuild();
        try {
            var last = "";
            while (last != null) {
                last = chunkAfter(last);
            }
            index.finishRebuild();
            log.info("The search index holds {} records", progress.done());
        } catch (RuntimeException failure) {
            index.abandonRebuild();
            throw failure;
        } finally {
            progress = new Progress(false, progress.done(), total);
        }
    }

    /** Loads and writes under the writer's lock, so that no newer document of the worker is overwritten by an older one. */
    private String chunkAfter(String last) {
        return index.alone(() -> transaction.execute(status -> {
            index.takeTurn();
            var ids = idsAfter(last);
            if (ids.isEmpty()) {
                return null;
            }
            index.fill(source.documents(ids));
            progress = new Progress(true, progress.done() + ids.size(), progress.total());
            return ids.get(ids.size() - 1);
        }));
    }

    private List<String> idsAfter(String last) {
        return jdbc.sql("""
                        select id
                          from union_record
                         where id > :last
                           and merged_into is null
                         order by id
                         limit :chunk
                        """)
                .param("last", last)
                .param("chunk", CHUNK)
                .query(String.class)
                .list();
    }
}
