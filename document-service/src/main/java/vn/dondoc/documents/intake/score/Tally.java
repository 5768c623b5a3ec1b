package vn.dondoc.documents.intake.score;

/** What was to be found, what was found, and what of it was right. */
final class Tally {

    private int expected;
    private int found;
    private int right;

    void add(int expected, int found, int right) {
        this.expected += expected;
        this.found += found;
        this.right += right;
    }

    int expected() {
        return expected;
    }

    int found() {
        return found;
    }

    /** 1 where nothing was found, since nothing was wrong. */
    double precision() {
        return found == 0 ? 1 : (double) right / found;
    }

    /** 1 where there was nothing to find. */
    double recall() {
        return expected == 0 ? 1 : (double) right / expected;
    }

    double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }
}
