package vn.dondoc.reporting.indicator;

import java.util.List;
import java.util.Optional;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Versioned;

/** Definitions of indicators, within a scope. */
public interface Indicators {

    Optional<Versioned<Indicator>> find(AccessScope scope, String province, String code);

    List<Indicator> ofProvince(AccessScope scope, String province);

    /** Adds an indicator, or replaces its definition; figures are computed again. */
    Receipt define(AccessScope scope, Indicator indicator, Command command);
}
