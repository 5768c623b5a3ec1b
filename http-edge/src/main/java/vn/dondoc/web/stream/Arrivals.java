package vn.dondoc.web.stream;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells those who wait for something, such as what comes into an inbox, that it has come. Only a hint, of this process alone: who waits looks
 * into the store from time to time all the same.
 */
public class Arrivals {

    private final Map<String, Set<Runnable>> waiting = new ConcurrentHashMap<>();

    /** Runs {@code hint} whenever something came in, until it is {@link #forget forgotten}; it must be quick. */
    public void waitFor(String awaited, Runnable hint) {
        waiting.compute(awaited, (any, known) -> {
            Set<Runnable> all = known == null ? ConcurrentHashMap.newKeySet() : known;
            all.add(hint);
            return all;
        });
    }

    public void forget(String awaited, Runnable hint) {
        waiting.computeIfPresent(awaited, (any, known) -> {
            known.remove(hint);
            return known.isEmpty() ? null : known;
        });
    }

    public void came(Collection<String> awaited) {
        for (String it : awaited) {
            waiting.getOrDefault(it, Set.of()).forEach(Runnable::run);
        }
    }
}
