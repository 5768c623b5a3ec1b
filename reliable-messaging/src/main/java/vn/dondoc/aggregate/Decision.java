package vn.dondoc.aggregate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a command: the state after it, and what happened.
 *
 * @param changed whether there is anything to write; a change need not be news to anybody else
 * @param cause what it was decided on; kept here, because many decisions may be written together later
 */
public record Decision<S, E>(
        S state, List<E> events, boolean changed, @Nullable CausedBy cause) {

    public Decision {
        events = List.copyOf(events);
    }

    /** The state changed, and these events say how. */
    @SafeVarargs
    public static <S, E> Decision<S, E> of(S state, E... events) {
        return new Decision<>(state, List.of(events), true, CausedBy.current());
    }

    /** The state changed, and it is nobody else's concern. */
    public static <S, E> Decision<S, E> quietly(S state) {
        return new Decision<>(state, List.of(), true, CausedBy.current());
    }

    /** Nothing to do: what was asked for already holds. */
    public static <S, E> Decision<S, E> nothing(S state) {
        return new Decision<>(state, List.of(), false, CausedBy.current());
    }
}
