package vn.dondoc.notifications.calendar.mongo;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import vn.dondoc.access.AccessScope;
import vn.dondoc.calendar.CalendarProperties;
import vn.dondoc.calendar.CalendarYear;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.messaging.outbox.LatestStates;
import vn.dondoc.notifications.calendar.Calendars;

@Repository
@EnableConfigurationProperties(CalendarProperties.class)
class MongoCalendars implements Calendars {

    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final int MOST_PROVINCES = 1_000;

    private final LatestStates states;
    private final Map<Integer, CalendarYear> shipped;
    private final LoadingCache<String, WorkingCalendar> recent = Caffeine.newBuilder()
            .expireAfterWrite(FRESH)
            .maximumSize(MOST_PROVINCES)
            .build(this::read);

    MongoCalendars(MongoOperations mongo, CalendarProperties properties) {
        this.states = new LatestStates(mongo, "calendars");
        states.declareIndex(new Document("province", 1));
        this.shipped = properties.shipped();
    }

    @Override
    public WorkingCalendar of(AccessScope scope, String province) {
        return recent.get(province);
    }

    @Override
    public void learn(AccessScope scope, String province, CalendarYear it, long sequence) {
        states.put(
                province + "/" + it.year(),
                sequence,
                new Document("province", province)
                        .append("year", it.year())
                        .append("state", it.state().name())
                        .append("off", texts(it.off()))
                        .append("worked", texts(it.worked())));
        recent.invalidate(province);
    }

    private WorkingCalendar read(String province) {
        Map<Integer, CalendarYear> decided = new HashMap<>(shipped);
        for (Document it : states.findAny(new Document("province", province))) {
            int year = it.getInteger("year");
            decided.put(
                    year,
                    new CalendarYear(
                            year,
                            CalendarYear.State.valueOf(it.getString("state")),
                            null,
                            days(it.getList("off", String.class)),
                            days(it.getList("worked", String.class))));
        }
        return new WorkingCalendar(decided);
    }

    private static List<String> texts(Collection<LocalDate> days) {
        return days.stream().map(LocalDate::toString).toList();
    }

    private static Set<LocalDate> days(List<String> texts) {
        return texts.stream().map(LocalDate::parse).collect(Collectors.toSet());
    }
}
