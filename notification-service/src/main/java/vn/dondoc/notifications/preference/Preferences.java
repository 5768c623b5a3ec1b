package vn.dondoc.notifications.preference;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.aggregate.VietnamTime;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.notifications.notice.Facts;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.notice.wording.Language;

/**
 * How an agency wants to be told, or how a province wants its agencies to be told who say nothing themselves. What is
 * {@code null} or missing is left to the next below: the agency, its province, then {@link #BUILT_IN}.
 *
 * @param modes by kind and channel; the inbox has none, since everything is in it
 * @param quiet when nothing is to come
 * @param deputy who is told as well for a time
 * @param daily whether a digest of what is late and due soon comes on working days
 * @param weekly whether one about the agencies below comes on the first working day of a week
 * @param languages of messages, the first first
 */
public record Preferences(
        Map<Way, Mode> modes,
        @Nullable Quiet quiet,
        @Nullable Deputy deputy,
        @Nullable Boolean daily,
        @Nullable Boolean weekly,
        List<Language> languages) {

    /** When digests come: the beginning of the working day. */
    public static final LocalTime MORNING = LocalTime.of(7, 30);

    /** What is said when nobody says otherwise. */
    public static final Preferences BUILT_IN =
            new Preferences(Map.of(), null, null, false, true, List.of(Language.VI, Language.EN));

    /** Those whose day is the one until which something has to be done. */
    private static final Set<Notice.Kind> TO_BE_DONE = EnumSet.of(
            Notice.Kind.TASK_ASSIGNED,
            Notice.Kind.TASK_RETURNED,
            Notice.Kind.TASK_RESCHEDULED,
            Notice.Kind.DEADLINE_APPROACHING,
            Notice.Kind.TASK_PRESSED,
            Notice.Kind.EXTENSION_REFUSED);

    /** What is good to know and waits for nobody lies in the inbox. */
    private static final Set<Notice.Kind> INBOX_ONLY = EnumSet.of(
            Notice.Kind.TASK_VERIFIED,
            Notice.Kind.TASK_CONTRIBUTED,
            Notice.Kind.TASK_ANSWERED,
            Notice.Kind.REPORT_APPROVED,
            Notice.Kind.REPORT_CORRECTED,
            Notice.Kind.DIRECTIVE_AMENDED,
            Notice.Kind.DIRECTIVE_REVOKED,
            Notice.Kind.MAILBOX_DEAD);

    public Preferences {
        modes = Map.copyOf(modes);
        languages = List.copyOf(languages);
    }

    /** A kind of notice on a channel. */
    public record Way(Notice.Kind kind, String channel) {}

    /** When a notice goes out. */
    public enum Mode {
        AT_ONCE,
        /** With what else there is, at the beginning of the next working day. */
        DAILY,
        /** With what else there is, at the beginning of the first working day of the next week. */
        WEEKLY,
        OFF
    }

    /**
     * When nothing is to come, but for what is urgent; it comes afterwards.
     *
     * @param from of each day; {@code from} after {@code to} is over night
     * @param daysOff whether it is quiet on days that are not worked as well
     */
    public record Quiet(LocalTime from, LocalTime to, boolean daysOff) {

        boolean holds(LocalTime time) {
            return from.isBefore(to)
                    ? !time.isBefore(from) && time.isBefore(to)
                    : !time.isBefore(from) || time.isBefore(to);
        }

        /** The first moment from {@code moment} on that is not quiet. */
        Instant endsAfter(Instant moment, WorkingCalendar calendar) {
            ZonedDateTime at = moment.atZone(VietnamTime.ZONE);
            while (true) {
                if (daysOff && !calendar.isWorkingDay(at.toLocalDate())) {
                    at = at.toLocalDate().plusDays(1).atStartOfDay(VietnamTime.ZONE);
                } else if (holds(at.toLocalTime())) {
                    LocalDate day = at.toLocalTime().isBefore(to)
                            ? at.toLocalDate()
                            : at.toLocalDate().plusDays(1);
                    at = day.atTime(to).atZone(VietnamTime.ZONE);
                } else {
                    return at.toInstant();
                }
            }
        }
    }

    /**
     * Who is told as well.
     *
     * @param agency code, of the same province
     * @param until the last day
     */
    public record Deputy(String agency, LocalDate from, LocalDate until) {

        boolean stands(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /** These, with {@code below} where they say nothing. */
    public Preferences over(Preferences below) {
        Map<Way, Mode> all = new HashMap<>(below.modes);
        all.putAll(modes);
        return new Preferences(
                all,
                quiet == null ? below.quiet : quiet,
                deputy,
                daily == null ? below.daily : daily,
                weekly == null ? below.weekly : weekly,
                languages.isEmpty() ? below.languages : languages);
    }

    /** How a kind goes out on a channel, if nobody names the channel for it. */
    public Mode mode(Notice.Kind kind, String channel) {
        Mode said = modes.get(new Way(kind, channel));
        if (said != null) {
            return said;
        }
        // Rungs go out where the ladder of the province says so.
        return Notice.OF_A_DEADLINE.contains(kind) || INBOX_ONLY.contains(kind) ? Mode.OFF : Mode.AT_ONCE;
    }

    /**
     * When a notice goes out on a channel; empty if it does not.
     *
     * @param named whether what it is written for names the channel
     */
    public Optional<Instant> when(
            Notice.Kind kind, Facts facts, String channel, boolean named, Instant now, WorkingCalendar calendar) {
        Mode said = modes.get(new Way(kind, channel));
        Mode mode = said == null && named ? Mode.AT_ONCE : mode(kind, channel);
        if (mode == Mode.OFF) {
            return Optional.empty();
        }
        if (isUrgent(kind, facts, now)) {
            return Optional.of(now);
        }
        Instant at = switch (mode) {
            case AT_ONCE -> now;
            case DAILY -> calendar.nextWorkingDayAt(MORNING, now);
            case WEEKLY -> nextWeek(now, calendar);
            case OFF -> throw new IllegalStateException("decided above");
        };
        return Optional.of(quiet == null ? at : quiet.endsAfter(at, calendar));
    }

    private static Instant nextWeek(Instant now, WorkingCalendar calendar) {
        LocalDate sunday = VietnamTime.dateOf(now)
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .minusDays(1);
        return calendar.nextWorkingDayAt(MORNING, WorkingCalendar.at(sunday, LocalTime.MAX));
    }

    /** What has to be done today or tomorrow, or by an hour, comes at any hour. */
    static boolean isUrgent(Notice.Kind kind, Facts facts, Instant now) {
        if (!TO_BE_DONE.contains(kind)) {
            return false;
        }
        LocalDate due = facts.dueOn();
        LocalDate today = VietnamTime.dateOf(now);
        return due != null && !due.isBefore(today) && (facts.dueAt() != null || !due.isAfter(today.plusDays(1)));
    }

    /** Code of the agency that is told as well on a day. */
    public Optional<String> deputyOn(LocalDate day) {
        return deputy != null && deputy.stands(day) ? Optional.of(deputy.agency()) : Optional.empty();
    }
}
