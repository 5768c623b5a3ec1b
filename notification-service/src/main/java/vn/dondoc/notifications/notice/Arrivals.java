package vn.dondoc.notifications.notice;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Tells those who wait for what comes into an inbox that something has. Only a hint, of this process alone: who waits looks
 * into the store from time to time all the same.
 */
@Component
public class Arrivals {

    private final Map<String, Set<Runnable>> waiting = new ConcurrentHashMap<>();

    /** Runs {@code hint} whenever something came in, until it is {@link #forget forgotten}; it must be quick. */
    public void waitFor(String recipient, Runnable hint) {
        waiting.compute(recipient, (any, known) -> {
            Set<Runnable> all = known == null ? ConcurrentHashMap.newKeySet() : known;
            all.add(hint);
            return all;
        });
    }

    public void forget(String recipient, Runnable hint) {
        waiting.computeIfPresent(recipient, (any, known) -> {
            known.remove(hint);
            return known.isEmpty() ? null : known;
        });
    }

    public void came(Collection<String> recipients) {
        for (String recipient : recipients) {
            waiting.getOrDefault(recipient, Set.of()).forEach(Runnable::run);
        }
    }
}
