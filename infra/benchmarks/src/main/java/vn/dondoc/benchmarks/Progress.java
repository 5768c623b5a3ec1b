package vn.dondoc.benchmarks;

/** A line on the standard error that says where a long run is; at most two a second. */
final class Progress {

    private static final long NANOS_BETWEEN = 500_000_000;

    private final String scenario;
    private long next = System.nanoTime();

    Progress(String scenario) {
        this.scenario = scenario;
    }

    synchronized void step(String what, long done, long of) {
        long now = System.nanoTime();
        if (now - next >= 0 || done == of) {
            next = now + NANOS_BETWEEN;
            System.err.printf("· %s: %s %,d / %,d%n", scenario, what, done, of);
        }
    }

    void say(String line) {
        System.err.println("· " + scenario + ": " + line);
    }
}
