package vn.dondoc.notifications.webhook;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.notifications.notice.Notice;

/**
 * Where a machine of a province is told.
 *
 * @param name within the province
 * @param kinds of notices that go there; all if empty
 * @param recipients codes of the agencies whose notices go there; all of the province if empty
 * @param enabled whether anything goes there
 * @param disabledBecause why not, in the words of the endpoint itself if it asked for it; {@code null} if enabled
 * @param secrets the one in force first; then those replaced a short while ago
 */
public record Endpoint(
        String province,
        String name,
        URI address,
        Set<Notice.Kind> kinds,
        Set<String> recipients,
        boolean enabled,
        @Nullable String disabledBecause,
        List<Secret> secrets) {

    /** How long a replaced secret goes on signing beside the new one. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    /** Whoever rotates more often than that within {@link #OVERLAP} means the older ones to end. */
    private static final int MOST_REPLACED = 2;

    private static final String SWITCHED_OFF = "switched off";

    public Endpoint {
        kinds = kinds.stream().collect(Collectors.toCollection(TreeSet::new));
        recipients = new TreeSet<>(recipients);
        secrets = List.copyOf(secrets);
    }

    /** A new one with a secret of its own. */
    public static Endpoint fresh(
            String province,
            String name,
            URI address,
            Set<Notice.Kind> kinds,
            Set<String> recipients,
            boolean enabled) {
        var secrets = List.of(Secret.fresh());
        return new Endpoint(
                province, name, address, kinds, recipients, enabled, enabled ? null : SWITCHED_OFF, secrets);
    }

    /** As the channel names it. */
    public String id() {
        return idOf(province, name);
    }

    public static String idOf(String province, String name) {
        return province + "/" + name;
    }

    public boolean wants(Notice.Kind kind, String recipient) {
        return enabled
                && (kinds.isEmpty() || kinds.contains(kind))
                && (recipients.isEmpty() || recipients.contains(recipient));
    }

    /** Another address or choice; whoever changes an endpoint means it to be used. */
    public Endpoint changed(URI newAddress, Set<Notice.Kind> newKinds, Set<String> newRecipients, boolean nowEnabled) {
        return new Endpoint(
                province,
                name,
                newAddress,
                newKinds,
                newRecipients,
                nowEnabled,
                nowEnabled ? null : SWITCHED_OFF,
                secrets);
    }

    public Endpoint disabled(String because) {
        return new Endpoint(province, name, address, kinds, recipients, false, because, secrets);
    }

    /** Another secret is in force; what was in force signs beside it for {@link #OVERLAP}. */
    public Endpoint rotated(Instant now) {
        List<Secret> all = new ArrayList<>();
        all.add(Secret.fresh());
        secrets.stream()
                .map(it -> it.endingAt(now.plus(OVERLAP)))
                .filter(it -> it.inUse(now))
                .limit(MOST_REPLACED)
                .forEach(all::add);
        return new Endpoint(province, name, address, kinds, recipients, enabled, disabledBecause, all);
    }

    /** The secret in force. */
    public Secret secret() {
        return secrets.getFirst();
    }

    /** Signatures of a message with each secret in use, as the header has them. */
    public String signatures(String id, Instant now, String body) {
        return secrets.stream()
                .filter(it -> it.inUse(now))
                .map(it -> it.sign(id, now.getEpochSecond(), body))
                .collect(Collectors.joining(" "));
    }
}
