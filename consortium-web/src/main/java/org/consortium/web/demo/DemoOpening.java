package org.consortium.web.demo;

import java.time.Duration;
import org.consortium.catalog.search.IndexRebuild;
import org.consortium.core.member.FirstRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Loads the demo world into an empty database, before the first page is served. */
@Component
@ConditionalOnProperty(name = "consortium.demo", havingValue = "true")
class DemoOpening implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DemoOpening.class);

    private final FirstRun firstRun;
    private final DemoWorld world;
    private final IndexRebuild index;
    private boolean open;

    DemoOpening(FirstRun firstRun, DemoWorld world, IndexRebuild index) {
        this.firstRun = firstRun;
        this.world = world;
        this.index = index;
    }

    @Override
    public void start() {
        if (firstRun.isDue()) {
            load();
        }
        open = true;
    }

    private void load() {
        log.info("Loading the demo world, once");
        long begun = System.nanoTime();
        world.load();
        index.run();
        var took = Duration.ofNanos(System.nanoTime() - begun);
        log.info("The demo world is loaded ({} ms)", took.toMillis());
    }

    @Override
    public void stop() {
        open = false;
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    /** Before the web server, which comes among the last. */
    @Override
    public int getPhase() {
        return 0;
    }
}
