package vn.dondoc.messaging.outbox;

import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.time.Duration;
import vn.dondoc.failure.Failure;

/** Tells a database that cannot be reached from one that refused. */
public final class StoreDown {

    private StoreDown() {}

    /** {@link Failure.Unavailable} if the database could not be reached, else the exception itself. */
    public static RuntimeException or(MongoException exception) {
        return switch (exception) {
            case MongoSocketException down -> unavailable(down);
            case MongoTimeoutException down -> unavailable(down);
            case MongoNotPrimaryException down -> unavailable(down);
            case MongoNodeIsRecoveringException down -> unavailable(down);
            case MongoInterruptedException down -> unavailable(down);
            default -> exception;
        };
    }

    private static Failure.Unavailable unavailable(MongoException cause) {
        return new Failure.Unavailable(
                "Cơ sở dữ liệu tạm thời không truy cập được; hãy thử lại với cùng Idempotency-Key.",
                "The database cannot be reached; try again with the same Idempotency-Key.",
                Duration.ofSeconds(5),
                cause);
    }
}
