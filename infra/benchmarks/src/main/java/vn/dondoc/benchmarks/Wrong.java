package vn.dondoc.benchmarks;

/** The system did something else than it was asked to, so its figures are worth nothing. */
final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Wrong(String what) {
        super(what);
    }
}
