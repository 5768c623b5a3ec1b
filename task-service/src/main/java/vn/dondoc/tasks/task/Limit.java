package vn.dondoc.tasks.task;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import vn.dondoc.failure.Failure;

/**
 * Until when a duty is done in time.
 *
 * @param dueOn last day in time; there is one exactly if the class is {@link TimeLimitClass#DATED}
 * @param dueAt hour of that day at which it ends; {@code null} if the whole day counts
 * @param phrase verbatim
 * @param counted how the day is counted, or will be; {@code null} if it is named
 */
public record Limit(
        TimeLimitClass timeLimit,
        @Nullable LocalDate dueOn,
        @Nullable LocalTime dueAt,
        @Nullable String phrase,
        @Nullable Counted counted) {

    /** Sorts behind every date. */
    public static final String UNDATED = "~";

    private static final int MOST_YEARS_AHEAD = 30;

    /** Sorts behind every hour of its day. */
    private static final String WHOLE_DAY = "24";

    public Limit {
        if ((timeLimit == TimeLimitClass.DATED) != (dueOn != null)) {
            throw new IllegalArgumentException(timeLimit + " with last day " + dueOn);
        }
    }

    /** The whole of {@code day} is in time. */
    public static Limit on(LocalDate day, @Nullable String phrase) {
        return new Limit(TimeLimitClass.DATED, day, null, phrase, null);
    }

    /** Never overdue. */
    public static Limit without(TimeLimitClass timeLimit, @Nullable String phrase) {
        return new Limit(timeLimit, null, null, phrase, null);
    }

    /**
     * A limit counted from something.
     *
     * @param amount of units; negative counts back
     * @param since what it is counted from; {@code null} while that has not happened
     */
    public record Counted(
            int amount, Unit unit, From from, @Nullable LocalDate since) {

        /** What is counted. */
        public enum Unit {
            HOUR,
            DAY,
            WORKING_DAY
        }

        /** Where counting begins. */
        public enum From {
            ISSUE_DATE,
            RECEIPT,
            EVENT,
            OTHER_DEADLINE
        }

        Counted since(LocalDate day) {
            return new Counted(amount, unit, from, day);
        }
    }

    /**
     * Refuses a last day, given today, that is over or that nobody lives to see: a slip in a year.
     *
     * @throws Failure.Invalid naming {@code /dueOn}
     */
    public static void refuseUnlessAhead(LocalDate dueOn, LocalDate today) {
        if (dueOn.isBefore(today)) {
            throw new Failure.Invalid("/dueOn", "tasks.day-past");
        }
        if (dueOn.isAfter(today.plusYears(MOST_YEARS_AHEAD))) {
            throw new Failure.Invalid("/dueOn", "tasks.day-far");
        }
    }

    /** Whether it is done in time at an hour of a day; {@code null} as hour if only the day is known. */
    boolean inTime(LocalDate day, @Nullable LocalTime hour) {
        if (dueOn == null || day.isBefore(dueOn)) {
            return true;
        }
        return day.equals(dueOn) && (dueAt == null || hour == null || !hour.isAfter(dueAt));
    }

    /** What lists are ordered by: the last day and hour; behind every day, the class of those that have none. */
    public String order() {
        return dueOn == null ? UNDATED + timeLimit.name() : order(dueOn, dueAt);
    }

    /** Of a limit on a day; {@code null} as hour for the whole of it. Sorts behind the moments that are in time. */
    public static String order(LocalDate day, @Nullable LocalTime hour) {
        return day + "T" + (hour == null ? WHOLE_DAY : hour);
    }
}
