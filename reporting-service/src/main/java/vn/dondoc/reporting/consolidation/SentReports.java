package vn.dondoc.reporting.consolidation;

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

/** Consolidated reports that were sent: for those of the province, and for agencies that sent one or were sent it. */
public interface SentReports {

    Receipt send(AccessScope scope, SentReport report, Command command);

    Optional<Versioned<SentReport>> find(AccessScope scope, String id);

    /**
     * Sorted by {@code -sent}, the latest first, or {@code sent}.
     *
     * @param form {@code null} for all
     * @param period {@code null} for all; of a form alone
     */
    Stretch<Versioned<SentReport>> list(
            AccessScope scope, @Nullable String form, @Nullable String period, Window window);

    Receipt change(
            AccessScope scope,
            String id,
            Command command,
            Function<SentReport, Decision<SentReport, ConsolidationEvent>> decide);
}
