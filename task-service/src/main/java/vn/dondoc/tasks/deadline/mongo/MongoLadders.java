package vn.dondoc.tasks.deadline.mongo;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.failure.Text;
import vn.dondoc.messaging.outbox.AggregateStore;
import vn.dondoc.messaging.outbox.Outbox;
import vn.dondoc.tasks.deadline.Ladder;
import vn.dondoc.tasks.deadline.Ladders;
import vn.dondoc.tasks.deadline.RungProperties;
import vn.dondoc.tasks.policy.Realignments;

@Repository
class MongoLadders implements Ladders {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int MOST_PROVINCES = 1_000;

    private final AggregateStore<Ladder, Never> store;
    private final RungProperties properties;
    private final Realignments realignments;
    private final LoadingCache<String, Ladder> recent = Caffeine.newBuilder()
            .expireAfterWrite(FRESH)
            .maximumSize(MOST_PROVINCES)
            .build(this::read);

    /** Tasks that follow a ladder say so themselves: no event of its own exists. */
    private enum Never {}

    private record LadderDocument(String hour, List<Ladder.Rung> rungs) {

        static LadderDocument from(Ladder it) {
            return new LadderDocument(it.hour().toString(), it.rungs());
        }

        Ladder toLadder() {
            return new Ladder(LocalTime.parse(hour), rungs);
        }
    }

    MongoLadders(Outbox outbox, RungProperties properties, Realignments realignments) {
        this.properties = properties;
        this.realignments = realignments;
        this.store = outbox.storeOf(
                "ladders", LadderDocument.class, LadderDocument::from, LadderDocument::toLadder, (id, never) -> {
                    throw new IllegalStateException("ladders publish nothing");
                });
    }

    @Override
    public Ladder of(AccessScope scope, String province) {
        return recent.get(province);
    }

    @Override
    public void refresh(AccessScope scope, String province) {
        recent.invalidate(province);
    }

    private Ladder read(String province) {
        return store.find(province, province).map(Versioned::state).orElseGet(properties::ladder);
    }

    @Override
    public Optional<Versioned<Ladder>> find(AccessScope scope) {
        return store.find(scope.province(), scope.province());
    }

    @Override
    public Receipt decide(AccessScope scope, Ladder ladder, Command command) {
        String province = scope.province();
        realignments.want(scope, province);
        try {
            if (find(scope).isEmpty()) {
                return store.create(province, province, command, () -> Decision.quietly(ladder));
            }
            return store.handle(
                    Text.of("tasks.no-ladder", province),
                    province,
                    province,
                    command,
                    before -> before.state().equals(ladder) ? Decision.nothing(ladder) : Decision.quietly(ladder));
        } finally {
            refresh(scope, province);
            realignments.want(scope, province);
        }
    }
}
