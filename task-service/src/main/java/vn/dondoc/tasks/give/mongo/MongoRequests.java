package vn.dondoc.tasks.give.mongo;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.messaging.outbox.AggregateStore;
import vn.dondoc.messaging.outbox.Outbox;
import vn.dondoc.tasks.give.Requests;

@Repository
class MongoRequests implements Requests {

    private final AggregateStore<Given, Never> store;

    /** The tasks say the rest. */
    record Given(String actor) {}

    private enum Never {}

    MongoRequests(Outbox outbox) {
        this.store = outbox.storeOf("requests", Given.class, it -> it, it -> it, (id, never) -> {
            throw new IllegalStateException("requests publish nothing");
        });
    }

    @Override
    public boolean isKnown(AccessScope scope, Command command) {
        boolean known = store.find(id(command), scope.province()).isPresent();
        if (known) {
            keep(scope, command);
        }
        return known;
    }

    @Override
    public void keep(AccessScope scope, Command command) {
        store.create(id(command), scope.province(), command, () -> Decision.quietly(new Given(scope.actor())));
    }

    private static String id(Command command) {
        return UUID.nameUUIDFromBytes(("request\n" + command.key()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
