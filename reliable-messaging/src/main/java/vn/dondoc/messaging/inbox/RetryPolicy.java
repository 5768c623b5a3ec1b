package vn.dondoc.messaging.inbox;

import com.mongodb.MongoException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;
import vn.dondoc.failure.Failure;
import vn.dondoc.messaging.StoreDown;

/**
 * What a failure means for a record. A dependency that is down: again and again, nothing skipped, nothing committed. Not
 * there yet: a bounded number of retries, then parked. Bad content, a rule that refuses it, or a bug that fails on the
 * same content the same way: parked at once, without retries in front of everyone.
 */
final class RetryPolicy {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final int RETRIES = 6;

    /** What fails on the same content the same way each time. */
    private static final List<Class<? extends RuntimeException>> FAIL_ALIKE = List.of(
            IllegalArgumentException.class,
            DateTimeException.class,
            ArithmeticException.class,
            NullPointerException.class);

    private RetryPolicy() {}

    static DefaultErrorHandler errorHandler(Parking parking) {
        var handler = new DefaultErrorHandler(
                (record, exception) -> parking.park(ArrivedRecord.of(record), reason(exception)), bounded());
        handler.setBackOffFunction(RetryPolicy::backOff);
        handler.setCommitRecovered(true);
        handler.setLogLevel(org.springframework.kafka.KafkaException.Level.DEBUG);
        return handler;
    }

    private static BackOff backOff(ConsumerRecord<?, ?> record, Exception exception) {
        return switch (kind(exception)) {
            case BAD -> new FixedBackOff(0, 0);
            case DOWN -> unbounded();
            case NOT_YET -> bounded();
        };
    }

    enum Kind {
        BAD,
        NOT_YET,
        DOWN
    }

    static Kind kind(Throwable exception) {
        for (Throwable it = exception; it != null; it = it.getCause()) {
            switch (it) {
                case Inbox.MustBeParked bad -> {
                    return Kind.BAD;
                }
                case Failure failure -> {
                    return kind(failure);
                }
                case MongoException mongo
                when StoreDown.or(mongo) instanceof Failure.Unavailable -> {
                    return Kind.DOWN;
                }
                case DataAccessResourceFailureException down -> {
                    return Kind.DOWN;
                }
                case KafkaException down -> {
                    return Kind.DOWN;
                }
                case RuntimeException bad
                when FAIL_ALIKE.stream().anyMatch(type -> type.isInstance(bad)) -> {
                    return Kind.BAD;
                }
                default -> {}
            }
        }
        return Kind.NOT_YET;
    }

    private static Kind kind(Failure failure) {
        return switch (failure) {
            case Failure.Unavailable down -> Kind.DOWN;
            case Failure.TooMany busy -> Kind.DOWN;
            case Failure.NotFound notYet -> Kind.NOT_YET;
            case Failure.Stale again -> Kind.NOT_YET;
            case Failure.Invalid bad -> Kind.BAD;
            case Failure.TooLarge bad -> Kind.BAD;
            case Failure.Forbidden bad -> Kind.BAD;
            case Failure.Conflict bad -> Kind.BAD;
            case Failure.Rejected bad -> Kind.BAD;
        };
    }

    /** In few words, for who has to mend it. */
    static String reason(@Nullable Throwable exception) {
        Throwable root = exception;
        while (root != null
                && root.getCause() != null
                && !(root instanceof Failure)
                && !(root instanceof Inbox.MustBeParked)) {
            root = root.getCause();
        }
        return root == null ? "unknown" : root.getClass().getSimpleName() + ": " + root.getMessage();
    }

    private static BackOff bounded() {
        var backOff = new ExponentialBackOff(FIRST_PAUSE.toMillis(), 2);
        backOff.setMaxInterval(LONGEST_PAUSE.toMillis());
        backOff.setMaxAttempts(RETRIES);
        return backOff;
    }

    private static BackOff unbounded() {
        var backOff = new ExponentialBackOff(FIRST_PAUSE.toMillis(), 2);
        backOff.setMaxInterval(LONGEST_PAUSE.toMillis());
        return backOff;
    }
}
