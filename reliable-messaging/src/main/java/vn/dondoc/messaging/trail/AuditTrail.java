package vn.dondoc.messaging.trail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.contract.audit.v1.AuditSealed;
import vn.dondoc.messaging.OutgoingEvent;
import vn.dondoc.messaging.audit.AuditChain;
import vn.dondoc.messaging.audit.AuditRecord;
import vn.dondoc.messaging.audit.Link;
import vn.dondoc.messaging.outbox.AggregateStore;
import vn.dondoc.messaging.outbox.Outbox;

/**
 * Brings what was seen into the chains, and publishes their heads from time to time.
 *
 * <p>What changed something is in the chain for certain: its record is written with the change. What was only seen goes
 * through here, gathered for half a second so that reading stays fast; a process that is killed in that time loses it.
 */
public final class AuditTrail implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AuditTrail.class);
    private static final Duration GATHER = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration SEALED_ANEW = Duration.ofDays(1);
    private static final int MOST_WAITING = 50_000;
    private static final int AT_ONCE = 1_000;
    private static final int MOST_CHAINS = 1_000;
    private static final String SELF = "audit-trail";

    private final AuditChain chain;
    private final AggregateStore<Seal, Seal> seals;
    private final Duration sealEvery;
    private final BlockingQueue<AuditChain.Entry> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final AtomicLong lost = new AtomicLong();
    private final Instant started = Instant.now();

    /** Chains whose heads this process has told: a chain is not left without one because the process ends too soon. */
    private final Set<String> toldOnce = ConcurrentHashMap.newKeySet();

    private volatile boolean running;
    private Thread worker = new Thread(this::run, SELF);

    /**
     * A head that was told.
     *
     * @param records number of the link
     */
    private record Seal(String province, long records, String hash, Instant at) {}

    /** @param sealEvery how often heads are published; what is cut off a chain in that time is not found */
    public AuditTrail(AuditChain chain, Outbox outbox, Duration sealEvery) {
        this.chain = chain;
        this.sealEvery = sealEvery;
        this.seals = outbox.storeOf("auditSeals", Seal.class, it -> it, it -> it, (id, it) -> {
            var data = new AuditSealed(it.province(), chain.service(), it.records(), it.hash(), it.at());
            return OutgoingEvent.of(it.province(), data);
        });
    }

    /** Takes in a record; waits a moment if too many do. */
    public void note(String province, AuditRecord record) {
        try {
            if (waiting.offer(new AuditChain.Entry(province, record), PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        lost.incrementAndGet();
        log.error("event=audit-lost record={}", record.text());
    }

    /** Records that are not in the chain yet. */
    public int waiting() {
        return waiting.size();
    }

    /** Records that could not be kept, since the process started. */
    public long lost() {
        return lost.get();
    }

    /** Publishes the heads that moved. */
    public void seal() {
        Map<String, Versioned<Seal>> known = new HashMap<>();
        seals.findAny(new Document(), MOST_CHAINS)
                .forEach(it -> known.put(it.state().province(), it));
        Set<String> provinces = new HashSet<>(known.keySet());
        provinces.addAll(chain.touched());
        List<AggregateStore.Birth<Seal, Seal>> first = new ArrayList<>();
        List<AggregateStore.Change<Seal, Seal>> later = new ArrayList<>();
        for (String province : provinces) {
            Link head = chain.head(province);
            var seal = new Seal(province, head.n(), head.hash(), Instant.now());
            Versioned<Seal> before = known.get(province);
            if (before == null && head.n() > 0) {
                first.add(new AggregateStore.Birth<>(chain.name(province), province, Decision.of(seal, seal)));
            } else if (before != null && (before.state().records() < head.n() || isOld(before.state()))) {
                later.add(new AggregateStore.Change<>(before, Decision.of(seal, seal)));
            }
        }
        seals.createAll(first, SELF);
        seals.changeAll(later, SELF);
        toldOnce.addAll(provinces);
    }

    /** Told anew once a start and once a day, so that a broker that lost its heads, or let them age, has them again. */
    private boolean isOld(Seal seal) {
        return seal.at().isBefore(started) || seal.at().isBefore(Instant.now().minus(SEALED_ANEW));
    }

    /** Brings all that waits into the chains. */
    public void flush() {
        List<AuditChain.Entry> some = new ArrayList<>(AT_ONCE);
        while (waiting.drainTo(some, AT_ONCE) > 0) {
            keep(some);
            some.clear();
        }
    }

    /** Again and again, until they are kept: to hand in twice keeps once. */
    private void keep(List<AuditChain.Entry> some) {
        while (true) {
            try {
                chain.append(some);
                return;
            } catch (RuntimeException down) {
                if (!running) {
                    lost.addAndGet(some.size());
                    log.error("event=audit-lost records={} reason={}", some.size(), down.toString());
                    return;
                }
                log.warn("event=audit-stalled waiting={} reason={}", some.size() + waiting.size(), down.toString());
                pause(PATIENCE);
            }
        }
    }

    private void run() {
        long nextSeal = System.nanoTime();
        while (running) {
            pause(GATHER);
            flush();
            if (System.nanoTime() - nextSeal >= 0 || !toldOnce.containsAll(chain.touched())) {
                nextSeal = System.nanoTime() + sealEvery.toNanos();
                try {
                    seal();
                } catch (RuntimeException down) {
                    log.warn("event=audit-not-sealed reason={}", down.toString());
                }
            }
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        worker = new Thread(this::run, SELF);
        worker.setDaemon(true);
        worker.start();
    }

    @Override
    public void stop() {
        running = false;
        try {
            worker.join(Duration.ofSeconds(5));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        flush();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Goes after the web server, whose last requests are still to be kept. */
    @Override
    public int getPhase() {
        return 0;
    }
}
