package vn.dondoc.tasks.series;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.aggregate.VietnamTime;
import vn.dondoc.tasks.assign.AssignTasks;
import vn.dondoc.tasks.calendar.Calendars;

/**
 * Gives the occurrences whose day has come. Tasks first, then the series moves on: if it dies between, the same tasks are
 * given again, under the same ids, and are there already.
 */
@Component
class OpenOccurrences {

    private static final AccessScope SELF = AccessScope.ofService("open-occurrences");
    private static final int AT_ONCE = 100;

    private final AllSeries series;
    private final AssignTasks assign;
    private final Calendars calendars;
    private final Clock clock;

    OpenOccurrences(AllSeries series, AssignTasks assign, Calendars calendars, Clock clock) {
        this.series = series;
        this.assign = assign;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${dondoc.deadlines.sweep-interval:1s}")
    void open() {
        LocalDate today = VietnamTime.today(clock);
        List<Versioned<Series>> due;
        int moved;
        do {
            due = series.openingBy(SELF, today, AT_ONCE);
            List<AllSeries.Change> changes = new ArrayList<>();
            for (Versioned<Series> it : due) {
                assign.assign(it.state().assignments());
                Recurrence.Occurrence given = it.state().next();
                if (given != null) {
                    Recurrence.Occurrence following = it.state()
                            .recurrence()
                            .of(given.next(), calendars.of(SELF, it.state().province()));
                    changes.add(new AllSeries.Change(it, it.state().given(following)));
                }
            }
            moved = series.changeAll(SELF, changes);
        } while (moved > 0);
    }
}
