package vn.dondoc.reporting.target;

import java.util.List;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Versioned;

/** The targets in sight. */
public interface Targets {

    List<Versioned<Target>> ofProvince(AccessScope scope, String province);

    /** In id order, after {@code afterId}. */
    List<Versioned<Target>> list(AccessScope scope, String afterId, int limit);

    /** Keeps a target as it was decided; one already there is left alone. */
    void keep(AccessScope scope, Target target, Decision<Target, TargetEvent> decision);

    Receipt tie(AccessScope scope, String id, String indicator, Command command);
}
