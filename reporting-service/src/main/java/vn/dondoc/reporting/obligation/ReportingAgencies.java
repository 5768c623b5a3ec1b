package vn.dondoc.reporting.obligation;

import java.util.List;
import java.util.Optional;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.SaidAt;

/** The agencies as the catalogue last described them. */
public interface ReportingAgencies {

    /** An agency in sight of the scope's province. */
    Optional<ReportingAgency> find(AccessScope scope, String code);

    List<ReportingAgency> ofProvince(AccessScope scope, String province);

    /** Takes over what the catalogue says, unless something later is already known. */
    void learn(AccessScope scope, List<SaidAt<ReportingAgency>> agencies);
}
