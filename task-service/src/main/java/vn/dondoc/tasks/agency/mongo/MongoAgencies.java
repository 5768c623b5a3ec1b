package vn.dondoc.tasks.agency.mongo;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.SaidAt;
import vn.dondoc.messaging.outbox.LatestStates;
import vn.dondoc.tasks.agency.Agencies;
import vn.dondoc.tasks.agency.Agency;

@Repository
class MongoAgencies implements Agencies {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int MOST = 10_000;

    private final LatestStates states;
    private final Cache<String, Document> recent =
            Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(MOST).build();

    MongoAgencies(MongoOperations mongo) {
        this.states = new LatestStates(mongo, "agencies");
    }

    @Override
    public Optional<Agency> find(AccessScope scope, String code) {
        Document known = recent.getIfPresent(code);
        Optional<Document> found = known == null ? states.find(code) : Optional.of(known);
        found.ifPresent(it -> recent.put(code, it));
        return found.map(it -> new Agency(
                        code,
                        it.getString("name"),
                        it.getString("province"),
                        it.getString("parent"),
                        it.getString("supervisor"),
                        Objects.requireNonNullElse(it.getString("accountable"), it.getString("name")),
                        it.getList("ancestors", String.class, List.of())))
                .filter(it -> scope.provinceInSight() == null
                        || scope.provinceInSight().equals(it.province()));
    }

    @Override
    public void learn(AccessScope scope, List<SaidAt<Agency>> agencies) {
        states.putAll(agencies.stream()
                .map(it -> new LatestStates.State(it.what().code(), it.sequence(), stored(it.what())))
                .toList());
        recent.invalidateAll(agencies.stream().map(it -> it.what().code()).toList());
    }

    private static Document stored(Agency it) {
        return new Document("name", it.name())
                .append("province", it.province())
                .append("parent", it.parent())
                .append("supervisor", it.supervisor())
                .append("accountable", it.accountable())
                .append("ancestors", it.ancestors());
    }
}
