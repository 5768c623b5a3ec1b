package vn.dondoc.documents.format;

/**
 * What is left of the limits while one file is read. One allowance goes with a file into everything it contains, so that
 * nesting buys nothing.
 */
public final class Allowance {

    private final Limits limits;
    private final long deadline;
    private long expanded;
    private long entries;
    private int ticks;

    public Allowance(Limits limits) {
        this.limits = limits;
        this.deadline = System.nanoTime() + limits.maxTime().toNanos();
    }

    Limits limits() {
        return limits;
    }

    /** Bytes that decompression or decoding is about to give. */
    public void expand(long bytes) {
        expanded += bytes;
        if (expanded > limits.maxExpandedBytes()) {
            throw Refusal.EXPANDS_TOO_FAR.beyond(limits.maxExpandedBytes());
        }
    }

    /** Refuses at once what already declares too much, without charging it. */
    void couldExpand(long bytes) {
        if (expanded + bytes > limits.maxExpandedBytes()) {
            throw Refusal.EXPANDS_TOO_FAR.beyond(limits.maxExpandedBytes());
        }
    }

    public void entries(long count) {
        entries += count;
        if (entries > limits.maxEntries()) {
            throw Refusal.TOO_MANY_ENTRIES.because("> " + limits.maxEntries());
        }
    }

    void checkTime() {
        if (System.nanoTime() - deadline > 0) {
            throw Refusal.TOO_SLOW.because(limits.maxTime().toSeconds() + " s");
        }
    }

    /** For inner loops: looks at the clock every so often. */
    public void tick() {
        if ((++ticks & 0x3FF) == 0) {
            checkTime();
        }
    }
}
