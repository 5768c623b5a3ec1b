package vn.dondoc.notifications.webhook;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Stretch;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.aggregate.Window;

/** The endpoints of a province. */
public interface Endpoints {

    /** Endpoints that a province may have. */
    int MOST = 50;

    Optional<Versioned<Endpoint>> find(AccessScope scope, String province, String name);

    /** Those of a province as they were a moment ago, for who asks at every notice. */
    List<Endpoint> of(AccessScope scope, String province);

    /** By name. */
    Stretch<Versioned<Endpoint>> list(AccessScope scope, Window window);

    /** @throws vn.dondoc.failure.Failure.Conflict if the province has as many as it may */
    Receipt create(AccessScope scope, Endpoint endpoint, Command command);

    Receipt change(AccessScope scope, String province, String name, Command command, UnaryOperator<Endpoint> change);

    void remove(AccessScope scope, String province, String name);
}
