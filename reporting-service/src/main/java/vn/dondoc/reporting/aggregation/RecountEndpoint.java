package vn.dondoc.reporting.aggregation;

import org.jspecify.annotations.Nullable;
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

    /** @param takeOver whether what is counted is to be served in the end; absent for no */
    @WriteOperation
    public Recount start(@Nullable Boolean takeOver) {
        return recount.start(Boolean.TRUE.equals(takeOver));
    }
}
