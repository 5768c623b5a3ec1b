package vn.dondoc.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import vn.dondoc.embedded.store.Lookup;

/**
 * No query without an index. The embedded store tells what every query cost; a test in whose time one looked at many more
 * documents than it gave back, filtered without an index or sorted in memory fails, naming collection, filter and sort.
 * Registered for every test that has this module on its class path.
 */
public final class LookupRules implements AfterEachCallback, AfterAllCallback {

    /** Looking at this many is never worth an index. */
    private static final long FEW = 32;

    private static final long MOST_FOR_EACH_GIVEN_BACK = 4;

    private static final ConcurrentLinkedQueue<String> broken = new ConcurrentLinkedQueue<>();

    private static volatile boolean registered;

    public LookupRules() {
        registered = true;
    }

    /** Told of every query of the embedded store. Without the extension the rules would be kept by nobody. */
    static Lookup.Listener listener() {
        if (!registered) {
            throw new IllegalStateException(
                    "LookupRules is not registered: junit.jupiter.extensions.autodetection.enabled");
        }
        return LookupRules::check;
    }

    static void check(Lookup it) {
        if (it.collection().contains(".system.")) {
            return;
        }
        boolean filtered = !it.filter().isEmpty();
        if (filtered && it.index() == null) {
            broken.add("no index: " + it);
        } else if (it.sort() != null && !it.sorted()) {
            broken.add("sorted in memory: " + it);
        } else if (it.lookedAt() > FEW + MOST_FOR_EACH_GIVEN_BACK * it.gaveBack()) {
            broken.add("looks at many more than it gives back: " + it);
        }
    }

    @Override
    public void afterEach(ExtensionContext test) {
        failIfBroken(test);
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        failIfBroken(tests);
    }

    private static void failIfBroken(ExtensionContext context) {
        List<String> found = new ArrayList<>();
        for (String it = broken.poll(); it != null; it = broken.poll()) {
            if (!found.contains(it)) {
                found.add(it);
            }
        }
        if (!found.isEmpty()) {
            throw new AssertionError(
                    context.getDisplayName() + ": queries that no index serves\n  " + String.join("\n  ", found));
        }
    }
}
