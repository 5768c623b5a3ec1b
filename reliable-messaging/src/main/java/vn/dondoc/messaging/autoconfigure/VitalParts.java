package vn.dondoc.messaging.autoconfigure;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.kafka.event.ConsumerStoppedEvent;

/**
 * Ends the process, with a reason, once a part of it is dead that it cannot live without: a thread that an error ended, or a
 * consumer that stopped for another reason than being told to. Half alive it would take what it never hands on.
 */
final class VitalParts implements ApplicationListener<ConsumerStoppedEvent> {

    /** Software error, of sysexits.h. */
    private static final int STATUS = 70;

    private static final Logger log = LoggerFactory.getLogger(VitalParts.class);

    private final ApplicationContext context;
    private final Runnable end;
    private final AtomicBoolean dead = new AtomicBoolean();

    /** @param end of the process */
    VitalParts(ApplicationContext context, Runnable end) {
        this.context = context;
        this.end = end;
    }

    /** Ends it, or where somebody else does that, only says that it is not alive. */
    static VitalParts of(ApplicationContext context, boolean ends) {
        return new VitalParts(context, ends ? () -> new Thread(() -> System.exit(STATUS), "end").start() : () -> {});
    }

    /** What becomes of threads that nobody else looks after. */
    void watchThreads() {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> threadEnded(thread.getName(), failure));
    }

    void threadEnded(String thread, Throwable failure) {
        log.error("event=thread-ended thread={}", thread, failure);
        if (failure instanceof Error) {
            die("thread " + thread + " ended: " + failure);
        }
    }

    @Override
    public void onApplicationEvent(ConsumerStoppedEvent event) {
        if (event.getReason() != ConsumerStoppedEvent.Reason.NORMAL) {
            die("consumer " + event.getSource() + " stopped: " + event.getReason());
        }
    }

    private void die(String reason) {
        if (dead.compareAndSet(false, true)) {
            log.error("event=ending reason={}", reason);
            AvailabilityChangeEvent.publish(context, LivenessState.BROKEN);
            end.run();
        }
    }
}
