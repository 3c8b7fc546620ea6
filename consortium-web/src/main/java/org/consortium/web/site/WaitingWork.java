package org.consortium.web.site;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.consortium.catalog.matching.MatchQueue;
import org.consortium.core.member.LibraryCode;
import org.springframework.stereotype.Component;

/** How much waits at a place, told beside it in the masthead; every page of staff asks, so it is counted now and then only. */
@Component
public class WaitingWork {

    /** So many are worth counting; beyond it is "99+". */
    public static final int MOST = 99;

    private static final Duration FRESH = Duration.ofSeconds(30);

    private final MatchQueue queue;
    private final Clock clock;
    private final Map<Optional<LibraryCode>, Counted> counted = new ConcurrentHashMap<>();

    WaitingWork(MatchQueue queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    private record Counted(int number, Instant until) {}

    /** @param library of whom it is the work, or the whole consortium's */
    int questions(Optional<LibraryCode> library) {
        var now = clock.instant();
        return counted.compute(
                        library,
                        (of, before) -> before != null && before.until().isAfter(now)
                                ? before
                                : new Counted(queue.count(of, MOST + 1), now.plus(FRESH)))
                .number();
    }

    /** Somebody has just done some of it. */
    public void forget() {
        counted.clear();
    }
}
