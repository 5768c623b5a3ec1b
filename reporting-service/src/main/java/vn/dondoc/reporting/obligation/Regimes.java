package vn.dondoc.reporting.obligation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Stretch;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.aggregate.Window;
import vn.dondoc.reporting.report.Period;

/** The reporting regimes in sight. */
public interface Regimes {

    Optional<Versioned<Regime>> find(AccessScope scope, String province, String code);

    /**
     * Of the scope's province, sorted by {@code code}; with {@code -} from the end.
     *
     * @param form that is reported on; {@code null} for all
     * @param frequency {@code null} for all
     */
    Stretch<Versioned<Regime>> list(
            AccessScope scope, @Nullable String form, Period.@Nullable Frequency frequency, Window window);

    List<Versioned<Regime>> all(AccessScope scope);

    List<Regime> ofForm(AccessScope scope, String province, String form);

    /** Adds a regime, or replaces its rules; periods already opened stay as they are. */
    Receipt define(AccessScope scope, Regime regime, Command command);

    Receipt markOpened(AccessScope scope, Regime regime, Period period, Command command);
}
