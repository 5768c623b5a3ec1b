package vn.dondoc.web.stream;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.dondoc.failure.Failure;

/**
 * The streams of one service. Each event carries its position as its id; a client that comes back with the last one it saw
 * goes on behind it, from the store, whichever instance it meets.
 *
 * <p>A stream is a thread of its own, which costs next to nothing while it waits. A client that does not read holds up its
 * own stream alone.
 */
public final class EventStreams implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EventStreams.class);

    private static final Duration COME_BACK_AFTER = Duration.ofSeconds(3);

    private final Arrivals arrivals;
    private final StreamProperties properties;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("event-stream-", 1).factory());
    private final AtomicInteger open = new AtomicInteger();
    private final Map<String, Integer> openOf = new ConcurrentHashMap<>();
    private volatile boolean running;

    public EventStreams(Arrivals arrivals, StreamProperties properties) {
        this.arrivals = arrivals;
        this.properties = properties;
    }

    /** What one client is told. */
    @FunctionalInterface
    public interface Source {

        /**
         * Sends what came since it was last asked, in order.
         *
         * @throws IOException if the client is gone
         */
        void sendWhatCame(Client client) throws IOException;
    }

    /** Whoever reads a stream. */
    public interface Client {

        void send(SseEmitter.SseEventBuilder event) throws IOException;

        /** Whether it is of no use to send more. */
        boolean isGone();
    }

    /**
     * Opens a stream.
     *
     * @param caller whose streams are counted
     * @param awaited whose {@link Arrivals arrival} is a hint to look at once
     * @param seconds after which it ends; {@code null} for as long as the service allows
     * @throws Failure.Unavailable if this instance has too many
     * @throws Failure.TooMany if the caller has
     */
    public SseEmitter open(String caller, String awaited, @Nullable Integer seconds, Source source) {
        Duration wanted = seconds == null ? properties.longest() : Duration.ofSeconds(seconds);
        Duration longest = wanted.compareTo(properties.longest()) < 0 ? wanted : properties.longest();
        admit(caller);
        var emitter = new SseEmitter(0L);
        var stream = new Stream(caller, awaited, emitter, longest, source);
        emitter.onCompletion(stream::end);
        emitter.onError(broken -> stream.end());
        emitter.onTimeout(stream::end);
        threads.execute(stream);
        return emitter;
    }

    /**
     * Position of the last event that a client saw, from its {@code Last-Event-ID}; {@code null} if it saw none.
     *
     * @throws Failure.Invalid if it is no position
     */
    public static @Nullable Long positionOf(@Nullable String lastEventId) {
        if (lastEventId == null) {
            return null;
        }
        if (!lastEventId.matches("\\d{1,18}")) {
            throw new Failure.Invalid("Last-Event-ID", "edge.no-position", lastEventId);
        }
        return Long.valueOf(lastEventId);
    }

    private void admit(String caller) {
        if (open.incrementAndGet() > properties.most()) {
            open.decrementAndGet();
            throw new Failure.Unavailable(Duration.ofSeconds(30), null, "edge.many-streams");
        }
        if (openOf.merge(caller, 1, Integer::sum) > properties.mostOfOne()) {
            release(caller);
            throw new Failure.TooMany(Duration.ofSeconds(30), "edge.many-own-streams", properties.mostOfOne());
        }
    }

    private void release(String caller) {
        open.decrementAndGet();
        openOf.computeIfPresent(caller, (any, count) -> count == 1 ? null : count - 1);
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the web server waits for what is still under way: a stream has no end of its own. */
    @Override
    public void stop() {
        threads.shutdownNow();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** One client. */
    private final class Stream implements Runnable, Client {

        private final String caller;
        private final String awaited;
        private final SseEmitter emitter;
        private final Source source;
        private final Semaphore hint = new Semaphore(0);
        private final long endsAt;
        private volatile boolean ended;
        private long lastSent;

        Stream(String caller, String awaited, SseEmitter emitter, Duration longest, Source source) {
            this.endsAt = System.nanoTime() + longest.toNanos();
            this.caller = caller;
            this.awaited = awaited;
            this.emitter = emitter;
            this.source = source;
        }

        void end() {
            ended = true;
            hint.release();
        }

        @Override
        public boolean isGone() {
            return ended;
        }

        @Override
        public void send(SseEmitter.SseEventBuilder event) throws IOException {
            emitter.send(event);
            lastSent = System.nanoTime();
        }

        @Override
        public void run() {
            Runnable came = hint::release;
            arrivals.waitFor(awaited, came);
            try {
                send(SseEmitter.event().comment("đôn đốc").reconnectTime(COME_BACK_AFTER.toMillis()));
                while (!ended && System.nanoTime() < endsAt) {
                    source.sendWhatCame(this);
                    beat();
                    if (hint.tryAcquire(untilNextLook(), TimeUnit.NANOSECONDS)) {
                        hint.drainPermits();
                    }
                }
                emitter.complete();
            } catch (IOException | IllegalStateException gone) {
                emitter.completeWithError(gone);
            } catch (InterruptedException stopping) {
                emitter.complete();
            } catch (RuntimeException broken) {
                // The client comes back and goes on where it was; the store may be there again by then.
                log.warn("event=stream-broke awaited={} reason={}", awaited, broken.toString());
                emitter.complete();
            } finally {
                arrivals.forget(awaited, came);
                release(caller);
            }
        }

        private long untilNextLook() {
            return Math.min(properties.look().toNanos(), Math.max(1, endsAt - System.nanoTime()));
        }

        private void beat() throws IOException {
            if (System.nanoTime() - lastSent >= properties.heartbeat().toNanos()) {
                send(SseEmitter.event().comment(""));
            }
        }
    }
}
