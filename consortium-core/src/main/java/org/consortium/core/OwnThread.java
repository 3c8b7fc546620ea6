package org.consortium.core;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Long work on a thread of its own, one piece after the other, so that timed work elsewhere need not wait for it. */
public final class OwnThread implements Executor {

    private static final Logger log = LoggerFactory.getLogger(OwnThread.class);

    private final String name;
    private final ExecutorService thread;
    private final AtomicBoolean busy = new AtomicBoolean();

    public OwnThread(String name) {
        this.name = name;
        this.thread = Executors.newSingleThreadExecutor(work -> {
            var worker = new Thread(work, name);
            worker.setDaemon(true);
            return worker;
        });
    }

    /** Begins the work, unless it is still at it since the last call. What fails is told in the log and left to the next call. */
    public void runUnlessBusy(Runnable work) {
        if (busy.compareAndSet(false, true)) {
            thread.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException failure) {
                    log.warn("{} waits: {}", name, failure.toString());
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    /** Does the work when all that came before it is done. */
    @Override
    public void execute(Runnable work) {
        thread.execute(work);
    }

    /** Interrupts what is being done and forgets what waits. */
    public void stopNow() {
        thread.shutdownNow();
    }

    /** Takes no more and waits for what is being done. */
    public void stop(Duration patience) throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            log.warn("{} did not come to an end in time; it goes on at the next start", name);
        }
    }
}
