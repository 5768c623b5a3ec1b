package vn.dondoc.notifications.notice.web;

import static vn.dondoc.access.Role.Names.ADMIN;
import static vn.dondoc.access.Role.Names.AUDITOR;
import static vn.dondoc.access.Role.Names.CLERK;
import static vn.dondoc.access.Role.Names.LEAD;
import static vn.dondoc.access.Role.Names.OFFICER;
import static vn.dondoc.access.Role.Names.SUPERVISOR;
import static vn.dondoc.access.Role.Names.SYSTEM;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.failure.Failure;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.notice.NoticeEvent;
import vn.dondoc.notifications.notice.Notices;
import vn.dondoc.notifications.notice.Reading;
import vn.dondoc.notifications.notice.Way;
import vn.dondoc.notifications.notice.wording.Wordings;
import vn.dondoc.web.Answers;
import vn.dondoc.web.Page;
import vn.dondoc.web.SortedBy;

@RestController
@RequestMapping("/api/v1/notices")
class NoticeController {

    private final Notices notices;
    private final NoticeViews views;
    private final Wordings wordings;
    private final Clock clock;

    NoticeController(Notices notices, NoticeViews views, Wordings wordings, Clock clock) {
        this.notices = notices;
        this.views = views;
        this.wordings = wordings;
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

    /** What lies in the inbox of the caller's own agency, counted. */
    @GetMapping("/summary")
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    InboxSummary summary(AccessScope scope) {
        return InboxSummary.of(notices.countAlike(scope, scope.agency()), wordings);
    }

    /**
     * @param ids of notices in the inbox of the caller's agency
     * @param as what they are from now on
     */
    record MarksRequest(
            @NotEmpty @Size(max = 200) List<@NotNull @Size(min = 1, max = 100) String> ids,
            @NotNull Mark as) {}

    /** What somebody can do with many at once. */
    enum Mark {
        SEEN,
        READ,
        ACKNOWLEDGED,
        ARCHIVED,
        BACK_FROM_ARCHIVE
    }

    /** @param changed how many were not so before */
    record MarksView(int changed) {}

    @PostMapping("/marks")
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, SYSTEM})
    MarksView mark(AccessScope scope, @Valid @RequestBody MarksRequest request) {
        String agency = scope.agency();
        List<String> ids = request.ids().stream().distinct().toList();
        List<Versioned<Notice>> found = notices.findAll(scope, ids).stream()
                .filter(it ->
                        it.state().recipient().equals(agency) && it.state().way() instanceof Way.Inbox)
                .toList();
        if (found.size() < ids.size()) {
            Set<String> missing = new TreeSet<>(ids);
            found.forEach(it -> missing.remove(it.id()));
            throw new Failure.Invalid("/ids", "notifications.not-in-inbox", String.join(", ", missing));
        }
        int changed = 0;
        for (Versioned<Notice> it : found) {
            Command command = Command.causedBy(it.id() + "/" + request.as() + "/" + it.version(), scope.actor());
            if (notices.change(scope, it.id(), command, notice -> marked(notice, request.as(), scope.actor()))
                            .version()
                    > it.version()) {
                changed++;
            }
        }
        return new MarksView(changed);
    }

    private Decision<Notice, NoticeEvent> marked(Notice notice, Mark as, String by) {
        Instant now = clock.instant();
        return switch (as) {
            case SEEN -> notice.reach(Reading.Stage.SEEN, now, by);
            case READ -> notice.reach(Reading.Stage.READ, now, by);
            case ACKNOWLEDGED -> notice.reach(Reading.Stage.ACKNOWLEDGED, now, by);
            case ARCHIVED -> notice.putAway(true);
            case BACK_FROM_ARCHIVE -> notice.putAway(false);
        };
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
