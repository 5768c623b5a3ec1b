package vn.dondoc.reporting.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Versioned;

/** Reports, owed and filed, within a scope. */
public interface Reports {

    /** What to look for; {@code null} does not narrow. */
    record Filter(
            @Nullable String agency,
            @Nullable String form,
            @Nullable String period) {}

    Optional<Versioned<Report>> find(AccessScope scope, String id);

    /** The latest due first, after {@code after}, an encoded {@link vn.dondoc.aggregate.Position}; empty from the start. */
    List<Versioned<Report>> list(AccessScope scope, Filter filter, String after, int limit);

    /** Makes reports owed; those already owed are left alone. */
    void requestAll(AccessScope scope, List<Report> owed);

    /** Changes what the caller's own agency owes, named as people name it: by form and period. */
    Receipt changeOwed(
            AccessScope scope,
            String form,
            String period,
            Command command,
            Function<Report, Decision<Report, ReportEvent>> decide);

    Receipt change(
            AccessScope scope, String id, Command command, Function<Report, Decision<Report, ReportEvent>> decide);
}
