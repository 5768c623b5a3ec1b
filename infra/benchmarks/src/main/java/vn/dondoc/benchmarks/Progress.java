package vn.dondoc.benchmarks;

/** A line on the standard error that says where a long run is; at most two a second. */
final class Progress {

    private static final long NANOS_BETWEEN = 500_000_000;

    private final String scenario;
    private long next = System.nanoTime();
    private double ratedAt;
    private long ratedDone;

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

    /** How fast it goes at the moment, every ten seconds. */
    synchronized void rate(long done, double seconds, long of) {
        if (seconds - ratedAt >= 10) {
            System.err.printf(
                    "· %s: %,.0f s of %,d, %,.0f a second%n",
                    scenario, seconds, of, (done - ratedDone) / (seconds - ratedAt));
            ratedAt = seconds;
            ratedDone = done;
        } else if (seconds < ratedAt) {
            ratedAt = 0;
            ratedDone = 0;
        }
    }

    void say(String line) {
        System.err.println("· " + scenario + ": " + line);
    }
}
