package vn.dondoc.web;

import static vn.dondoc.access.Role.Names.AUDITOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.access.AccessScope;
import vn.dondoc.messaging.audit.AuditChain;
import vn.dondoc.messaging.audit.Link;

/** The audit of this service, for the auditors of a province. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditController {

    private static final int LONGEST = 300;

    private final AuditChain chain;
    private final JsonMapper json;

    AuditController(AuditChain chain, JsonMapper json) {
        this.chain = chain;
        this.json = json;
    }

    /**
     * A record with its place in the chain.
     *
     * @param n number in the chain of the service and the province, from 1
     * @param record who did or saw what, when, from where, before and after
     * @param text the record as it was hashed
     * @param previous hash of the record before
     * @param hash SHA-256 of previous, the chain's name, n and text, a line each
     */
    record AuditView(long n, Map<String, Object> record, String text, String previous, String hash) {}

    @GetMapping
    @RolesAllowed(AUDITOR)
    Page<AuditView> list(
            AccessScope scope,
            @RequestParam @Nullable @Size(min = 1, max = LONGEST) String by,
            @RequestParam @Nullable @Size(min = 1, max = LONGEST) String thing,
            @SortedBy({AuditChain.LATEST_FIRST, AuditChain.FIRST_FIRST}) Page.Request page) {
        return Page.of(chain.list(scope.province(), by, thing, page.window()), page, this::view);
    }

    private AuditView view(Link it) {
        Map<String, Object> record = json.readValue(it.text(), new TypeReference<>() {});
        return new AuditView(it.n(), record, it.text(), it.previous(), it.hash());
    }
}
