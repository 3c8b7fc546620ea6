package org.consortium.catalog.search;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.consortium.core.OwnThread;
import org.consortium.core.Refusal;
import org.consortium.core.member.Staff;
import org.consortium.core.member.Trail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the whole index anew from the database, while the present one serves. */
@Component
public class IndexRebuild {

    private static final Logger log = LoggerFactory.getLogger(IndexRebuild.class);

    /** So few that a loan at a desk, which waits for a chunk, shows within two seconds. */
    private static final int CHUNK = 2_000;

    private static final long PAUSE_BETWEEN_TRIES = 100;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CatalogueIndex index;
    private final DocumentSource source;
    private final Rebuilds rebuilds;
    private final Trail trail;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final OwnThread thread = new OwnThread("index-rebuild");
    private final Lock working = new ReentrantLock();
    private volatile Progress progress;
    private volatile boolean stopping;

    IndexRebuild(
            CatalogueIndex index,
            DocumentSource source,
            Rebuilds rebuilds,
            Trail trail,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.index = index;
        this.source = source;
        this.rebuilds = rebuilds;
        this.trail = trail;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        thread.stop(PATIENCE);
    }

    /** What this node is at. */
    private record Progress(long rebuild, long done, Rebuild.State state) {

        static Progress begun(long rebuild) {
            return new Progress(rebuild, 0, Rebuild.State.FILLING);
        }

        Progress with(int more) {
            return new Progress(rebuild, done + more, state);
        }

        Progress joining() {
            return new Progress(rebuild, done, Rebuild.State.JOINING);
        }
    }

    /** Begins in the background what somebody wants; refused while one is under way. */
    public void start(Staff by, Instant at) {
        long rebuild = transaction.execute(status -> {
            var begun = rebuilds.begin(by.id(), at).orElseThrow(() -> new Refusal(SearchRefusal.REBUILD_UNDER_WAY));
            trail.note(by.actor(), at, "index-rebuilt", "index", "records", null, "");
            return begun;
        });
        makeInBackground(rebuild);
    }

    /** Begins in the background, because there is no whole index; does nothing while one is being made. */
    void startUnlessUnderWay() {
        rebuilds.begin(null, clock.instant()).ifPresent(this::makeInBackground);
    }

    private void makeInBackground(long rebuild) {
        progress = Progress.begun(rebuild);
        thread.execute(() -> makeAndTell(rebuild));
    }

    /** Rebuilds and returns when the new index serves; waits for one that is under way. */
    public void run() {
        make(begun());
    }

    private long begun() {
        var begun = Optional.<Long>empty();
        while (begun.isEmpty()) {
            begun = rebuilds.begin(null, clock.instant());
            if (begun.isEmpty()) {
                pause();
            }
        }
        return begun.get();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_BETWEEN_TRIES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for a rebuild", e);
        }
    }

    private void makeAndTell(long rebuild) {
        try {
            make(rebuild);
        } catch (RuntimeException failure) {
            log.error("The search index could not be made anew", failure);
        }
    }

    private void make(long rebuild) {
        working.lock();
        progress = Progress.begun(rebuild);
        var end = Rebuild.State.FAILED;
        try {
            fillAndServe();
            end = Rebuild.State.DONE;
            log.info("The search index holds {} records", progress.done());
        } finally {
            long done = progress.done();
            progress = null;
            rebuilds.finish(rebuild, done, end, clock.instant());
            working.unlock();
        }
    }

    private void fillAndServe() {
        index.beginRebuild();
        try (var makers = new Makers()) {
            var last = "";
            while (last != null) {
                if (stopping) {
                    throw new IllegalStateException("The program ends");
                }
                last = chunkAfter(last, makers);
            }
            progress = progress.joining();
            index.finishRebuild();
        } catch (RuntimeException failure) {
            index.abandonRebuild();
            throw failure;
        }
    }

    /** Loads and writes under the writer's lock, so that no newer document of the worker is overwritten by an older one. */
    private String chunkAfter(String last, Makers makers) {
        return index.alone(() -> transaction.execute(status -> {
            index.takeTurn();
            var ids = idsAfter(last);
            if (ids.isEmpty()) {
                return null;
            }
            makers.share(ids, some -> index.fill(source.documents(some)));
            progress = progress.with(ids.size());
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

    /** Tells everybody how far it is, and other nodes that this one is alive. */
    @Scheduled(fixedDelayString = "${consortium.search.beat:1s}")
    void beat() {
        var now = progress;
        if (now != null) {
            rebuilds.beat(now.rebuild(), now.done(), now.state(), clock.instant());
        }
    }

    /**
     * In the small hours, when nothing waits to be written: joins the pieces the index has grown in since it was made, where
     * they are so many that searching feels them.
     */
    @Scheduled(cron = "${consortium.search.joining:0 40 3 * * *}", zone = "${consortium.zone:Asia/Shanghai}")
    void joinWhenQuiet() {
        if (index.pieces() < CatalogueIndex.MANY_PIECES || !isQuiet() || !working.tryLock()) {
            return;
        }
        try {
            index.join();
            log.info("The search index was joined to {} pieces", index.pieces());
        } finally {
            working.unlock();
        }
    }

    private boolean isQuiet() {
        return jdbc.sql("select not exists (select from index_due)")
                .query(Boolean.class)
                .single();
    }
}
