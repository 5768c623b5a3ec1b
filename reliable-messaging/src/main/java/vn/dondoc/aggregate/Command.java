package vn.dondoc.aggregate;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and how a retry of the same request is told from a new one.
 *
 * @param key unique per intention of one caller and per aggregate that it changes; repeated by retries
 * @param fingerprint digest of what was asked, so that one key cannot stand for two requests
 * @param expectedVersion version the caller decided on, from If-Match; empty when the caller does not care
 * @param actor role or system that acts, never a person's name
 * @param callersKey what the caller gave the intention as its key, whatever it changes; {@code null} if no caller asks
 */
public record Command(
        String key,
        String fingerprint,
        OptionalLong expectedVersion,
        String actor,
        @Nullable String callersKey) {

    /** A command of a caller, who repeats it under the same key. */
    public static Command of(String key, String fingerprint, OptionalLong expectedVersion, String actor) {
        return new Command(key, fingerprint, expectedVersion, actor, key);
    }

    /** The key of an intention, of a caller who knows it by their own. */
    public static String keyOf(String actor, String own) {
        return actor + ":" + own;
    }

    /** A command that an event caused: the event's id makes it repeatable. */
    public static Command causedBy(String eventId, String policy) {
        return new Command(eventId + "/" + policy, policy, OptionalLong.empty(), policy, null);
    }

    /** The share of this command that concerns one of many records. */
    public Command partOf(String record) {
        return new Command(key + "/" + record, fingerprint, OptionalLong.empty(), actor, callersKey);
    }
}
