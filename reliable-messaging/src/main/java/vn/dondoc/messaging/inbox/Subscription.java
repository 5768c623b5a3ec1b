package vn.dondoc.messaging.inbox;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import vn.dondoc.messaging.ReceivedEvent;

/**
 * What a service does with the events of one topic: a handler per type, and the types it knows and lets pass. Any other
 * type is parked, so that a new event is noticed rather than lost.
 */
public final class Subscription {

    private final String topic;
    private final Map<String, Handler<?>> handlers = new HashMap<>();
    private final Set<String> ignored = new HashSet<>();

    private Subscription(String topic) {
        this.topic = topic;
    }

    /**
     * How events of one type are handled.
     *
     * @param together whether the events that stand together in a batch are handed over at once
     */
    record Handler<D>(Class<D> data, boolean together, Consumer<List<ReceivedEvent<D>>> action) {}

    public static Subscription to(String topic) {
        return new Subscription(topic);
    }

    /** Handles events of {@code type}, whose data is read as {@code data}. */
    public <D> Subscription on(String type, Class<D> data, Consumer<ReceivedEvent<D>> action) {
        handlers.put(type, new Handler<>(data, false, events -> events.forEach(action)));
        return this;
    }

    /**
     * Handles events of {@code type} that stand together at once, in their order, so that they can be read and written in
     * bulk. If that fails they are handed over again one by one, so the effect of each must be its own and carry its
     * evidence, as everywhere.
     */
    public <D> Subscription onAll(String type, Class<D> data, Consumer<List<ReceivedEvent<D>>> action) {
        handlers.put(type, new Handler<>(data, true, action));
        return this;
    }

    /** Lets these types pass on purpose. */
    public Subscription ignoring(String... types) {
        ignored.addAll(Set.of(types));
        return this;
    }

    String topic() {
        return topic;
    }

    boolean ignores(String type) {
        return ignored.contains(type);
    }

    @org.jspecify.annotations.Nullable
    Handler<?> handler(String type) {
        return handlers.get(type);
    }
}
