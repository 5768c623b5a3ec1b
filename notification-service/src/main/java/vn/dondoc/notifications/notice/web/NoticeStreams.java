package vn.dondoc.notifications.notice.web;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.failure.Failure;
import vn.dondoc.notifications.notice.Arrivals;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.notice.Notices;
import vn.dondoc.notifications.notice.Way;

/**
 * Inboxes as they fill, by server-sent events. Each event carries the notice's position as its id; a client that comes back
 * with the last one it saw goes on behind it, from the store, whichever instance it meets.
 *
 * <p>A stream is a thread of its own, which costs next to nothing while it waits. A client that does not read holds up its
 * own stream alone.
 */
@Component
class NoticeStreams implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(NoticeStreams.class);

    private static final int AT_ONCE = 100;
    private static final Duration COME_BACK_AFTER = Duration.ofSeconds(3);

    private final Notices notices;
    private final NoticeViews views;
    private final Arrivals arrivals;
    private final StreamProperties properties;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("notice-stream-", 1).factory());
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean running;
    private final Map<String, Integer> openOf = new ConcurrentHashMap<>();

    NoticeStreams(Notices notices, NoticeViews views, Arrivals arrivals, StreamProperties properties) {
        this.notices = notices;
        this.views = views;
        this.arrivals = arrivals;
        this.properties = properties;
    }

    /**
     * @param position behind which the stream begins
     * @param longest after which it ends
     */
    SseEmitter open(AccessScope scope, long position, Duration longest) {
        String recipient = scope.agency();
        admit(scope.actor());
        var emitter = new SseEmitter(0L);
        var stream = new Stream(scope, recipient, emitter, position, longest);
        emitter.onCompletion(stream::end);
        emitter.onError(broken -> stream.end());
        emitter.onTimeout(stream::end);
        threads.execute(stream);
        return emitter;
    }

    private void admit(String caller) {
        if (open.incrementAndGet() > properties.most()) {
            open.decrementAndGet();
            throw new Failure.Unavailable(Duration.ofSeconds(30), null, "notifications.many-streams");
        }
        if (openOf.merge(caller, 1, Integer::sum) > properties.mostOfOne()) {
            release(caller);
            throw new Failure.TooMany(Duration.ofSeconds(30), "notifications.many-own-streams", properties.mostOfOne());
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
    private final class Stream implements Runnable {

        private final AccessScope scope;
        private final String recipient;
        private final SseEmitter emitter;
        private final Semaphore hint = new Semaphore(0);
        private final long endsAt;
        private volatile boolean ended;
        private long position;
        private long lastSent;

        Stream(AccessScope scope, String recipient, SseEmitter emitter, long position, Duration longest) {
            this.endsAt = System.nanoTime() + longest.toNanos();
            this.scope = scope;
            this.recipient = recipient;
            this.emitter = emitter;
            this.position = position;
        }

        void end() {
            ended = true;
            hint.release();
        }

        @Override
        public void run() {
            Runnable came = hint::release;
            arrivals.waitFor(recipient, came);
            try {
                greet();
                while (!ended && System.nanoTime() < endsAt) {
                    sendWhatCame();
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
                log.warn("event=stream-broke recipient={} reason={}", recipient, broken.toString());
                emitter.complete();
            } finally {
                arrivals.forget(recipient, came);
                release(scope.actor());
            }
        }

        private long untilNextLook() {
            return Math.min(properties.look().toNanos(), Math.max(1, endsAt - System.nanoTime()));
        }

        private void greet() throws IOException {
            emitter.send(SseEmitter.event().comment("đôn đốc").reconnectTime(COME_BACK_AFTER.toMillis()));
            lastSent = System.nanoTime();
        }

        private void sendWhatCame() throws IOException {
            List<Versioned<Notice>> came;
            do {
                came = notices.behind(scope, recipient, position, AT_ONCE);
                for (Versioned<Notice> it : came) {
                    if (it.state().way() instanceof Way.Inbox in && in.position() != null) {
                        position = in.position();
                        emitter.send(SseEmitter.event()
                                .id(String.valueOf(position))
                                .name("notice")
                                .data(views.notice(it), MediaType.APPLICATION_JSON));
                        lastSent = System.nanoTime();
                    }
                }
            } while (came.size() == AT_ONCE && !ended);
        }

        private void beat() throws IOException {
            if (System.nanoTime() - lastSent >= properties.heartbeat().toNanos()) {
                emitter.send(SseEmitter.event().comment(""));
                lastSent = System.nanoTime();
            }
        }
    }
}
