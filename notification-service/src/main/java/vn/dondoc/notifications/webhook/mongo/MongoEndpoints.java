package vn.dondoc.notifications.webhook.mongo;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Stretch;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.aggregate.Window;
import vn.dondoc.failure.Failure;
import vn.dondoc.failure.Text;
import vn.dondoc.messaging.outbox.AggregateStore;
import vn.dondoc.messaging.outbox.Order;
import vn.dondoc.messaging.outbox.Outbox;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.webhook.Endpoint;
import vn.dondoc.notifications.webhook.Endpoints;
import vn.dondoc.notifications.webhook.Secret;

@Repository
class MongoEndpoints implements Endpoints {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int MOST_PROVINCES = 1_000;
    private static final Map<String, Order> ORDERS = Map.of("name", Order.BY_ID);

    private final AggregateStore<Endpoint, Never> store;
    private final LoadingCache<String, List<Endpoint>> recent = Caffeine.newBuilder()
            .expireAfterWrite(FRESH)
            .maximumSize(MOST_PROVINCES)
            .build(this::read);

    /** Whom machines are told by is nobody's business. */
    private enum Never {}

    private record EndpointDocument(
            String province,
            String name,
            String address,
            List<Notice.Kind> kinds,
            List<String> recipients,
            boolean enabled,
            @Nullable String disabledBecause,
            List<SecretDocument> secrets) {

        record SecretDocument(String text, @Nullable Instant until) {}

        static EndpointDocument from(Endpoint it) {
            return new EndpointDocument(
                    it.province(),
                    it.name(),
                    it.address().toString(),
                    List.copyOf(it.kinds()),
                    List.copyOf(it.recipients()),
                    it.enabled(),
                    it.disabledBecause(),
                    it.secrets().stream()
                            .map(secret -> new SecretDocument(secret.text(), secret.until()))
                            .toList());
        }

        Endpoint toEndpoint() {
            return new Endpoint(
                    province,
                    name,
                    URI.create(address),
                    Set.copyOf(kinds),
                    Set.copyOf(recipients),
                    enabled,
                    disabledBecause,
                    secrets.stream()
                            .map(it -> new Secret(it.text(), it.until()))
                            .toList());
        }
    }

    MongoEndpoints(Outbox outbox) {
        this.store = outbox.storeOf(
                "webhooks",
                EndpointDocument.class,
                EndpointDocument::from,
                EndpointDocument::toEndpoint,
                (id, never) -> {
                    throw new IllegalStateException("endpoints publish nothing");
                });
        store.keepSecret("secrets", "address"); // an address may hold a token
        store.declareIndex(Order.BY_ID, "province");
    }

    @Override
    public Optional<Versioned<Endpoint>> find(AccessScope scope, String province, String name) {
        return store.find(Endpoint.idOf(province, name), province)
                .filter(it -> scope.provinceInSight() == null || province.equals(scope.provinceInSight()));
    }

    @Override
    public List<Endpoint> of(AccessScope scope, String province) {
        return recent.get(province);
    }

    private List<Endpoint> read(String province) {
        return store.findAny(new Document("province", province), MOST).stream()
                .map(Versioned::state)
                .toList();
    }

    @Override
    public Stretch<Versioned<Endpoint>> list(AccessScope scope, Window window) {
        return store.list(new Document("province", scope.province()), ORDERS, window);
    }

    @Override
    public Receipt create(AccessScope scope, Endpoint endpoint, Command command) {
        if (store.count(new Document("province", endpoint.province())) >= MOST) {
            throw new Failure.Conflict("notifications.many-webhooks", MOST);
        }
        try {
            return store.create(endpoint.id(), endpoint.province(), command, () -> Decision.quietly(endpoint));
        } finally {
            recent.invalidate(endpoint.province());
        }
    }

    @Override
    public Receipt change(
            AccessScope scope, String province, String name, Command command, UnaryOperator<Endpoint> change) {
        try {
            return store.handle(
                    Text.of("notifications.no-webhook", name),
                    Endpoint.idOf(province, name),
                    scope.provinceInSight() == null ? province : scope.provinceInSight(),
                    command,
                    before -> {
                        Endpoint after = change.apply(before.state());
                        return after.equals(before.state()) ? Decision.nothing(after) : Decision.quietly(after);
                    });
        } finally {
            recent.invalidate(province);
        }
    }

    @Override
    public void remove(AccessScope scope, String province, String name) {
        if (!store.remove(Endpoint.idOf(province, name), province)) {
            throw new Failure.NotFound("notifications.no-webhook", name);
        }
        recent.invalidate(province);
    }
}
