package vn.dondoc.messaging;

import vn.dondoc.contract.Contracts;

/**
 * An event as its contract words it, before it has a place in its aggregate's sequence.
 *
 * @param topic where it goes
 * @param type logical name with version, such as {@code vn.dondoc.task.assigned.v1}
 * @param province code of the province it belongs to
 * @param data JSON
 */
public record OutgoingEvent(String topic, String type, String province, String data) {

    /**
     * Of a contract record.
     *
     * @param province code of the province it belongs to
     */
    public static OutgoingEvent of(String province, Record data) {
        return new OutgoingEvent(
                Contracts.topicOf(data.getClass()).topicName(),
                Contracts.typeOf(data.getClass()),
                province,
                Contracts.json().writeValueAsString(data));
    }
}
