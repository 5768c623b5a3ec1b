package vn.dondoc.tasks.series;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.Versioned;

/** All duties that come round. */
public interface AllSeries {

    /** Those already there are left alone. */
    void beginAll(AccessScope scope, List<Series> series);

    /** Those whose next occurrence is given by {@code day}, the earliest first. */
    List<Versioned<Series>> openingBy(AccessScope scope, LocalDate day, int limit);

    /** Those of a directive. */
    List<Versioned<Series>> of(AccessScope scope, String directiveId);

    /** Those of an agency. */
    List<Versioned<Series>> ofAgency(AccessScope scope, String province, String agency);

    void change(AccessScope scope, String id, Command command, Function<Series, Decision<Series, Series.Never>> decide);

    /** How many were as they were read, and are written. */
    int changeAll(AccessScope scope, List<Change> changes);

    /** A decision on a series as it was read. */
    record Change(Versioned<Series> before, Decision<Series, Series.Never> decision) {}
}
