package vn.dondoc.peers;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** db-scheduler as its authors measured it: lock and fetch, limits 0.5 and 4.0, 20 threads, polling every 100 ms. */
final class DbSchedulerTimers implements Peer.Timers {

    private final DataSource database;
    private @Nullable CountDownLatch fired;
    private final OneTimeTask<Void> rung = Tasks.oneTime("rung").execute((instance, context) -> count());
    private final Scheduler scheduler;

    DbSchedulerTimers(DataSource database) {
        this.database = database;
        sql("create table scheduled_tasks (task_name text not null, task_instance text not null, task_data bytea,"
                + " execution_time timestamptz not null, picked boolean not null, picked_by text,"
                + " last_success timestamptz, last_failure timestamptz, consecutive_failures int,"
                + " last_heartbeat timestamptz, version bigint not null, priority smallint,"
                + " primary key (task_name, task_instance))");
        sql("create index on scheduled_tasks (execution_time)");
        sql("create index on scheduled_tasks (last_heartbeat)");
        this.scheduler = Scheduler.create(database, rung)
                .threads(20)
                .pollingInterval(Duration.ofMillis(100))
                .pollUsingLockAndFetch(0.5, 4.0)
                .build();
    }

    private void count() {
        CountDownLatch latch = fired;
        if (latch != null) {
            latch.countDown();
        }
    }

    @Override
    public void make(int count, Instant instant, CountDownLatch toFire) {
        fired = toFire;
        Stream<TaskInstance<?>> instances = IntStream.range(0, count).mapToObj(n -> rung.instance("rung-" + n));
        scheduler.scheduleBatch(instances, instant);
        sql("analyze scheduled_tasks");
    }

    @Override
    public void start() {
        scheduler.start();
    }

    @Override
    public long left() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from scheduled_tasks")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void sql(String text) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        scheduler.stop();
    }
}
