package vn.dondoc.tasks.calendar.mongo;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Repository;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.calendar.CalendarProperties;
import vn.dondoc.calendar.CalendarYear;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.contract.Topic;
import vn.dondoc.failure.Text;
import vn.dondoc.messaging.EventEncoder;
import vn.dondoc.messaging.outbox.AggregateStore;
import vn.dondoc.messaging.outbox.Order;
import vn.dondoc.messaging.outbox.Outbox;
import vn.dondoc.tasks.calendar.CalendarEvent;
import vn.dondoc.tasks.calendar.Calendars;
import vn.dondoc.tasks.policy.Realignments;

@Repository
@EnableConfigurationProperties(CalendarProperties.class)
class MongoCalendars implements Calendars {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int MOST_PROVINCES = 1_000;
    private static final int MOST_YEARS = 200;

    private final AggregateStore<CalendarYear, CalendarEvent> store;
    private final Map<Integer, CalendarYear> shipped;
    private final Realignments realignments;
    private final LoadingCache<String, WorkingCalendar> recent = Caffeine.newBuilder()
            .expireAfterWrite(FRESH)
            .maximumSize(MOST_PROVINCES)
            .build(this::read);

    private record CalendarDocument(
            int year, CalendarYear.State state, @Nullable String decree, List<LocalDate> off, List<LocalDate> worked) {

        static CalendarDocument from(CalendarYear it) {
            return new CalendarDocument(
                    it.year(), it.state(), it.decree(), List.copyOf(it.off()), List.copyOf(it.worked()));
        }

        CalendarYear toYear() {
            return new CalendarYear(year, state, decree, Set.copyOf(off), Set.copyOf(worked));
        }
    }

    MongoCalendars(
            Outbox outbox,
            EventEncoder<CalendarEvent> encoder,
            CalendarProperties properties,
            Realignments realignments) {
        this.realignments = realignments;
        this.shipped = properties.shipped();
        this.store = outbox.storeOf(
                "calendars", CalendarDocument.class, CalendarDocument::from, CalendarDocument::toYear, encoder);
        store.declareIndex(Order.BY_ID, "province");
        store.tellAgain(Topic.CALENDARS, (province, it) -> List.of(new CalendarEvent.Decided(province, it)));
    }

    @Override
    public WorkingCalendar of(AccessScope scope, String province) {
        return recent.get(province);
    }

    @Override
    public void refresh(AccessScope scope, String province) {
        recent.invalidate(province);
    }

    private WorkingCalendar read(String province) {
        Map<Integer, CalendarYear> decided = new HashMap<>(shipped);
        store.findAny(new Document("province", province), MOST_YEARS)
                .forEach(it -> decided.put(it.state().year(), it.state()));
        return new WorkingCalendar(decided);
    }

    @Override
    public Optional<Versioned<CalendarYear>> find(AccessScope scope, int year) {
        return store.find(id(scope.province(), year), scope.province());
    }

    @Override
    public Receipt decide(AccessScope scope, CalendarYear year, Command command) {
        String province = scope.province();
        realignments.want(scope, province);
        try {
            if (find(scope, year.year()).isEmpty()) {
                return store.create(id(province, year.year()), province, command, () -> decided(province, year));
            }
            return store.handle(
                    Text.of("tasks.no-calendar", year.year()),
                    id(province, year.year()),
                    province,
                    command,
                    // What was decided before decisions were published is published when it is decided again.
                    before -> before.state().equals(year) && before.sequence() > 0
                            ? Decision.nothing(year)
                            : decided(province, year));
        } finally {
            recent.invalidate(province);
            realignments.want(scope, province);
        }
    }

    private static Decision<CalendarYear, CalendarEvent> decided(String province, CalendarYear year) {
        return Decision.of(year, new CalendarEvent.Decided(province, year));
    }

    private static String id(String province, int year) {
        return province + "/" + year;
    }
}
