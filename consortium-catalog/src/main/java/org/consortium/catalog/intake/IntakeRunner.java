package org.consortium.catalog.intake;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.consortium.catalog.intake.IntakeStep.Ending;
import org.consortium.catalog.marc.MarcReject;
import org.consortium.core.OwnThread;
import org.consortium.core.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Reads waiting imports in the background, one at a time on each node, batch by batch. However large the file, only two
 * batches are in memory.
 */
@Component
public class IntakeRunner {

    private static final Logger log = LoggerFactory.getLogger(IntakeRunner.class);
    private static final int BATCH_RECORDS = 500;
    private static final int BATCH_BYTES = 4 * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final IntakeStep step;
    private final Uploads uploads;
    private final StoredRecords stored;
    private final Clock clock;
    private final OwnThread thread = new OwnThread("intake");
    private final OwnThread reader = new OwnThread("intake-reader");
    private volatile boolean stopping;

    IntakeRunner(IntakeStep step, Uploads uploads, StoredRecords stored, Clock clock) {
        this.step = step;
        this.uploads = uploads;
        this.stored = stored;
        this.clock = clock;
    }

    /** Long work must not keep other timed work waiting: it has a thread of its own. */
    @Scheduled(fixedDelayString = "${consortium.intake.look-every:1s}")
    void look() {
        thread.runUnlessBusy(this::runAll);
    }

    @Scheduled(fixedDelayString = "12h")
    void tidy() {
        step.forgetUnnamed();
        // A file's age is told by the database's clock, whatever the region's says
        uploads.removeAbandoned(step.filesInUse(), step.databaseTime());
        step.giveUpWhatIsLost();
    }

    /** Works until nothing is waiting; returns how many jobs it had in hand. */
    public int runAll() {
        int jobs = 0;
        for (var next = step.claim(); next.isPresent() && !stopping; next = step.claim()) {
            run(next.get());
            jobs++;
        }
        return jobs;
    }

    private void run(IntakeWork work) {
        try {
            read(work);
        } catch (IntakeStep.TakenAway cancelled) {
            log.info("Import {} stops here", work.number());
        } catch (TransientDataAccessException
                | NonTransientDataAccessResourceException
                | CannotCreateTransactionException down) {
            // The job is as it was after the last batch; it goes on when the database is back
            throw down;
        } catch (Refusal unreadable) {
            step.fail(work, unreadable.reason().code());
        } catch (RuntimeException unforeseen) {
            log.error("Import {} failed", work.number(), unforeseen);
            step.fail(work, "unexpected");
        }
        if (!work.fromStore() && step.isOver(work)) {
            uploads.remove(work.file());
        }
    }

    /** While one batch is stored the next one is read. */
    private void read(IntakeWork work) {
        try (var file = work.fromStore() ? stored.open(work) : ArrivingFile.open(work, clock)) {
            var batch = next(file);
            while (batch.ending() == Ending.NOT_YET && !stopping && !givesWay(work)) {
                var coming = CompletableFuture.supplyAsync(() -> next(file), reader);
                try {
                    store(work, batch.arrivals(), batch.bytesRead(), batch.ending());
                } finally {
                    // the file must not be closed under the reader's hands
                    coming.handle((read, failed) -> read).join();
                }
                batch = arrived(coming);
            }
            store(work, batch.arrivals(), batch.bytesRead(), batch.ending());
            if (batch.ending() == Ending.NOT_YET) {
                step.release(work);
            }
        }
    }

    private boolean givesWay(IntakeWork work) {
        return work.fromStore() && step.newerWaits();
    }

    private record Batch(List<Arrival> arrivals, long bytesRead, Ending ending) {}

    private static Batch next(ArrivingFile file) {
        var batch = new ArrayList<Arrival>();
        int bytes = 0;
        while (batch.size() < BATCH_RECORDS && bytes < BATCH_BYTES) {
            var entry = file.next();
            if (entry == null) {
                return new Batch(batch, file.bytesRead(), Ending.DONE);
            }
            batch.add(entry);
            bytes += entry.raw().length;
            if (brokeOff(entry)) {
                return new Batch(batch, file.bytesRead(), Ending.failed(MarcReject.FILE_BROKE_OFF.code()));
            }
        }
        return new Batch(batch, file.bytesRead(), Ending.NOT_YET);
    }

    private static Batch arrived(CompletableFuture<Batch> coming) {
        try {
            return coming.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException why ? why : failed;
        }
    }

    private static boolean brokeOff(Arrival entry) {
        return entry instanceof Arrival.Illegible no && no.reason().equals(MarcReject.FILE_BROKE_OFF.code());
    }

    /** A record the database will not have must not take its batch with it: halves are tried until it stands alone. */
    private void store(IntakeWork work, List<Arrival> batch, long bytesRead, Ending ending) {
        try {
            step.take(work, batch, bytesRead, ending);
        } catch (IntakeStep.TakenAway
                | TransientDataAccessException
                | NonTransientDataAccessResourceException
                | CannotCreateTransactionException
                | Refusal notItsFault) {
            throw notItsFault;
        } catch (RuntimeException refused) {
            if (batch.isEmpty()) {
                throw refused;
            }
            if (batch.size() > 1) {
                int half = batch.size() / 2;
                store(work, batch.subList(0, half), bytesRead, Ending.NOT_YET);
                store(work, batch.subList(half, batch.size()), bytesRead, ending);
            } else if (!(batch.get(0) instanceof Arrival.Illegible)) {
                var entry = batch.get(0);
                var why = rootOf(refused);
                log.warn("Import {}: record {} could not be stored: {}", work.number(), entry.number(), why);
                step.reject(work, entry, why, bytesRead, ending);
            } else {
                throw refused;
            }
        }
    }

    private static String rootOf(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    }

    /** Lets the batch in hand end; the next start goes on after it. */
    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        thread.stop(PATIENCE);
    }
}
