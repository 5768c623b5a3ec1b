package vn.dondoc.reporting.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.access.AccessScope;

/** What directives ask to be reported. */
public interface Demands {

    /** Keeps a demand; the same clause twice is kept once. */
    void keep(AccessScope scope, Demand demand);

    /**
     * The clause asks for nothing any more.
     *
     * @param clause {@code null} for all of the directive
     */
    void end(AccessScope scope, String directiveId, @Nullable String clause);

    List<Demand> answeredBy(AccessScope scope, String province, String agency, String period);
}
