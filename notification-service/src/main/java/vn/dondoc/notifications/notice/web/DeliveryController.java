package vn.dondoc.notifications.notice.web;

import static vn.dondoc.access.Role.Names.ADMIN;
import static vn.dondoc.access.Role.Names.AUDITOR;
import static vn.dondoc.access.Role.Names.SUPERVISOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.notice.Notices;
import vn.dondoc.notifications.notice.Reading;
import vn.dondoc.notifications.notice.Way;
import vn.dondoc.web.Answers;
import vn.dondoc.web.Page;
import vn.dondoc.web.SortedBy;

/** Who was told what, when and how. */
@RestController
@RequestMapping("/api/v1/deliveries")
class DeliveryController {

    private final Notices notices;
    private final Clock clock;

    DeliveryController(Notices notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * A line of the delivery log.
     *
     * @param address whom the channel takes it to; absent for an inbox
     * @param stage how far somebody of the agency took it; absent for other channels than the inbox
     * @param log of the last attempts, the latest last
     */
    record DeliveryView(
            String id,
            String recipient,
            String channel,
            Notice.Kind kind,
            @Nullable String taskId,
            @Nullable String rung,
            @Nullable String address,
            Way.Status status,
            Reading.@Nullable Stage stage,
            int attempts,
            Instant createdAt,
            @Nullable Instant nextAttemptAt,
            List<AttemptView> log) {

        static DeliveryView of(Versioned<Notice> found) {
            Notice it = found.state();
            Way.Delivery out = it.way() instanceof Way.Delivery delivery ? delivery : null;
            return new DeliveryView(
                    found.id(),
                    it.recipient(),
                    it.way().channel(),
                    it.kind(),
                    it.facts().taskId(),
                    it.facts().rung(),
                    out == null ? null : out.address(),
                    out == null ? Way.Status.SENT : out.status(),
                    it.way() instanceof Way.Inbox in ? in.reading().stage() : null,
                    out == null ? 1 : out.tries(),
                    it.createdAt(),
                    out == null ? null : out.nextAttemptAt(),
                    out == null
                            ? List.of()
                            : out.attempts().stream().map(AttemptView::of).toList());
        }
    }

    /**
     * One attempt.
     *
     * @param answer of the far end, in its own words
     * @param milliseconds until it came
     */
    record AttemptView(Instant at, boolean successful, String answer, long milliseconds) {

        static AttemptView of(Way.Attempt it) {
            return new AttemptView(
                    it.at(), it.successful(), it.answer(), it.took().toMillis());
        }
    }

    /** What was sent to whom, on one channel or on all. */
    @GetMapping
    @RolesAllowed({SUPERVISOR, AUDITOR, ADMIN})
    Page<DeliveryView> deliveries(
            AccessScope scope,
            @RequestParam(required = false) @Nullable String recipient,
            @RequestParam(required = false) @Nullable @Size(max = 20) String channel,
            @RequestParam(required = false) Notice.@Nullable Kind kind,
            @RequestParam(required = false) Way.@Nullable Status status,
            @RequestParam(required = false) @Nullable String task,
            @SortedBy({"-created", "created"}) Page.Request page) {
        var filter = new Notices.Filter(null, recipient, channel, kind, status, task, null, null, null, null);
        return Page.of(notices.list(scope, filter, page.window()), page, DeliveryView::of);
    }

    /** Tries what went out, or did not, once more. */
    @PostMapping("/{id}/retry")
    @RolesAllowed({SUPERVISOR, ADMIN})
    ResponseEntity<Receipt> retry(AccessScope scope, @PathVariable String id, Command command) {
        return Answers.done(notices.change(scope, id, command, it -> it.again(clock.instant())));
    }
}
