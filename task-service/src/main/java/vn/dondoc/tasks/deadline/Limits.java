package vn.dondoc.tasks.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.VietnamTime;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.failure.Failure;
import vn.dondoc.tasks.calendar.Calendars;
import vn.dondoc.tasks.task.Assignment;
import vn.dondoc.tasks.task.Limit;
import vn.dondoc.tasks.task.TimeLimitClass;

/**
 * Last days that are counted: "15 ngày làm việc kể từ ngày ban hành". The day from which is counted is not counted itself
 * (Bộ luật Dân sự 2015, article 147); working days are those of the province's calendar.
 */
@Component
public class Limits {

    private static final AccessScope SELF = AccessScope.ofService("count-limits");

    private final Calendars calendars;

    Limits(Calendars calendars) {
        this.calendars = calendars;
    }

    /**
     * A limit counted from something that happened, or not yet.
     *
     * @param counted how; its day may still be open, then so is the limit's
     * @param moment the hour from which hours are counted; {@code null} if only the day is known: then from its end, or
     *     back from its beginning
     */
    public Limit counted(String province, Limit.Counted counted, @Nullable Instant moment, @Nullable String phrase) {
        LocalDate since = counted.since();
        if (since == null) {
            return new Limit(TimeLimitClass.AWAITED, null, null, phrase, counted);
        }
        WorkingCalendar calendar = calendars.of(SELF, province);
        return switch (counted.unit()) {
            case DAY -> dated(since.plusDays(counted.amount()), phrase, counted);
            case WORKING_DAY -> dated(calendar.plusWorkingDays(since, counted.amount()), phrase, counted);
            case HOUR -> {
                LocalDate midnight = counted.amount() < 0 ? since : since.plusDays(1);
                LocalDateTime from =
                        moment == null ? midnight.atStartOfDay() : LocalDateTime.ofInstant(moment, VietnamTime.ZONE);
                LocalDateTime until =
                        from.plusHours(counted.amount()).withSecond(0).withNano(0);
                yield new Limit(TimeLimitClass.DATED, until.toLocalDate(), until.toLocalTime(), phrase, counted);
            }
        };
    }

    /**
     * A limit that somebody gives today.
     *
     * @param dueOn last day; {@code null} for none, or for one that is counted
     * @param dueAt hour of that day
     * @param workingDays from today, instead of a day
     * @throws Failure.Invalid naming what does not go together, and days that are over or far away
     */
    public Limit given(
            String province,
            LocalDate today,
            @Nullable LocalDate dueOn,
            @Nullable LocalTime dueAt,
            @Nullable Integer workingDays) {
        if (workingDays != null) {
            if (dueOn != null || dueAt != null) {
                throw new Failure.Invalid("/workingDays", "tasks.day-or-count");
            }
            var counted =
                    new Limit.Counted(workingDays, Limit.Counted.Unit.WORKING_DAY, Limit.Counted.From.RECEIPT, today);
            return counted(province, counted, null, null);
        }
        if (dueOn == null) {
            if (dueAt != null) {
                throw new Failure.Invalid("/dueAt", "tasks.hour-without-day");
            }
            return Limit.without(TimeLimitClass.UNDATED, null);
        }
        Limit.refuseUnlessAhead(dueOn, today);
        return new Limit(TimeLimitClass.DATED, dueOn, dueAt, null, null);
    }

    /** How a limit of an assignment counts from a day, of which only the day is known. */
    public Function<Limit.Counted, Limit> of(Assignment assignment) {
        return counted ->
                counted(assignment.province(), counted, null, assignment.limit().phrase());
    }

    private static Limit dated(LocalDate day, @Nullable String phrase, Limit.Counted counted) {
        return new Limit(TimeLimitClass.DATED, day, null, phrase, counted);
    }

    /** The same limit as of the calendar of now. */
    Limit recounted(String province, Limit limit) {
        Limit.Counted counted = limit.counted();
        return counted != null && counted.unit() == Limit.Counted.Unit.WORKING_DAY && counted.since() != null
                ? counted(province, counted, null, limit.phrase())
                : limit;
    }

    /** Years on which the last day or a rung of its ladder rests, and which nobody has confirmed. */
    public SortedSet<Integer> unconfirmed(String province, Limit limit) {
        LocalDate dueOn = limit.dueOn();
        if (dueOn == null) {
            return new TreeSet<>();
        }
        Limit.Counted counted = limit.counted();
        LocalDate since = counted == null || counted.unit() != Limit.Counted.Unit.WORKING_DAY ? null : counted.since();
        LocalDate from = since != null && since.isBefore(dueOn) ? since : dueOn;
        return calendars.of(SELF, province).unconfirmed(from, dueOn);
    }
}
