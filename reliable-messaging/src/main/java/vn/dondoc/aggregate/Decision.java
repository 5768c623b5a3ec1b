package vn.dondoc.aggregate;

import java.util.List;

/** The outcome of a command: the state after it, and what happened. No events means that nothing changed. */
public record Decision<S, E>(S state, List<E> events) {

    public Decision {
        events = List.copyOf(events);
    }

    @SafeVarargs
    public static <S, E> Decision<S, E> of(S state, E... events) {
        return new Decision<>(state, List.of(events));
    }

    public boolean changesNothing() {
        return events.isEmpty();
    }
}
