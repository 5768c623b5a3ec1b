package vn.dondoc.messaging.inbox;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vn.dondoc.contract.Contracts;
import vn.dondoc.contract.Topic;
import vn.dondoc.messaging.ReceivedEvent;

/**
 * What a service does with the events of one topic: a handler per type, and the types it knows and lets pass. Any other
 * type is parked, so that a new event is noticed rather than lost.
 */
public final class Subscription {

    private final String topic;
    private final Map<String, Handler<?>> handlers = new HashMap<>();
    private final Set<String> ignored = new HashSet<>();
    private final Set<String> types;
    private boolean once;

    private Subscription(String topic, Set<String> types) {
        this.topic = topic;
        this.types = types;
    }

    /**
     * How events of one type are handled.
     *
     * @param together whether the events that stand together in a batch are handed over at once
     */
    record Handler<D>(Class<D> data, boolean together, Consumer<List<ReceivedEvent<D>>> action) {}

    /** To a topic of the contract; each of its types must be handled or let pass, and no other. */
    public static Subscription to(Topic topic) {
        return new Subscription(topic.topicName(), Set.copyOf(Contracts.typesOn(topic)));
    }

    /** To a topic beside the contract, with whatever types. */
    public static Subscription to(String topic) {
        return new Subscription(topic, Set.of());
    }

    /** Handles events of the contract one by one. */
    public <D> Subscription on(Class<D> event, Consumer<ReceivedEvent<D>> action) {
        return on(Contracts.typeOf(event), event, action);
    }

    /** Handles events of the contract that stand together at once, as {@link #onAll(String, Class, Consumer)}. */
    public <D> Subscription onAll(Class<D> event, Consumer<List<ReceivedEvent<D>>> action) {
        return onAll(Contracts.typeOf(event), event, action);
    }

    /**
     * Lets pass what was handled before, however long ago. For effects that a later event may have changed since, so that the
     * earlier one heard again would undo them.
     */
    public Subscription once() {
        once = true;
        return this;
    }

    boolean isOnce() {
        return once;
    }

    /** Lets these events of the contract pass on purpose. */
    public Subscription ignoring(Class<?>... events) {
        return ignoring(Stream.of(events).map(Contracts::typeOf).toArray(String[]::new));
    }

    /** @throws IllegalStateException naming the types of the topic that are forgotten, and those that are not of it */
    void requireComplete() {
        if (types.isEmpty()) {
            return;
        }
        Set<String> told = new TreeSet<>(handlers.keySet());
        told.addAll(ignored);
        Set<String> forgotten = new TreeSet<>(types);
        forgotten.removeAll(told);
        told.removeAll(types);
        if (!forgotten.isEmpty() || !told.isEmpty()) {
            throw new IllegalStateException(topic + ": forgotten are " + forgotten + ", of another topic are " + told);
        }
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
