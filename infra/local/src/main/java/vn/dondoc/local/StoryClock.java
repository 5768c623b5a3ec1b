package vn.dondoc.local;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until the story moves it, and only forward. */
public final class StoryClock extends Clock {

    private volatile Instant now;

    public StoryClock(Instant start) {
        this.now = start;
    }

    /** Moves to {@code later}; an earlier instant leaves the clock where it is. */
    public void moveTo(Instant later) {
        if (later.isAfter(now)) {
            now = later;
        }
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
