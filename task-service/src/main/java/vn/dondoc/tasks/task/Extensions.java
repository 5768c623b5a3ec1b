package vn.dondoc.tasks.task;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Extensions (gia hạn) of a task.
 *
 * @param asked the one that waits for its answer
 */
public record Extensions(@Nullable Request asked, int granted, int refused) {

    public static final Extensions NONE = new Extensions(null, 0, 0);

    /** An agency asks for more time. */
    public record Request(LocalDate dueOn, String reason, String actor, Instant at) {}

    Extensions ask(Request request) {
        return new Extensions(request, granted, refused);
    }

    Extensions grant() {
        return new Extensions(null, granted + 1, refused);
    }

    Extensions refuse() {
        return new Extensions(null, granted, refused + 1);
    }
}
