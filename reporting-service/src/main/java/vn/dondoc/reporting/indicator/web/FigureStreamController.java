package vn.dondoc.reporting.indicator.web;

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
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.dondoc.access.AccessScope;
import vn.dondoc.reporting.indicator.Figures;
import vn.dondoc.web.stream.EventStreams;

/** Says that figures changed, and nothing of them: whoever hears it asks for what they may see. */
@RestController
class FigureStreamController {

    private final Figures figures;
    private final EventStreams streams;

    FigureStreamController(Figures figures, EventStreams streams) {
        this.figures = figures;
        this.streams = streams;
    }

    /** @param count how often figures of the province changed so far */
    record Changed(long count) {}

    /**
     * An event whenever figures of the caller's province changed, from now on; with {@code Last-Event-ID}, at once if they
     * changed since that event.
     *
     * @param seconds after which the stream ends; as long as the service allows if absent
     */
    @GetMapping(value = "/api/v1/indicators/values/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    SseEmitter stream(
            AccessScope scope,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestParam(required = false) @Nullable @Min(1) @Max(1800) Integer seconds) {
        Long seen = EventStreams.positionOf(lastEventId);
        var news = new News(scope, seen == null ? figures.newsSoFar(scope) : seen);
        return streams.open(scope.actor(), scope.province(), seconds, news);
    }

    private final class News implements EventStreams.Source {

        private final AccessScope scope;
        private long seen;

        News(AccessScope scope, long seen) {
            this.scope = scope;
            this.seen = seen;
        }

        @Override
        public void sendWhatCame(EventStreams.Client client) throws IOException {
            long count = figures.newsSoFar(scope);
            if (count != seen) {
                seen = count;
                client.send(SseEmitter.event()
                        .id(String.valueOf(count))
                        .name("figures")
                        .data(new Changed(count), MediaType.APPLICATION_JSON));
            }
        }
    }
}
