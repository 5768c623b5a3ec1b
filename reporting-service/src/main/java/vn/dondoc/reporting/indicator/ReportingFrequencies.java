package vn.dondoc.reporting.indicator;

import java.util.Set;
import vn.dondoc.access.AccessScope;
import vn.dondoc.reporting.report.Period;

/** How often forms are reported on. */
public interface ReportingFrequencies {

    Set<Period.Frequency> of(AccessScope scope, String province, String form);
}
