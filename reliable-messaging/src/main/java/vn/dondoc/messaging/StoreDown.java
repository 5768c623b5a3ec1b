package vn.dondoc.messaging;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import java.time.Duration;
import vn.dondoc.failure.Failure;

/** Tells a database that cannot be reached, or has no room, from one that refused. */
public final class StoreDown {

    private static final int OUT_OF_DISK_SPACE = 14031;

    private StoreDown() {}

    /** {@link Failure.Unavailable} if the database could not be reached, else the exception itself. */
    public static RuntimeException or(MongoException exception) {
        return switch (exception) {
            case MongoSocketException down -> unavailable(down);
            case MongoTimeoutException down -> unavailable(down);
            case MongoNotPrimaryException down -> unavailable(down);
            case MongoNodeIsRecoveringException down -> unavailable(down);
            case MongoInterruptedException down -> unavailable(down);
            case MongoWriteConcernException unsure -> unavailable(unsure);
            case MongoBulkWriteException unsure when unsure.getWriteConcernError() != null -> unavailable(unsure);
            case MongoWriteException full when full.getCode() == OUT_OF_DISK_SPACE -> noRoom(full);
            case MongoCommandException full when full.getCode() == OUT_OF_DISK_SPACE -> noRoom(full);
            case MongoBulkWriteException full
            when full.getWriteErrors().stream().anyMatch(it -> it.getCode() == OUT_OF_DISK_SPACE) -> noRoom(full);
            default -> exception;
        };
    }

    private static Failure.Unavailable noRoom(MongoException cause) {
        return new Failure.Unavailable(Duration.ofSeconds(30), cause, "messaging.disk-full");
    }

    private static Failure.Unavailable unavailable(MongoException cause) {
        return new Failure.Unavailable(Duration.ofSeconds(5), cause, "messaging.store-down");
    }
}
