package vn.dondoc.peers;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Lets timers become due at one instant and prints on its last line in how many seconds after it all had fired. */
public final class Peer {

    private static final Duration LONGEST = Duration.ofMinutes(8);

    private Peer() {}

    /** What is measured. */
    interface Timers extends AutoCloseable {

        /** Makes timers that are due at {@code instant}; each counts down {@code fired}. */
        void make(int count, Instant instant, CountDownLatch fired);

        /** Starts firing what is due. */
        void start();

        /** How many are left in the database. */
        long left();

        @Override
        void close();
    }

    /** @param args flowable or db-scheduler, the JDBC URL, how many timers, seconds between their making and their instant */
    public static void main(String[] args) throws InterruptedException {
        int count = Integer.parseInt(args[2]);
        Instant instant = Instant.now().plusSeconds(Long.parseLong(args[3]));
        var fired = new CountDownLatch(count);
        try (var pool = new HikariDataSource()) {
            pool.setJdbcUrl(args[1]);
            pool.setMaximumPoolSize(24);
            try (Timers timers = of(args[0], pool)) {
                timers.make(count, instant, fired);
                Duration left = Duration.between(Instant.now(), instant);
                if (left.isNegative()) {
                    throw new IllegalStateException("the timers were made " + left.negated() + " after they were due");
                }
                System.err.println("made; due in " + left.toSeconds() + " s");
                timers.start();
                if (!fired.await(left.plus(LONGEST).toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException(fired.getCount() + " timers did not fire");
                }
                double seconds = Duration.between(instant, Instant.now()).toMillis() / 1e3;
                for (int looks = 0; timers.left() > 0 && looks < 100; looks++) {
                    TimeUnit.MILLISECONDS.sleep(100);
                }
                if (timers.left() > 0) {
                    throw new IllegalStateException(timers.left() + " timers fired and are still there");
                }
                System.out.println(seconds);
            }
        }
    }

    private static Timers of(String name, DataSource pool) {
        return switch (name) {
            case "flowable" -> new FlowableTimers(pool);
            case "db-scheduler" -> new DbSchedulerTimers(pool);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
