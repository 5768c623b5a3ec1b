package vn.dondoc.notifications.notice.web;

import static vn.dondoc.access.Role.Names.ADMIN;
import static vn.dondoc.access.Role.Names.AUDITOR;
import static vn.dondoc.access.Role.Names.CLERK;
import static vn.dondoc.access.Role.Names.LEAD;
import static vn.dondoc.access.Role.Names.OFFICER;
import static vn.dondoc.access.Role.Names.SUPERVISOR;
import static vn.dondoc.access.Role.Names.SYSTEM;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import java.time.Instant;
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
import vn.dondoc.failure.Failure;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.notice.Notices;
import vn.dondoc.web.Answers;
import vn.dondoc.web.Page;
import vn.dondoc.web.SortedBy;

@RestController
@RequestMapping("/api/v1")
class NoticeController {

    private final Notices notices;

    NoticeController(Notices notices) {
        this.notices = notices;
    }

    /** A notice as its reader sees it. */
    record NoticeView(
            String id,
            Notice.Kind kind,
            @Nullable String taskId,
            @Nullable String rung,
            String subject,
            String body,
            String subjectEn,
            String bodyEn,
            Instant createdAt,
            boolean acknowledged) {

        static NoticeView of(Versioned<Notice> found) {
            Notice it = found.state();
            return new NoticeView(
                    found.id(),
                    it.kind(),
                    it.taskId(),
                    it.rung(),
                    it.subject(),
                    it.body(),
                    it.subjectEn(),
                    it.bodyEn(),
                    it.createdAt(),
                    it.acknowledged());
        }
    }

    /** A line of the delivery log. */
    record DeliveryView(
            String id,
            String recipient,
            Notice.Channel channel,
            Notice.Kind kind,
            @Nullable String taskId,
            @Nullable String rung,
            @Nullable String mailbox,
            Notice.Status status,
            int attempts,
            @Nullable Instant nextAttemptAt) {

        static DeliveryView of(Versioned<Notice> found) {
            Notice it = found.state();
            return new DeliveryView(
                    found.id(),
                    it.recipient(),
                    it.channel(),
                    it.kind(),
                    it.taskId(),
                    it.rung(),
                    it.mailbox(),
                    it.status(),
                    it.attempts(),
                    it.nextAttemptAt());
        }
    }

    /** The inbox of the caller's own agency. */
    @GetMapping("/notices")
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    Page<NoticeView> inbox(
            AccessScope scope,
            @RequestParam(required = false) @Nullable @Size(max = 200) String q,
            @RequestParam(required = false) Notice.@Nullable Kind kind,
            @RequestParam(required = false) @Nullable String task,
            @RequestParam(required = false) @Nullable Boolean acknowledged,
            @SortedBy({"-created", "created"}) Page.Request page) {
        var filter = new Notices.Filter(q, scope.agency(), Notice.Channel.INBOX, kind, null, task, acknowledged);
        return Page.of(notices.list(scope, filter, page.window()), page, NoticeView::of);
    }

    @GetMapping("/notices/{id}")
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    ResponseEntity<NoticeView> get(AccessScope scope, @PathVariable String id) {
        Versioned<Notice> found =
                notices.find(scope, id).orElseThrow(() -> new Failure.NotFound("notifications.no-notice", id));
        return Answers.versioned(found, NoticeView.of(found));
    }

    @PostMapping("/notices/{id}/acknowledgement")
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, SYSTEM})
    ResponseEntity<Receipt> acknowledge(AccessScope scope, @PathVariable String id, Command command) {
        String agency = scope.agency();
        return Answers.done(notices.change(scope, id, command, it -> {
            if (!it.recipient().equals(agency)) {
                throw new Failure.NotFound("notifications.no-notice", id);
            }
            return it.acknowledge();
        }));
    }

    /** What was sent to whom, on one channel or on all. */
    @GetMapping("/deliveries")
    @RolesAllowed({SUPERVISOR, AUDITOR, ADMIN})
    Page<DeliveryView> deliveries(
            AccessScope scope,
            @RequestParam(required = false) @Nullable String recipient,
            @RequestParam(required = false) Notice.@Nullable Channel channel,
            @RequestParam(required = false) Notice.@Nullable Kind kind,
            @RequestParam(required = false) Notice.@Nullable Status status,
            @RequestParam(required = false) @Nullable String task,
            @SortedBy({"-created", "created"}) Page.Request page) {
        var filter = new Notices.Filter(null, recipient, channel, kind, status, task, null);
        return Page.of(notices.list(scope, filter, page.window()), page, DeliveryView::of);
    }
}
