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
import java.time.Clock;
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
import vn.dondoc.notifications.notice.Reading;
import vn.dondoc.notifications.notice.Way;
import vn.dondoc.web.Answers;
import vn.dondoc.web.Page;
import vn.dondoc.web.SortedBy;

@RestController
@RequestMapping("/api/v1/notices")
class NoticeController {

    private final Notices notices;
    private final NoticeViews views;
    private final Clock clock;

    NoticeController(Notices notices, NoticeViews views, Clock clock) {
        this.notices = notices;
        this.views = views;
        this.clock = clock;
    }

    /** The inbox of the caller's own agency. */
    @GetMapping
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    Page<NoticeViews.NoticeView> inbox(
            AccessScope scope,
            @RequestParam(required = false) @Nullable @Size(max = 200) String q,
            @RequestParam(required = false) Notice.@Nullable Kind kind,
            @RequestParam(required = false) @Nullable String task,
            @RequestParam(required = false) @Nullable String directive,
            @RequestParam(required = false) @Nullable Boolean unread,
            @RequestParam(required = false) @Nullable Boolean acknowledged,
            @RequestParam(required = false) @Nullable Boolean archived,
            @SortedBy({"-created", "created"}) Page.Request page) {
        var filter = new Notices.Filter(
                q, scope.agency(), Way.INBOX, kind, null, task, directive, unread, acknowledged, archived);
        return Page.of(notices.list(scope, filter, page.window()), page, views::notice);
    }

    @GetMapping("/{id}")
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    ResponseEntity<NoticeViews.NoticeView> get(AccessScope scope, @PathVariable String id) {
        Versioned<Notice> found =
                notices.find(scope, id).orElseThrow(() -> new Failure.NotFound("notifications.no-notice", id));
        return Answers.versioned(found, views.notice(found));
    }

    @PostMapping("/{id}/acknowledgement")
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, SYSTEM})
    ResponseEntity<Receipt> acknowledge(AccessScope scope, @PathVariable String id, Command command) {
        String agency = scope.agency();
        return Answers.done(notices.change(scope, id, command, it -> {
            if (!it.recipient().equals(agency)) {
                throw new Failure.NotFound("notifications.no-notice", id);
            }
            return it.reach(Reading.Stage.ACKNOWLEDGED, clock.instant(), scope.actor());
        }));
    }
}
