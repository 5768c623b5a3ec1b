package vn.dondoc.benchmarks;

/** Something that is measured, on a started system of its own. */
interface Scenario {

    /** One sentence for the table: what is done, with how much. */
    String what();

    /**
     * Measures it once.
     *
     * @throws Wrong if the system did something else than was asked of it
     */
    Measured run(Surroundings surroundings, Progress progress);
}
