package vn.dondoc.messaging;

/** Words a domain event as its published contract does. One per service aggregate, in its messaging leaf. */
@FunctionalInterface
public interface EventEncoder<E> {

    /** @param aggregateId key of the event, and its subject */
    OutgoingEvent encode(String aggregateId, E event);
}
