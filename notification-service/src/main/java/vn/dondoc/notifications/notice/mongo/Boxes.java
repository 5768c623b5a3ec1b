package vn.dondoc.notifications.notice.mongo;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.failure.Failure;
import vn.dondoc.messaging.outbox.AggregateStore;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.notice.NoticeEvent;
import vn.dondoc.notifications.notice.Notices;
import vn.dondoc.notifications.notice.Reading;
import vn.dondoc.notifications.notice.Way;
import vn.dondoc.web.stream.Arrivals;

/**
 * The inboxes. What comes into one is numbered from 1 without a gap, so that a reader who saw the notice at one position has
 * missed nothing once the next number is the next one seen.
 *
 * <p>The number stands in the notice itself, and no two notices of an inbox may have the same. Notices are written one after
 * the other, each with the number behind the last; whoever finds a number taken, by another instance or by the same notice
 * written before, has written nothing behind it, looks again and goes on from there. So a process that dies in the middle
 * leaves no hole, and neither does a cause that is heard twice.
 */
final class Boxes {

    private static final String BOX = "state.box";
    private static final String POSITION = "state.position";
    private static final Document ASCENDING = new Document(POSITION, 1);
    private static final Document DESCENDING = new Document(POSITION, -1);

    private static final int MOST_REMEMBERED = 50_000;
    private static final int ATTEMPTS = 1_000;

    private final AggregateStore<Notice, NoticeEvent> store;
    private final Arrivals arrivals;

    /** Only a guess, since others write as well. */
    private final Cache<String, Long> last = Caffeine.newBuilder()
            .expireAfterAccess(Duration.ofHours(1))
            .maximumSize(MOST_REMEMBERED)
            .build();

    Boxes(AggregateStore<Notice, NoticeEvent> store, Arrivals arrivals) {
        this.store = store;
        this.arrivals = arrivals;
        store.declareUniqueIndex(new Document(BOX, 1).append(POSITION, 1));
    }

    void addAll(List<Notices.NewNotice> notices, String actor) {
        List<Notices.NewNotice> left = notices;
        for (int attempt = 1; !left.isEmpty(); attempt++) {
            if (attempt > ATTEMPTS) {
                throw new Failure.Unavailable(Duration.ofSeconds(1), null, "messaging.many-writers");
            }
            List<AggregateStore.Birth<Notice, NoticeEvent>> numbered = numbered(left);
            int written = store.createUntilTaken(numbered, actor);
            Set<String> came = new HashSet<>();
            for (var it : numbered.subList(0, written)) {
                remember(it.decision().state());
                came.add(it.decision().state().recipient());
            }
            arrivals.came(came);
            left = written == left.size() ? List.of() : stillToWrite(left.subList(written, left.size()));
        }
    }

    private List<AggregateStore.Birth<Notice, NoticeEvent>> numbered(List<Notices.NewNotice> notices) {
        Map<String, Long> next = new HashMap<>();
        List<AggregateStore.Birth<Notice, NoticeEvent>> numbered = new ArrayList<>(notices.size());
        for (Notices.NewNotice it : notices) {
            Notice notice = it.notice();
            long position =
                    next.computeIfAbsent(notice.recipient(), box -> Objects.requireNonNull(last.get(box, this::last)))
                            + 1;
            next.put(notice.recipient(), position);
            Notice placed = notice.by(new Way.Inbox(position, Reading.NOT_YET));
            numbered.add(MongoNotices.birth(new Notices.NewNotice(it.id(), placed, it.because())));
        }
        return numbered;
    }

    private void remember(Notice written) {
        if (written.way() instanceof Way.Inbox it && it.position() != null) {
            last.put(written.recipient(), it.position());
        }
    }

    /** Of what was not written, what nobody else wrote either; where it goes is looked up anew. */
    private List<Notices.NewNotice> stillToWrite(List<Notices.NewNotice> unwritten) {
        Set<String> known = new HashSet<>();
        store.findAll(unwritten.stream().map(Notices.NewNotice::id).toList()).forEach(it -> known.add(it.id()));
        List<Notices.NewNotice> left = new ArrayList<>();
        for (Notices.NewNotice it : unwritten) {
            last.invalidate(it.notice().recipient());
            // Two of a batch may be the same.
            if (known.add(it.id())) {
                left.add(it);
            }
        }
        return left;
    }

    long last(String recipient) {
        return store.first(new Document(BOX, recipient), DESCENDING, 1).stream()
                .map(it -> it.state().way() instanceof Way.Inbox in && in.position() != null ? in.position() : 0L)
                .findFirst()
                .orElse(0L);
    }

    List<Versioned<Notice>> behind(String recipient, long position, int limit) {
        Document query = new Document(BOX, recipient).append(POSITION, new Document("$gt", position));
        return store.first(query, ASCENDING, limit);
    }
}
