package vn.dondoc.notifications.channel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.notice.NoticeEvent;
import vn.dondoc.notifications.notice.Notices;
import vn.dondoc.notifications.notice.Way;

/**
 * Takes what is due on one channel to where it goes. A notice is taken before it goes out, by compare-and-set and for a
 * time: two instances do not send the same, and what a process that died had taken is due again afterwards. It may have gone
 * out by then, and goes out once more, under the same id; more than that no far end allows.
 *
 * <p>To one address only one message is on its way at a time, from one process. An address that fails is left alone for a
 * while, and what waits for it waits as long.
 */
final class Lane {

    private static final Logger log = LoggerFactory.getLogger(Lane.class);

    /** A notice may wait for hours; others to its address are tried before, since it may be the notice that is refused. */
    private static final Duration LONGEST_ALONE = Duration.ofMinutes(5);

    /** How long notices stand aside while others to their address are on their way. */
    private static final Duration ASIDE = Duration.ofMinutes(1);

    /** Messages that one address is given at a time. */
    private static final int MOST_IN_A_ROW = 20;

    private static final int LONGEST_ANSWER = 500;

    private static final Duration STOPPING = Duration.ofSeconds(10);

    private final AccessScope self;
    private final Deliver channel;
    private final Notices notices;
    private final ChannelProperties properties;
    private final Clock clock;
    private final Semaphore free;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Set<String> stoodAside = ConcurrentHashMap.newKeySet();
    private final Map<String, Instant> leftAlone = new ConcurrentHashMap<>();
    private final ScheduledExecutorService looking;
    private final ScheduledExecutorService watch;
    private @Nullable ExecutorService messengers;
    private volatile @Nullable Instant dueSince;
    private volatile boolean blind;

    Lane(Deliver channel, Notices notices, ChannelProperties properties, Clock clock) {
        this.self = AccessScope.ofService("deliver-" + channel.channel().toLowerCase(Locale.ROOT));
        this.channel = channel;
        this.notices = notices;
        this.properties = properties;
        this.clock = clock;
        this.free = new Semaphore(channel.connections());
        this.looking = alone(self.actor());
        this.watch = alone(self.actor() + "-watch");
    }

    private static ScheduledExecutorService alone(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    void start() {
        messengers = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(self.actor() + "-", 1).factory());
        long pause = properties.look().toMillis();
        looking.scheduleWithFixedDelay(this::lookUntilNothingIsDue, 0, pause, TimeUnit.MILLISECONDS);
    }

