package vn.dondoc.reporting.obligation;

import java.util.List;
import java.util.Optional;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.reporting.report.Period;

/** The reporting regimes in sight. */
public interface Regimes {

    Optional<Versioned<Regime>> find(AccessScope scope, String province, String code);

    List<Versioned<Regime>> all(AccessScope scope);

    /** Adds a regime, or replaces its rules; periods already opened stay as they are. */
    Receipt define(AccessScope scope, Regime regime, Command command);

    Receipt markOpened(AccessScope scope, Regime regime, Period period, Command command);
}
