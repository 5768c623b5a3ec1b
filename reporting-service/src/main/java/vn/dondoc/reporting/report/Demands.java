package vn.dondoc.reporting.report;

import java.util.List;
import vn.dondoc.access.AccessScope;

/** What directives ask to be reported. */
public interface Demands {

    /** Keeps a demand; the same clause twice is kept once. */
    void keep(AccessScope scope, Demand demand);

    List<Demand> answeredBy(AccessScope scope, String province, String agency, String period);
}