    void stop() {
        looking.shutdownNow();
        if (messengers != null) {
            messengers.shutdown();
            try {
                if (!messengers.awaitTermination(STOPPING.toMillis(), TimeUnit.MILLISECONDS)) {
                    messengers.shutdownNow();
                }
            } catch (InterruptedException interrupted) {
                messengers.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
        watch.shutdownNow();
    }

    /** For how many milliseconds what should go out first has been due; not a number while nobody could look. */
    double overdue() {
        Instant since = dueSince;
        return blind
                ? Double.NaN
                : since == null ? 0 : Duration.between(since, clock.instant()).toMillis();
    }

    private void lookUntilNothingIsDue() {
        try {
            boolean more = true;
            while (more) {
                more = look();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException broken) {
            blind = true;
            log.warn("event=look-failed channel={} reason={}", channel.channel(), broken.toString());
        }
    }

    /** @return whether there may be more that is due */
    private boolean look() throws InterruptedException {
        Instant now = clock.instant();
        leftAlone.values().removeIf(until -> !until.isAfter(now));
        List<Versioned<Notice>> due =
                notices.due(self, channel.channel(), now.minus(channel.gather()), properties.batch());
        blind = false;
        dueSince = due.isEmpty() ? null : delivery(due.getFirst().state()).nextAttemptAt();
        boolean more = due.size() == properties.batch();
        Set<String> addresses = new LinkedHashSet<>();
        List<Versioned<Notice>> aside = new ArrayList<>();
        for (Versioned<Notice> it : due) {
            String address = delivery(it.state()).address();
            if (leftAlone.containsKey(address) || more && busy.contains(address)) {
                aside.add(it);
            } else if (!busy.contains(address)) {
                addresses.add(address);
            }
        }
        putAside(aside, now);
        for (String address : addresses) {
            free.acquire();
            busy.add(address);
            Objects.requireNonNull(messengers).execute(() -> {
                try {
                    deliver(address);
                } catch (RuntimeException broken) {
                    log.warn("event=delivery-broke channel={} reason={}", channel.channel(), broken.toString());
                } finally {
                    busy.remove(address);
                    free.release();
                }
            });
        }
        return more;
    }

    /**
     * What waits for an address that is left alone waits as long as it is; what would stand in front of all others while its
     * address is busy stands aside for a moment, and is taken from there by whoever is busy with it.
     */
    private void putAside(List<Versioned<Notice>> aside, Instant now) {
        Map<Instant, List<Versioned<Notice>>> byTime = new HashMap<>();
        for (Versioned<Notice> it : aside) {
            String address = delivery(it.state()).address();
            Instant until = leftAlone.get(address);
            if (until == null) {
                stoodAside.add(address);
                until = now.plus(ASIDE);
            }
            byTime.computeIfAbsent(until, any -> new ArrayList<>()).add(it);
        }
        byTime.forEach((until, all) -> notices.changeAll(self, all, it -> it.wait(now, until)));
    }

    /** All that waits for an address, message by message, until nothing does or one fails. */
    private void deliver(String address) {
        List<Versioned<Notice>> waiting;
        do {
            Instant now = clock.instant();
            Instant reach = stoodAside.contains(address) ? now.plus(ASIDE) : now;
            waiting =
                    notices
                            .waiting(self, channel.channel(), address, reach, channel.together() * MOST_IN_A_ROW)
                            .stream()
                            .filter(it -> it.state().canBeTaken(now, reach))
                            .toList();
            for (int from = 0; from < waiting.size(); from += channel.together()) {
                int to = Math.min(waiting.size(), from + channel.together());
                if (!deliver(address, waiting.subList(from, to), reach)) {
                    return;
                }
            }
        } while (!waiting.isEmpty());
        stoodAside.remove(address);
    }

    /** @return whether the address can be given more */
    private boolean deliver(String address, List<Versioned<Notice>> wanted, Instant reach) {
        String taking = UUID.randomUUID().toString();
        List<Versioned<Notice>> message = stillToBeSaid(take(taking, wanted, reach));
        if (message.isEmpty()) {
            return true;
        }
        Instant now = clock.instant();
        long begun = System.nanoTime();
        Deliver.Outcome outcome = attempt(address, message);
        var attempt = new Way.Attempt(
                now,
                outcome instanceof Deliver.Outcome.Delivered,
                shortened(outcome.answer()),
                Duration.ofNanos(System.nanoTime() - begun));
        switch (outcome) {
            case Deliver.Outcome.Delivered it -> keep(message, notice -> notice.delivered(attempt));
            case Deliver.Outcome.Later it -> {
                Instant after = it.after() == null ? Instant.MIN : now.plus(it.after());
                leaveAlone(address, message.getFirst(), now, after);
                keep(message, notice -> notice.failed(taking, attempt, next(message, notice, now, after)));
            }
            case Deliver.Outcome.Never it -> keep(message, notice -> notice.failed(taking, attempt, null));
        }
        if (!attempt.successful()) {
            log.warn(
                    "event=delivery-failed channel={} notices={} answer={}",
                    channel.channel(),
                    message.size(),
                    attempt.answer());
        }
        return attempt.successful();
    }

    /** Of a deadline the latest speaks; what was to be said of it before is no longer true. */
    private List<Versioned<Notice>> stillToBeSaid(List<Versioned<Notice>> taken) {
        Set<Notice> latest = Collections.newSetFromMap(new IdentityHashMap<>());
        latest.addAll(
                Notice.eachDeadlineOnce(taken.stream().map(Versioned::state).toList()));
        keep(taken.stream().filter(it -> !latest.contains(it.state())).toList(), Notice::supersede);
        return taken.stream().filter(it -> latest.contains(it.state())).toList();
    }

    /** What takes longer than patience would be taken by others meanwhile: it is broken off before. */
    private Deliver.Outcome attempt(String address, List<Versioned<Notice>> message) {
        Thread messenger = Thread.currentThread();
        var over = new AtomicBoolean();
        Future<?> breakOff = watch.schedule(
                () -> {
                    if (over.compareAndSet(false, true)) {
                        messenger.interrupt();
                    }
                },
                channel.patience().toMillis() / 2,
                TimeUnit.MILLISECONDS);
        try {
            return channel.deliver(address, message);
        } catch (RuntimeException broken) {
            return new Deliver.Outcome.Later(broken.toString(), null);
        } finally {
            breakOff.cancel(false);
            if (!over.compareAndSet(false, true)) {
                while (!breakOff.isDone()) {
                    Thread.onSpinWait(); // it is on its way, and must not hit what comes next
                }
                Thread.interrupted();
            }
        }
    }

    private static String shortened(String answer) {
        return answer.length() <= LONGEST_ANSWER ? answer : answer.substring(0, LONGEST_ANSWER);
    }

    /** Those that nobody else took and that are still to be said, as they stand now. */
    private List<Versioned<Notice>> take(String taking, List<Versioned<Notice>> wanted, Instant reach) {
        Instant now = clock.instant();
        Instant until = now.plus(channel.patience());
        if (notices.changeAll(self, wanted, it -> it.take(taking, now, reach, until)) == wanted.size()) {
            return wanted.stream()
                    .map(it -> taken(it, it.state().take(taking, now, reach, until)))
                    .toList();
        }
        return notices.findAll(self, wanted.stream().map(Versioned::id).toList()).stream()
                .filter(it -> taking.equals(delivery(it.state()).takenBy()))
                .toList();
    }

    private static Versioned<Notice> taken(Versioned<Notice> before, Decision<Notice, NoticeEvent> taking) {
        return new Versioned<>(before.id(), before.version() + 1, before.sequence(), taking.state());
    }

    private void leaveAlone(String address, Versioned<Notice> failed, Instant now, Instant after) {
        channel.retries().next(delivery(failed.state()).tries(), now, address).ifPresent(it -> {
            Instant longest = now.plus(LONGEST_ALONE);
            Instant until = it.isAfter(longest) ? longest : it;
            leftAlone.put(address, until.isAfter(after) ? until : after);
        });
    }

    /** When what failed is tried again: all of a message together. */
    private @Nullable Instant next(List<Versioned<Notice>> message, Notice notice, Instant now, Instant after) {
        return channel.retries()
                .next(delivery(notice).tries(), now, message.getFirst().id())
                .map(it -> it.isAfter(after) ? it : after)
                .orElse(null);
    }

    /** Nobody touches what was taken, unless what it was to say has changed meanwhile: then it is asked once more. */
    private void keep(List<Versioned<Notice>> message, Function<Notice, Decision<Notice, NoticeEvent>> decide) {
        if (notices.changeAll(self, message, decide) < message.size()) {
            for (Versioned<Notice> it : message) {
                var command = Command.causedBy(it.id() + "/" + it.version() + "/attempted", self.actor());
                notices.change(self, it.id(), command, decide);
            }
        }
    }

    private static Way.Delivery delivery(Notice notice) {
        if (notice.way() instanceof Way.Delivery it) {
            return it;
        }
        throw new IllegalStateException("lies in an inbox");
    }
}
