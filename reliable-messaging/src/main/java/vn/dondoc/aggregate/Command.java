package vn.dondoc.aggregate;

import java.util.OptionalLong;

/**
 * Who asks, and how a retry of the same request is told from a new one.
 *
 * @param key unique per intention of one caller; repeated by retries
 * @param fingerprint digest of what was asked, so that one key cannot stand for two requests
 * @param expectedVersion version the caller decided on, from If-Match; empty when the caller does not care
 * @param actor role or system that acts, never a person's name
 */
public record Command(String key, String fingerprint, OptionalLong expectedVersion, String actor) {

    /** A command that an event caused: the event's id makes it repeatable. */
    public static Command causedBy(String eventId, String policy) {
        return new Command(eventId + "/" + policy, policy, OptionalLong.empty(), policy);
    }

    /** The share of this command that concerns one of many records. */
    public Command partOf(String record) {
        return new Command(key + "/" + record, fingerprint, OptionalLong.empty(), actor);
    }
}
