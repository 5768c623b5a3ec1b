package vn.dondoc.notifications.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a notice reaches its recipient: it lies in the inbox at once, or has to be delivered on another channel. */
public sealed interface Way {

    /** Name of the channel of notices that are read here. */
    String INBOX = "INBOX";

    /** Such as {@code INBOX}, {@code MAIL}, {@code WEBHOOK}. */
    String channel();

    /**
     * In the inbox.
     *
     * @param position among the recipient's, from 1 without a gap; {@code null} for those of a release that had none
     */
    record Inbox(@Nullable Long position, Reading reading) implements Way {

        @Override
        public String channel() {
            return INBOX;
        }
    }

    /**
     * On its way out.
     *
     * @param address whom the channel takes it to: an agency's code for mail, an endpoint for a webhook
     * @param tries how often it was tried
     * @param takenBy who took the latest attempt; each taking has a name of its own
     * @param nextAttemptAt when it is tried next; {@code null} once it is over
     * @param attempts the last ones, the latest last
     */
    record Delivery(
            String channel,
            String address,
            Status status,
            int tries,
            @Nullable String takenBy,
            @Nullable Instant nextAttemptAt,
            List<Attempt> attempts)
            implements Way {

        private static final int MOST_KEPT = 20;

        public Delivery {
            attempts = List.copyOf(attempts);
        }

        /** One that is first tried at {@code at}. */
        public static Delivery from(String channel, String address, Instant at) {
            return new Delivery(channel, address, Status.PENDING, 0, null, at, List.of());
        }

        Delivery taken(String by, Instant until) {
            return new Delivery(channel, address, status, tries + 1, by, until, attempts);
        }

        Delivery again(Instant at) {
            return new Delivery(channel, address, Status.PENDING, 0, null, at, attempts);
        }

        Delivery put(Instant next) {
            return new Delivery(channel, address, status, tries, null, next, attempts);
        }

        Delivery ended(Status end, List<Attempt> all) {
            return new Delivery(channel, address, end, tries, takenBy, null, all);
        }

        Delivery tryingAgain(Instant next, Attempt failed) {
            return new Delivery(channel, address, Status.PENDING, tries, takenBy, next, with(failed));
        }

        List<Attempt> with(Attempt attempt) {
            List<Attempt> all = new ArrayList<>(attempts);
            all.add(attempt);
            return all.subList(Math.max(0, all.size() - MOST_KEPT), all.size());
        }
    }

    /** Whether it went out. */
    enum Status {
        PENDING,
        SENT,
        FAILED,
        /** What it was to say was no longer true when it could have gone out. */
        SUPERSEDED
    }

    /**
     * One try.
     *
     * @param answer what the far end said, in its own words
     * @param took until the answer came
     */
    record Attempt(Instant at, boolean successful, String answer, Duration took) {}
}
