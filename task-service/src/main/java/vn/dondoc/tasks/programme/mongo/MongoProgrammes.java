package vn.dondoc.tasks.programme.mongo;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import vn.dondoc.access.AccessScope;
import vn.dondoc.messaging.outbox.LatestStates;
import vn.dondoc.tasks.programme.Paper;
import vn.dondoc.tasks.programme.Programmes;

@Repository
class MongoProgrammes implements Programmes {

    private static final int MOST = 200;

    private final LatestStates states;

    MongoProgrammes(MongoOperations mongo) {
        this.states = new LatestStates(mongo, "papers");
        states.declareIndex(new Document("province", 1).append("carriesOut.number", 1));
    }

    @Override
    public void learn(AccessScope scope, Paper it, long sequence) {
        states.put(
                it.directiveId(),
                sequence,
                new Document("province", it.province())
                        .append("number", it.number())
                        .append("issueDate", text(it.issueDate()))
                        .append(
                                "carriesOut",
                                it.carriesOut().stream()
                                        .map(named -> new Document("number", named.number())
                                                .append("date", text(named.date())))
                                        .toList()));
    }

    @Override
    public void identified(
            AccessScope scope,
            String directiveId,
            @Nullable String number,
            @Nullable LocalDate issueDate,
            long sequence) {
        find(directiveId)
                .ifPresent(it -> learn(
                        scope,
                        new Paper(
                                directiveId,
                                it.province(),
                                number == null ? it.number() : number,
                                issueDate == null ? it.issueDate() : issueDate,
                                it.carriesOut()),
                        sequence));
    }

    @Override
    public List<String> of(AccessScope scope, String directiveId) {
        Set<String> found = new LinkedHashSet<>(List.of(directiveId));
        Deque<Paper> open = new ArrayDeque<>();
        find(directiveId).filter(it -> inSight(scope, it)).ifPresent(open::add);
        while (!open.isEmpty() && found.size() < MOST) {
            Paper next = open.remove();
            for (Paper it : naming(next)) {
                if (found.size() < MOST && it.carriesOut(next) && found.add(it.directiveId())) {
                    open.add(it);
                }
            }
        }
        return new ArrayList<>(found);
    }

    private static boolean inSight(AccessScope scope, Paper paper) {
        return scope.provinceInSight() == null || scope.provinceInSight().equals(paper.province());
    }

    private List<Paper> naming(Paper it) {
        return it.number() == null
                ? List.of()
                : states
                        .findAny(new Document("province", it.province()).append("carriesOut.number", it.number()))
                        .stream()
                        .map(MongoProgrammes::paper)
                        .toList();
    }

    private Optional<Paper> find(String directiveId) {
        return states.find(directiveId).map(MongoProgrammes::paper);
    }

    private static Paper paper(Document it) {
        return new Paper(
                it.getString("_id"),
                it.getString("province"),
                it.getString("number"),
                day(it.getString("issueDate")),
                it.getList("carriesOut", Document.class).stream()
                        .map(named -> new Paper.Named(named.getString("number"), day(named.getString("date"))))
                        .toList());
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
