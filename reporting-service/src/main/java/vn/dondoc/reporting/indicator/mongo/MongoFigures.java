package vn.dondoc.reporting.indicator.mongo;

import com.mongodb.client.model.UpdateOptions;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Position;
import vn.dondoc.aggregate.Stretch;
import vn.dondoc.aggregate.Window;
import vn.dondoc.failure.Failure;
import vn.dondoc.messaging.outbox.Filters;
import vn.dondoc.messaging.outbox.LatestStates;
import vn.dondoc.reporting.indicator.Figure;
import vn.dondoc.reporting.indicator.Figures;
import vn.dondoc.web.stream.Arrivals;

@Repository
class MongoFigures implements Figures {

    private static final String SEPARATOR = "/";
    private static final Document ORDER =
            new Document("indicator", 1).append("period", 1).append("_id", 1);

    private static final String KNOWN_AT = "knownAt";
    private static final String CAUSE = "cause";
    private static final int MOST_REVISIONS = 20_000;

    private static final String NEWS = "figureNews";
    private static final String COUNT = "count";

    private final MongoOperations mongo;
    private final Arrivals arrivals;
    private final LatestStates states;
    private final LatestStates revisions;

    MongoFigures(MongoOperations mongo, Arrivals arrivals) {
        this.mongo = mongo;
        this.arrivals = arrivals;
        this.states = new LatestStates(mongo, "figures");
        states.declareIndex(new Document("province", 1)
                .append("indicator", 1)
                .append("period", 1)
                .append("_id", 1));
        this.revisions = new LatestStates(mongo, "figureRevisions");
        revisions.declareIndex(new Document("province", 1)
                .append("agency", 1)
                .append("indicator", 1)
                .append("period", 1)
                .append("_id", 1));
    }

    @Override
    public Optional<Figure> find(AccessScope scope, String province, Filter filter) {
        String inSight = scope.provinceInSight();
        if (inSight != null && !inSight.equals(province)) {
            return Optional.empty();
        }
        return states.find(query(province, filter), ORDER, 1).stream()
                .map(MongoFigures::figure)
                .findFirst();
    }

    @Override
    public Stretch<Figure> list(AccessScope scope, Filter filter, Window window) {
        List<Document> found = new ArrayList<>();
        for (Document query : after(query(scope.province(), filter), window)) {
            if (found.size() <= window.limit()) {
                found.addAll(states.find(query, ORDER, window.limit() + 1 - found.size()));
            }
        }
        boolean more = found.size() > window.limit();
        List<Document> shown = more ? found.subList(0, window.limit()) : found;
        return new Stretch<>(
                shown.stream().map(MongoFigures::figure).toList(),
                more ? position(shown.getLast()).encode() : null,
                window.counted() ? states.count(query(scope.province(), filter)) : null);
    }

    @Override
    public List<Keyed> everything(AccessScope scope, String after, int limit) {
        Document query = new Document("_id", new Document("$gt", after));
        Filters.narrow(query, "province", scope.provinceInSight());
        return states.find(query, new Document("_id", 1), limit).stream()
                .map(it -> new Keyed(it.getString("_id"), figure(it)))
                .toList();
    }

    private static Document query(String province, Filter filter) {
        Document query = new Document("province", province)
                .append("indicator", new Document("$in", List.copyOf(filter.indicators())));
        if (!filter.periods().isEmpty()) {
            query.append("period", new Document("$in", List.copyOf(filter.periods())));
        }
        Filters.narrow(query, "agency", filter.agency());
        Filters.narrow(query, "basis", filter.basis());
        return query;
    }

    private static Position position(Document last) {
        return new Position(last.getString("indicator") + SEPARATOR + last.getString("period"), last.getString("_id"));
    }

    /** What is beyond a position: of the same indicator and period, then of later periods, then of later indicators. */
    private static List<Document> after(Document query, Window window) {
        if (window.after().isEmpty()) {
            return List.of(query);
        }
        Position last = Position.decode(window.after());
        int cut = last.order().indexOf(SEPARATOR);
        if (cut < 0) {
            throw Position.notOurs();
        }
        String indicator = last.order().substring(0, cut);
        String period = last.order().substring(cut + 1);
        Document sameIndicator = new Document(query).append("indicator", indicator);
        Document samePeriod = new Document(sameIndicator).append("period", period);
        Filters.narrow(samePeriod, "_id", new Document("$gt", last.id()));
        Document laterPeriods = new Document(sameIndicator);
        Filters.narrow(laterPeriods, "period", new Document("$gt", period));
        Document laterIndicators = new Document(query);
        Filters.narrow(laterIndicators, "indicator", new Document("$gt", indicator));
        return List.of(samePeriod, laterPeriods, laterIndicators);
    }

    @Override
    public Set<String> learn(AccessScope scope, Map<String, Figure> figures) {
        List<LatestStates.State> said = new ArrayList<>(figures.size());
        figures.forEach((key, it) -> said.add(new LatestStates.State(key, it.revision(), document(it))));
        Set<String> news =
                states.putAll(said).stream().map(LatestStates.State::id).collect(Collectors.toSet());
        // Counted again if it is heard again: who crashed in between may not have counted it, and a look too many is
        // harmless.
        Set<String> provinces = figures.values().stream().map(Figure::province).collect(Collectors.toSet());
        provinces.forEach(this::count);
        arrivals.came(provinces);
        return news;
    }

