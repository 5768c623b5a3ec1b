package vn.dondoc.notifications.webhook.web;

import static vn.dondoc.access.Role.Names.ADMIN;
import static vn.dondoc.access.Role.Names.AUDITOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.failure.Failure;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.webhook.Endpoint;
import vn.dondoc.notifications.webhook.Endpoints;
import vn.dondoc.notifications.webhook.Reach;
import vn.dondoc.web.Answers;
import vn.dondoc.web.Code;
import vn.dondoc.web.Page;
import vn.dondoc.web.SortedBy;

@RestController
@RequestMapping("/api/v1/webhooks")
class WebhookController {

    private final Endpoints endpoints;
    private final Reach reach;
    private final Clock clock;

    WebhookController(Endpoints endpoints, Reach reach, Clock clock) {
        this.endpoints = endpoints;
        this.reach = reach;
        this.clock = clock;
    }

    /**
     * @param address beginning with {@code https://}
     * @param kinds of notices that go there; all if absent or empty
     * @param recipients codes of the agencies whose notices go there; all of the province if absent or empty
     * @param enabled {@code true} if absent
     */
    record WebhookRequest(
            @NotBlank @Size(max = 500) String address,
            @Nullable @Size(max = 60) List<Notice.@NotNull Kind> kinds,
            @Nullable @Size(max = 500) List<@NotNull @Size(min = 1, max = 60) String> recipients,
            @Nullable Boolean enabled) {}

    /**
     * An endpoint.
     *
     * @param secret only in the answer that made it
     */
    record WebhookView(
            String name,
            String address,
            List<Notice.Kind> kinds,
            List<String> recipients,
            boolean enabled,
            @Nullable String disabledBecause,
            @Nullable String secret) {

        static WebhookView of(Endpoint it, boolean withSecret) {
            return new WebhookView(
                    it.name(),
                    it.address().toString(),
                    List.copyOf(it.kinds()),
                    List.copyOf(it.recipients()),
                    it.enabled(),
                    it.disabledBecause(),
                    withSecret ? it.secret().text() : null);
        }
    }

    @GetMapping
    @RolesAllowed({ADMIN, AUDITOR})
    Page<WebhookView> list(AccessScope scope, @SortedBy("name") Page.Request page) {
        return Page.of(endpoints.list(scope, page.window()), page, it -> WebhookView.of(it.state(), false));
    }

    @GetMapping("/{name}")
    @RolesAllowed({ADMIN, AUDITOR})
    ResponseEntity<WebhookView> get(AccessScope scope, @PathVariable String name) {
        Versioned<Endpoint> found = known(scope, name);
        return Answers.versioned(found, WebhookView.of(found.state(), false));
    }

    /** Sets an endpoint up, with a secret that is shown in this answer alone, or changes it. */
    @PutMapping("/{name}")
    @RolesAllowed(ADMIN)
    ResponseEntity<WebhookView> put(
            AccessScope scope,
            @PathVariable @Code String name,
            @Valid @RequestBody WebhookRequest request,
            Command command) {
        URI address = reach.checked("/address", request.address());
        Set<Notice.Kind> kinds = request.kinds() == null ? Set.of() : Set.copyOf(request.kinds());
        Set<String> recipients = request.recipients() == null ? Set.of() : Set.copyOf(request.recipients());
        boolean enabled = !Boolean.FALSE.equals(request.enabled());
        String province = scope.province();
        Optional<Versioned<Endpoint>> known = endpoints.find(scope, province, name);
        if (known.isEmpty()) {
            endpoints.create(scope, Endpoint.fresh(province, name, address, kinds, recipients, enabled), command);
        } else {
            endpoints.change(scope, province, name, command, it -> it.changed(address, kinds, recipients, enabled));
        }
        Versioned<Endpoint> now = known(scope, name);
        return ResponseEntity.status(known.isEmpty() ? HttpStatus.CREATED : HttpStatus.OK)
                .eTag("\"" + now.version() + "\"")
                .body(WebhookView.of(now.state(), known.isEmpty()));
    }

    /** Another secret, shown in this answer alone; the one before signs beside it for a day. */
    @PostMapping("/{name}/secret")
    @RolesAllowed(ADMIN)
    ResponseEntity<WebhookView> rotate(AccessScope scope, @PathVariable String name, Command command) {
        endpoints.change(scope, scope.province(), name, command, it -> it.rotated(clock.instant()));
        Versioned<Endpoint> now = known(scope, name);
        return Answers.versioned(now, WebhookView.of(now.state(), true));
    }

    @DeleteMapping("/{name}")
    @RolesAllowed(ADMIN)
    ResponseEntity<Void> remove(AccessScope scope, @PathVariable String name) {
        endpoints.remove(scope, scope.province(), name);
        return ResponseEntity.noContent().build();
    }

    private Versioned<Endpoint> known(AccessScope scope, String name) {
        return endpoints
                .find(scope, scope.province(), name)
                .orElseThrow(() -> new Failure.NotFound("notifications.no-webhook", name));
    }
}
