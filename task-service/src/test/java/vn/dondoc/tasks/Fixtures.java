package vn.dondoc.tasks;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.tasks.calendar.Calendars;
import vn.dondoc.tasks.deadline.Ladders;
import vn.dondoc.tasks.deadline.RungProperties;
import vn.dondoc.tasks.task.Actor;
import vn.dondoc.tasks.task.Assigner;
import vn.dondoc.tasks.task.Assignment;
import vn.dondoc.tasks.task.Duty;
import vn.dondoc.tasks.task.Limit;
import vn.dondoc.tasks.task.TaskEvent;
import vn.dondoc.tasks.task.TimeLimitClass;

/** What tests of this service say again and again. */
public final class Fixtures {

    public static final Instant NOW = Instant.parse("2021-08-03T01:00:00Z");

    /** Of the agency that has the task. */
    public static final Actor OWN = new Actor("cán bộ", "VN-23.snv", false, NOW);

    /** Of the province's office. */
    public static final Actor OFFICE = new Actor("văn thư", null, true, NOW);

    /** Of another agency. */
    public static final Actor OTHER = new Actor("người ngoài", "VN-23.stc", false, NOW);

    private Fixtures() {}

    public static Assignment assignment(@Nullable LocalDate dueOn) {
        return assignment(
                dueOn == null ? Limit.without(TimeLimitClass.CONTINUOUS, "thường xuyên") : Limit.on(dueOn, "phrase"));
    }

    public static Assignment assignment(Limit limit) {
        return new Assignment(
                "VN-23",
                "VN-23.snv",
                Assignment.Role.LEAD,
                new Duty.OfClause("d", null, "1.1", null),
                new Assigner.Office(),
                "quán triệt",
                limit);
    }

    public static RungProperties ladder(int... offsets) {
        var agency = List.of(new RungProperties.Told(TaskEvent.Whom.AGENCY, List.of(TaskEvent.Way.INBOX)));
        return new RungProperties(
                IntStream.of(offsets)
                        .mapToObj(it -> new RungProperties.Rung(it, agency))
                        .toList(),
                LocalTime.of(8, 0),
                Duration.ofSeconds(1),
                500,
                Duration.ofHours(24),
                Duration.ZERO);
    }

    /** The same ladder for every province. */
    public static Ladders ladders(RungProperties properties) {
        Ladders ladders = mock();
        when(ladders.of(any(), any())).thenReturn(properties.ladder());
        return ladders;
    }

    /** The rule of the Labour Code for every province. */
    public static Calendars calendars() {
        Calendars calendars = mock();
        when(calendars.of(any(), any())).thenReturn(new WorkingCalendar(Map.of()));
        return calendars;
    }
}
