package vn.dondoc.tasks.task;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a task stands. Each state holds only what it has, and its methods are the steps that lead out of it; what a state
 * has no method for cannot be done in it.
 */
public sealed interface State {

    /** It has to be done. */
    sealed interface Open extends State {

        default Accepted accept() {
            return new Accepted();
        }

        default Reported report(LocalDate on, @Nullable LocalTime at, Product product) {
            return new Reported(on, at, product);
        }

        default Misaddressed refuse(String reason, @Nullable String proposed) {
            return new Misaddressed(reason, proposed);
        }

        default Withdrawn withdraw(LocalDate on, String reason) {
            return new Withdrawn(on, reason);
        }

        default Superseded supersede(LocalDate on, String by) {
            return new Superseded(on, by);
        }

        default HandedOver handOver(LocalDate on, List<String> to) {
            return new HandedOver(on, to);
        }
    }

    /** It was given, and the agency has not said that it knows. */
    record Assigned() implements Open {}

    /** The agency works on it. */
    record Accepted() implements Open {}

    /** What the agency did was not enough. */
    record Returned(String reason) implements Open {}

    /**
     * The agency says that it is not the one; the assigner has to answer, and the clock runs on.
     *
     * @param proposed agency that it says is the one
     */
    record Misaddressed(String reason, @Nullable String proposed) implements Open {

        Assigned insist() {
            return new Assigned();
        }
    }

    /** It is done. */
    sealed interface Done extends State {

        LocalDate on();

        @Nullable
        LocalTime at();

        Product product();

        default Returned sendBack(String reason) {
            return new Returned(reason);
        }
    }

    /** The agency says that it is done. */
    record Reported(LocalDate on, @Nullable LocalTime at, Product product) implements Done {

        Verified verify() {
            return new Verified(on, at, product);
        }
    }

    /** The assigner agrees. */
    record Verified(LocalDate on, @Nullable LocalTime at, Product product) implements Done {}

    /** It need not be done any more. Day and reason are missing only where it was withdrawn before they were kept. */
    record Withdrawn(@Nullable LocalDate on, @Nullable String reason) implements State {}

    /** Its directive gave way to another. */
    record Superseded(LocalDate on, String by) implements State {}

    /**
     * Others carry on.
     *
     * @param on first day on which it is theirs
     * @param to ids of their tasks
     */
    record HandedOver(LocalDate on, List<String> to) implements State {
        public HandedOver {
            to = List.copyOf(to);
        }
    }

    /** What shows that it is done: words, and the paper that answers. */
    record Product(
            @Nullable String evidence,
            @Nullable String number,
            @Nullable LocalDate date) {}
}
