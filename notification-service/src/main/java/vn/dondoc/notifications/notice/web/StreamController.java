package vn.dondoc.notifications.notice.web;

import static vn.dondoc.access.Role.Names.ADMIN;
import static vn.dondoc.access.Role.Names.AUDITOR;
import static vn.dondoc.access.Role.Names.CLERK;
import static vn.dondoc.access.Role.Names.LEAD;
import static vn.dondoc.access.Role.Names.OFFICER;
import static vn.dondoc.access.Role.Names.SUPERVISOR;
import static vn.dondoc.access.Role.Names.SYSTEM;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.dondoc.access.AccessScope;
import vn.dondoc.notifications.notice.Notices;
import vn.dondoc.web.stream.EventStreams;

@RestController
class StreamController {

    private final Notices notices;
    private final NoticeViews views;
    private final EventStreams streams;

    StreamController(Notices notices, NoticeViews views, EventStreams streams) {
        this.notices = notices;
        this.views = views;
        this.streams = streams;
    }

    /**
     * What comes into the inbox of the caller's own agency from now on; with {@code Last-Event-ID}, what came behind that
     * position.
     *
     * @param seconds after which the stream ends, for who would rather ask again and again; as long as the service allows
     *     if absent
     */
    @GetMapping(value = "/api/v1/notices/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    SseEmitter stream(
            AccessScope scope,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestParam(required = false) @Nullable @Min(1) @Max(1800) Integer seconds) {
        Long seen = EventStreams.positionOf(lastEventId);
        long position = seen == null ? notices.lastPosition(scope, scope.agency()) : seen;
        var source = new NoticeStream(notices, views, scope, position);
        return streams.open(scope.actor(), scope.agency(), seconds, source);
    }
}
