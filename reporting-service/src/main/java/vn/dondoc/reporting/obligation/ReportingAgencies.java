package vn.dondoc.reporting.obligation;

import java.util.List;
import vn.dondoc.access.AccessScope;

/** The agencies as the catalogue last described them. */
public interface ReportingAgencies {

    List<ReportingAgency> ofProvince(AccessScope scope, String province);

    /**
     * Takes over what the catalogue says, unless something later is already known.
     *
     * @param sequence of the catalogue's event for this agency
     */
    void learn(AccessScope scope, ReportingAgency agency, long sequence);
}
