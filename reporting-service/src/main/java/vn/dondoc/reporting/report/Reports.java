package vn.dondoc.reporting.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Stretch;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.aggregate.Window;
import vn.dondoc.reporting.form.Earlier;

/** Reports, owed and filed, within a scope. */
public interface Reports {

    /**
     * What to look for; {@code null} does not narrow.
     *
     * @param dueFrom first of the last days for filing
     * @param dueBefore day after the last of them
     */
    record Filter(
            @Nullable String agency,
            @Nullable String form,
            @Nullable String period,
            Report.@Nullable Status status,
            @Nullable LocalDate dueFrom,
            @Nullable LocalDate dueBefore) {

        public static Filter of(String form, String period) {
            return of(form, period, null);
        }

        public static Filter of(String form, String period, @Nullable String agency) {
            return new Filter(agency, form, period, null, null, null);
        }
    }

    Optional<Versioned<Report>> find(AccessScope scope, String id);

    /** Sorted by {@code due}; with {@code -} the latest due first. */
    Stretch<Versioned<Report>> list(AccessScope scope, Filter filter, Window window);

    /** What the same agency filed on the same form for so many periods before, as far as it counts. */
    Earlier earlier(AccessScope scope, Report report, int periods);

    /** Makes reports owed; those already owed are left alone. */
    void requestAll(AccessScope scope, List<Report> owed);

    /** What an agency owes, named as people name it. */
    record Owed(String form, String period, String agency) {}

    /** Changes what an agency in sight owes. */
    Receipt changeOwed(
            AccessScope scope, Owed owed, Command command, Function<Report, Decision<Report, ReportEvent>> decide);

    Receipt change(
            AccessScope scope, String id, Command command, Function<Report, Decision<Report, ReportEvent>> decide);
}
