package vn.dondoc.tasks.deadline;

import java.time.Instant;
import java.util.Optional;

/** What time it is where tasks are stored. */
@FunctionalInterface
public interface StoreClock {

    /** Empty if the store does not say. */
    Optional<Instant> now();
}
