package vn.dondoc.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import vn.dondoc.aggregate.Position;
import vn.dondoc.aggregate.Window;
import vn.dondoc.messaging.audit.AuditChain;
import vn.dondoc.messaging.audit.Link;

/** What operators did here, which belongs to no province: {@code /actuator/audit}, the first first. */
@Endpoint(id = "audit")
final class AuditEndpoint {

    private static final int AT_ONCE = 200;

    private final AuditChain chain;

    AuditEndpoint(AuditChain chain) {
        this.chain = chain;
    }

    /** @param after number of the last record of the page before; absent from the start */
    @ReadOperation
    List<Link> audit(@Nullable Long after) {
        String position = after == null ? "" : Position.ofId(String.valueOf(after));
        var window = new Window(AuditChain.FIRST_FIRST, position, AT_ONCE, false);
        return chain.list(AuditChain.NO_PROVINCE, null, null, window).items();
    }
}
