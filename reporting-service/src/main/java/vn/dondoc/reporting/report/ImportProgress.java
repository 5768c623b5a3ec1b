package vn.dondoc.reporting.report;

import java.util.Optional;
import vn.dondoc.access.AccessScope;

/** How far tables are that are being taken in, for whoever sent them. */
public interface ImportProgress {

    /**
     * @param rows of the table
     * @param done rows that were looked at
     * @param taken reports that were filled in or filed
     * @param finished whether all were
     */
    record Progress(int rows, int done, int taken, boolean finished) {}

    /**
     * Keeps it in place of what was said of an earlier table.
     *
     * @param key that the table was sent under, of this caller
     */
    void say(AccessScope scope, String key, Progress progress);

    /** Of the table that the caller sent last. */
    Optional<Progress> find(AccessScope scope, String key);
}
