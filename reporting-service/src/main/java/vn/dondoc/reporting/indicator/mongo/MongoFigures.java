package vn.dondoc.reporting.indicator.mongo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import vn.dondoc.access.AccessScope;
import vn.dondoc.messaging.outbox.LatestStates;
import vn.dondoc.reporting.indicator.Figure;
import vn.dondoc.reporting.indicator.Figures;

@Repository
class MongoFigures implements Figures {

    private final LatestStates states;

    MongoFigures(MongoOperations mongo) {
        this.states = new LatestStates(mongo, "figures");
        states.declareIndex(new Document("province", 1)
                .append("indicator", 1)
                .append("period", 1)
                .append("_id", 1));
    }

    @Override
    public List<Figure> find(AccessScope scope, String province, Filter filter) {
        String inSight = scope.provinceInSight();
        if (inSight != null && !inSight.equals(province)) {
            return List.of();
        }
        Document query = new Document("province", province)
                .append("indicator", new Document("$in", List.copyOf(filter.indicators())));
        if (!filter.periods().isEmpty()) {
            query.append("period", new Document("$in", List.copyOf(filter.periods())));
        }
        append(query, "agency", filter.agency());
        append(query, "basis", filter.basis());
        Document order = new Document("indicator", 1).append("period", 1).append("_id", 1);
        return states.find(query, order).stream().map(MongoFigures::figure).toList();
    }

    @Override
    public Set<String> learn(AccessScope scope, Map<String, Figure> figures) {
        List<LatestStates.State> said = new ArrayList<>(figures.size());
        figures.forEach((key, it) -> said.add(new LatestStates.State(key, it.revision(), document(it))));
        return states.putAll(said).stream().map(LatestStates.State::id).collect(Collectors.toSet());
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
                it.getLong("appliedSequence"));
    }

    private static Figure.Attainment attainment(Document it) {
        return new Figure.Attainment(
                it.getString("targetId"),
                it.getString("directiveId"),
                it.getString("directiveNumber"),
                it.getString("clause"),
                it.getString("comparator"),
                it.get("target", Decimal128.class).bigDecimalValue(),
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

    private static void append(Document query, String field, @Nullable String value) {
        if (value != null) {
            query.append(field, value);
        }
    }
}
