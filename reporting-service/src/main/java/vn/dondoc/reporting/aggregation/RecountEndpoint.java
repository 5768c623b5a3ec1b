package vn.dondoc.reporting.aggregation;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/** Counts all figures again beside those that are served: {@code /actuator/recount}. For operators. */
@Component
@Endpoint(id = "recount")
class RecountEndpoint {

    private final RecountFigures recount;

    RecountEndpoint(RecountFigures recount) {
        this.recount = recount;
    }

    @ReadOperation
    public Recount progress() {
        return recount.progress();
    }

    @WriteOperation
    public Recount start() {
        return recount.start();
    }
}
