package vn.dondoc.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntPredicate;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Requests from many clients at once. Times are microseconds. */
final class Load {

    private static final long LONGEST = Duration.ofMinutes(2).toNanos() / 1_000;
    private static final Duration LONGEST_RUN = Duration.ofMinutes(10);

    private Load() {}

    /** One request. {@code n} counts all requests of the client, from 0. */
    @FunctionalInterface
    interface Request {
        void send(int client, int n);
    }

    /** What was seen. */
    record Seen(long requests, Duration took, Histogram microseconds) {

        double perSecond() {
            return requests / (took.toNanos() / 1e9);
        }

        double milliseconds(double percentile) {
            return microseconds.getValueAtPercentile(percentile) / 1e3;
        }
    }

    /** Closed loop: each client sends its next request when it has the answer to the last. For throughput. */
    static Seen closed(int clients, Duration time, Progress progress, Request request) {
        long end = System.nanoTime() + time.toNanos();
        return closed(clients, n -> System.nanoTime() < end, time, progress, request);
    }

    /** The same, until each client has sent so many. */
    static Seen closed(int clients, int each, Progress progress, Request request) {
        return closed(clients, n -> n < each, LONGEST_RUN, progress, request);
    }

    private static Seen closed(int clients, IntPredicate goesOn, Duration time, Progress progress, Request request) {
        var histogram = new ConcurrentHistogram(LONGEST, 3);
        var sent = new AtomicLong();
        long begun = System.nanoTime();
        run(clients, client -> {
            for (int n = 0; goesOn.test(n); n++) {
                long before = System.nanoTime();
                request.send(client, n);
                histogram.recordValue(Math.min(LONGEST, (System.nanoTime() - before) / 1_000));
                sent.incrementAndGet();
                progress.rate(sent.get(), (System.nanoTime() - begun) / 1e9, time.toSeconds());
            }
        });
        return new Seen(sent.get(), Duration.ofNanos(System.nanoTime() - begun), histogram);
    }

    /**
     * Open loop: requests leave at a fixed rate whatever the answers do, and a request counts from the moment it should
     * have left, so that a stall is not hidden. For latency.
     */
    static Seen open(int clients, double perSecond, Duration time, Progress progress, Request request) {
        var histogram = new ConcurrentHistogram(LONGEST, 3);
        var sent = new AtomicLong();
        long begun = System.nanoTime();
        long end = begun + time.toNanos();
        double gap = 1e9 * clients / perSecond;
        run(clients, client -> {
            for (int n = 0; ; n++) {
                long due = begun + (long) (gap * (n + (double) client / clients));
                if (due >= end) {
                    return;
                }
                Pause.until(due);
                request.send(client, n);
                histogram.recordValue(Math.min(LONGEST, (System.nanoTime() - due) / 1_000));
                sent.incrementAndGet();
                progress.step("seconds", (System.nanoTime() - begun) / 1_000_000_000, time.toSeconds());
            }
        });
        return new Seen(sent.get(), Duration.ofNanos(System.nanoTime() - begun), histogram);
    }

    private interface Work {
        void run(int client);
    }

    private static void run(int clients, Work work) {
        try (var threads = Executors.newFixedThreadPool(clients)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int client = i;
                running.add(threads.submit(() -> work.run(client)));
            }
            for (Future<?> it : running) {
                it.get();
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
