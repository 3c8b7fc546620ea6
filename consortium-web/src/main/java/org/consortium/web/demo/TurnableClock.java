package org.consortium.web.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** The house's clock in a demonstration. Who acts out the past turns it back, for her own thread alone: everybody else reads the real time. */
public final class TurnableClock extends Clock {

    private final Clock real;
    private final ThreadLocal<Instant> turned = new ThreadLocal<>();

    TurnableClock(Clock real) {
        this.real = real;
    }

    void turnTo(Instant moment) {
        turned.set(moment);
    }

    void turnToNow() {
        turned.remove();
    }

    boolean isTurned() {
        return turned.get() != null;
    }

    @Override
    public Instant instant() {
        var moment = turned.get();
        return moment == null ? real.instant() : moment;
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Ask the branch for its zone");
    }
}
