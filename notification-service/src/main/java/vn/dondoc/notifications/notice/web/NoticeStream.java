package vn.dondoc.notifications.notice.web;

import java.io.IOException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.notice.Notices;
import vn.dondoc.notifications.notice.Way;
import vn.dondoc.web.stream.EventStreams;

/** An inbox as it fills. */
final class NoticeStream implements EventStreams.Source {

    private static final int AT_ONCE = 100;

    private final Notices notices;
    private final NoticeViews views;
    private final AccessScope scope;
    private final String recipient;
    private long position;

    /** @param position behind which the stream begins */
    NoticeStream(Notices notices, NoticeViews views, AccessScope scope, long position) {
        this.notices = notices;
        this.views = views;
        this.scope = scope;
        this.recipient = scope.agency();
        this.position = position;
    }

    @Override
    public void sendWhatCame(EventStreams.Client client) throws IOException {
        List<Versioned<Notice>> came;
        do {
            came = notices.behind(scope, recipient, position, AT_ONCE);
            for (Versioned<Notice> it : came) {
                if (it.state().way() instanceof Way.Inbox in && in.position() != null) {
                    position = in.position();
                    client.send(SseEmitter.event()
                            .id(String.valueOf(position))
                            .name("notice")
                            .data(views.notice(it), MediaType.APPLICATION_JSON));
                }
            }
        } while (came.size() == AT_ONCE && !client.isGone());
    }
}
