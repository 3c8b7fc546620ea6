package org.consortium.web.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The fictional region of Yunze, acted out from its first library's joining to yesterday evening. Everything goes through the
 * desks, with the clock turned back, so it can hold nothing that could not have happened; and in one transaction, so it is there
 * whole or not at all.
 */
@Component
@ConditionalOnProperty(name = "consortium.demo", havingValue = "true")
class DemoWorld {

    private final DemoMembers members;
    private final DemoReaders readers;
    private final DemoHoldings holdings;
    private final DemoStory story;
    private final DemoKept kept;
    private final TurnableClock clock;

    DemoWorld(
            DemoMembers members,
            DemoReaders readers,
            DemoHoldings holdings,
            DemoStory story,
            DemoKept kept,
            TurnableClock clock) {
        this.members = members;
        this.readers = readers;
        this.holdings = holdings;
        this.story = story;
        this.kept = kept;
        this.clock = clock;
    }

    @Transactional
    public void load() {
        load(DemoTable.of("story.tsv"));
    }

    @Transactional
    public void load(DemoTable scenes) {
        var days = DemoDays.before(clock.instant());
        try {
            members.join(days);
            readers.register(days);
            var records = holdings.come(days);
            story.tell(scenes, records, days);
            kept.keep(records, days);
        } finally {
            clock.turnToNow();
        }
    }
}
