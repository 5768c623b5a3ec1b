package vn.dondoc.tasks.series.mongo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.failure.Text;
import vn.dondoc.messaging.outbox.AggregateStore;
import vn.dondoc.messaging.outbox.Order;
import vn.dondoc.messaging.outbox.Outbox;
import vn.dondoc.tasks.series.AllSeries;
import vn.dondoc.tasks.series.Recurrence;
import vn.dondoc.tasks.series.Series;
import vn.dondoc.tasks.task.Duty;

@Repository
class MongoSeries implements AllSeries {

    private static final String OPENS = "state.opensOn";
    private static final String DIRECTIVE = "state.directiveId";
    private static final String AGENCY = "state.assignees.agency";
    private static final int MOST = 10_000;

    private final AggregateStore<Series, Series.Never> store;

    private record SeriesDocument(
            String province,
            String directiveId,
            @Nullable String directiveNumber,
            String clause,
            String text,
            @Nullable String phrase,
            Recurrence.Frequency frequency,
            @Nullable Integer day,
            @Nullable Integer month,
            @Nullable Integer monthOfPeriod,
            @Nullable Integer periodOffset,
            @Nullable Integer weekday,
            @Nullable Integer weekOfMonth,
            List<String> days,
            boolean inclusive,
            List<Series.Assignee> assignees,
            @Nullable String period,
            @Nullable String opensOn,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate following,
            @Nullable LocalDate until) {

        static SeriesDocument from(Series it) {
            Recurrence rule = it.recurrence();
            Recurrence.Occurrence next = it.next();
            return new SeriesDocument(
                    it.province(),
                    it.duty().directiveId(),
                    it.duty().directiveNumber(),
                    it.duty().clause(),
                    it.text(),
                    it.phrase(),
                    rule.frequency(),
                    rule.day(),
                    rule.month(),
                    rule.monthOfPeriod(),
                    rule.periodOffset(),
                    rule.weekday(),
                    rule.weekOfMonth(),
                    rule.days().stream().map(MonthDay::toString).toList(),
                    rule.inclusive(),
                    it.assignees(),
                    next == null ? null : next.period(),
                    next == null ? null : next.opensOn().toString(),
                    next == null ? null : next.dueOn(),
                    next == null ? null : next.next(),
                    it.until());
        }

        Series toSeries() {
            return new Series(
                    province,
                    new Duty.OfClause(directiveId, directiveNumber, clause, null),
                    text,
                    phrase,
                    new Recurrence(
                            frequency,
                            day,
                            month,
                            monthOfPeriod,
                            periodOffset,
                            weekday,
                            weekOfMonth,
                            days.stream().map(MonthDay::parse).toList(),
                            inclusive),
                    assignees,
                    period == null || opensOn == null || dueOn == null || following == null
                            ? null
                            : new Recurrence.Occurrence(period, LocalDate.parse(opensOn), dueOn, following),
                    until);
        }
    }

    MongoSeries(Outbox outbox) {
        this.store = outbox.storeOf(
                "series", SeriesDocument.class, SeriesDocument::from, SeriesDocument::toSeries, (id, never) -> {
                    throw new IllegalStateException("series publish nothing");
                });
        store.declareSparseIndex(new Document(OPENS, 1).append("_id", 1));
        store.declareIndex(Order.BY_ID, DIRECTIVE);
        store.declareIndex(Order.BY_ID, "province", AGENCY);
    }

    @Override
    public void beginAll(AccessScope scope, List<Series> series) {
        store.createAll(
                series.stream()
                        .map(it -> new AggregateStore.Birth<>(
                                id(it), it.province(), Decision.<Series, Series.Never>quietly(it)))
                        .toList(),
                scope.actor());
    }

    @Override
    public List<Versioned<Series>> openingBy(AccessScope scope, LocalDate day, int limit) {
        Document query = new Document(OPENS, new Document("$lte", day.toString()));
        return store.first(query, Order.by(OPENS), limit);
    }

    @Override
    public List<Versioned<Series>> of(AccessScope scope, String directiveId) {
        return store.first(new Document(DIRECTIVE, directiveId), Order.BY_ID, MOST);
    }

    @Override
    public List<Versioned<Series>> ofAgency(AccessScope scope, String province, String agency) {
        return store.first(new Document("province", province).append(AGENCY, agency), Order.BY_ID, MOST);
    }

    @Override
    public void change(
            AccessScope scope, String id, Command command, Function<Series, Decision<Series, Series.Never>> decide) {
        store.handle(Text.of("tasks.no-series", id), id, null, command, it -> decide.apply(it.state()));
    }

    @Override
    public int changeAll(AccessScope scope, List<Change> changes) {
        return store.changeAll(
                changes.stream()
                        .map(it -> new AggregateStore.Change<>(it.before(), it.decision()))
                        .toList(),
                scope.actor());
    }

    private static String id(Series it) {
        String cause = "series\n" + it.duty().directiveId() + "\n" + it.duty().clause();
        return UUID.nameUUIDFromBytes(cause.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