    private void count(String province) {
        mongo.getCollection(NEWS)
                .updateOne(
                        new Document("_id", province),
                        new Document("$inc", new Document(COUNT, 1L)),
                        new UpdateOptions().upsert(true));
    }

    @Override
    public long newsSoFar(AccessScope scope) {
        Document counted = mongo.getCollection(NEWS)
                .find(new Document("_id", scope.province()))
                .first();
        return counted == null ? 0 : counted.getLong(COUNT);
    }

    @Override
    public void remember(AccessScope scope, List<Published> figures) {
        revisions.addAll(figures.stream()
                .map(it -> new LatestStates.State(
                        it.key() + SEPARATOR + it.figure().revision(),
                        it.figure().revision(),
                        document(it.figure())
                                .append("key", it.key())
                                .append(KNOWN_AT, Date.from(it.at()))
                                .append(CAUSE, it.cause())))
                .toList());
    }

    @Override
    public List<Figure> knownAt(AccessScope scope, Filter filter, Instant moment) {
        Document query = query(scope.province(), filter).append(KNOWN_AT, new Document("$lte", Date.from(moment)));
        List<Document> found = revisions(filter, query);
        Map<String, Document> latest = new LinkedHashMap<>();
        for (Document it : found) {
            latest.merge(
                    it.getString("key"),
                    it,
                    (one, other) -> one.getLong("appliedSequence") > other.getLong("appliedSequence") ? one : other);
        }
        return latest.values().stream().map(MongoFigures::figure).toList();
    }

    @Override
    public List<Published> revisions(AccessScope scope, Filter filter) {
        return revisions(filter, query(scope.province(), filter)).stream()
                .map(it -> new Published(
                        it.getString("key"), figure(it), it.getDate(KNOWN_AT).toInstant(), it.getString(CAUSE)))
                .sorted(Comparator.comparingLong((Published it) -> it.figure().revision()))
                .toList();
    }

    private List<Document> revisions(Filter filter, Document query) {
        if (filter.agency() == null) {
            throw new Failure.Invalid("agency", "reporting.known-of-one");
        }
        List<Document> found = revisions.find(query, ORDER, MOST_REVISIONS);
        if (found.size() == MOST_REVISIONS) {
            throw new Failure.Invalid("period", "reporting.revisions-many");
        }
        return found;
    }

    private static Document document(Figure it) {
        return new Document("province", it.province())
                .append("indicator", it.indicator())
                .append("name", it.name())
                .append("agency", it.agency())
                .append("period", it.period())
                .append("basis", it.basis())
                .append("boundaries", it.boundaries())
                .append("value", decimal(it.value()))
                .append("numerator", decimal(it.numerator()))
                .append("denominator", decimal(it.denominator()))
                .append("unit", it.unit())
                .append("reported", it.reported())
                .append("expected", it.expected())
                .append("previous", decimal(it.previous()))
                .append("definitionVersion", it.definitionVersion())
                .append(
                        "attainments",
                        it.attainments().stream().map(MongoFigures::document).toList());
    }

    private static Document document(Figure.Attainment it) {
        return new Document("targetId", it.targetId())
                .append("directiveId", it.directiveId())
                .append("directiveNumber", it.directiveNumber())
                .append("clause", it.clause())
                .append("comparator", it.comparator())
                .append("target", decimal(it.target()))
                .append("targetMax", decimal(it.targetMax()))
                .append("year", it.year())
                .append("met", it.met())
                .append("gap", decimal(it.gap()));
    }

    private static Figure figure(Document it) {
        return new Figure(
                it.getString("indicator"),
                it.getString("name"),
                it.getString("province"),
                it.getString("agency"),
                it.getString("period"),
                it.getString("basis"),
                it.getString("boundaries"),
                decimal(it, "value"),
                decimal(it, "numerator"),
                decimal(it, "denominator"),
                it.getString("unit"),
                it.getInteger("reported"),
                it.getInteger("expected"),
                it.getList("attainments", Document.class).stream()
                        .map(MongoFigures::attainment)
                        .toList(),
                decimal(it, "previous"),
                it.getLong("appliedSequence"),
                it.getLong("definitionVersion"));
    }

    private static Figure.Attainment attainment(Document it) {
        return new Figure.Attainment(
                it.getString("targetId"),
                it.getString("directiveId"),
                it.getString("directiveNumber"),
                it.getString("clause"),
                it.getString("comparator"),
                it.get("target", Decimal128.class).bigDecimalValue(),
                decimal(it, "targetMax"),
                it.getString("year"),
                it.getBoolean("met"),
                it.get("gap", Decimal128.class).bigDecimalValue());
    }

    private static @Nullable BigDecimal decimal(Document it, String field) {
        Decimal128 value = it.get(field, Decimal128.class);
        return value == null ? null : value.bigDecimalValue();
    }

    private static @Nullable Decimal128 decimal(@Nullable BigDecimal value) {
        return value == null ? null : new Decimal128(value);
    }
}
