package vn.dondoc.notifications.ladder.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import vn.dondoc.aggregate.CausedBy;
import vn.dondoc.messaging.ReceivedEvent;
import vn.dondoc.notifications.notice.Notices;

/** What every event of a batch asks for, to be kept in one go; each notice names the event it was written on. */
final class WrittenTogether {

    private WrittenTogether() {}

    static <D> List<Notices.NewNotice> of(
            List<ReceivedEvent<D>> events, Function<ReceivedEvent<D>, List<Notices.NewNotice>> write) {
        List<Notices.NewNotice> written = new ArrayList<>();
        for (ReceivedEvent<D> event : events) {
            try (CausedBy.Scope caused = event.cause().open()) {
                written.addAll(write.apply(event));
            }
        }
        return written;
    }
}
