package vn.dondoc.messaging;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;

/** Tells many writes of which some met what was there already from writes that went wrong. */
public final class AlreadyThere {

    private AlreadyThere() {}

    /** Whether nothing else happened; not if a replica set may not have kept what it took. */
    public static boolean only(MongoBulkWriteException partly) {
        return partly.getWriteConcernError() == null
                && !partly.getWriteErrors().isEmpty()
                && partly.getWriteErrors().stream()
                        .allMatch(it -> ErrorCategory.fromErrorCode(it.getCode()) == ErrorCategory.DUPLICATE_KEY);
    }
}
