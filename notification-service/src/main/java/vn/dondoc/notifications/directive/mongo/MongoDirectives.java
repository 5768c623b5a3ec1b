package vn.dondoc.notifications.directive.mongo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import vn.dondoc.access.AccessScope;
import vn.dondoc.messaging.outbox.LatestStates;
import vn.dondoc.notifications.directive.Directives;

/** Phrases and clauses are lists, since paths of clauses have dots, which names of fields must not. */
@Repository
class MongoDirectives implements Directives {

    private final LatestStates states;

    MongoDirectives(MongoOperations mongo) {
        this.states = new LatestStates(mongo, "directives");
    }

    @Override
    public void learn(AccessScope scope, Directive it, long sequence) {
        states.put(
                it.id(),
                sequence,
                new Document("province", it.province())
                        .append("number", it.number())
                        .append("subject", it.subject())
                        .append("groups", entries(it.groups()))
                        .append("clauses", entries(it.clauses())));
    }

    private static List<Document> entries(Map<String, ? extends Iterable<String>> lists) {
        return lists.entrySet().stream()
                .map(it -> new Document("of", it.getKey()).append("are", it.getValue()))
                .toList();
    }

    @Override
    public Optional<Directive> find(AccessScope scope, String id) {
        return states.find(id).map(it -> {
            Map<String, List<String>> groups = new HashMap<>();
            it.getList("groups", Document.class)
                    .forEach(one -> groups.put(one.getString("of"), one.getList("are", String.class)));
            Map<String, Set<String>> clauses = new HashMap<>();
            it.getList("clauses", Document.class)
                    .forEach(one -> clauses.put(one.getString("of"), new HashSet<>(one.getList("are", String.class))));
            return new Directive(
                    id, it.getString("province"), it.getString("number"), it.getString("subject"), groups, clauses);
        });
    }
}
