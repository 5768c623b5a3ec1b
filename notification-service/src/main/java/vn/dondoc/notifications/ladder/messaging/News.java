package vn.dondoc.notifications.ladder.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import vn.dondoc.messaging.ReceivedEvent;

/** What is worth telling: a service that begins to listen hears all that a topic keeps. */
final class News {

    private static final Duration OLD = Duration.ofDays(14);

    private News() {}

    static boolean isOne(ReceivedEvent<?> event, Clock clock) {
        return isOne(event.time(), clock);
    }

    static boolean isOne(Instant time, Clock clock) {
        return !time.isBefore(clock.instant().minus(OLD));
    }
}
