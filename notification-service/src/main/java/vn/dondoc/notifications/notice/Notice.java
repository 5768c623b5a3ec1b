package vn.dondoc.notifications.notice;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.VietnamTime;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.failure.Failure;

/**
 * Something that an agency is told, on one channel.
 *
 * @param recipient agency code
 * @param worded as an earlier release worded it, which kept no facts beside; {@code null} for all others
 */
public record Notice(
        String province,
        String recipient,
        Kind kind,
        Facts facts,
        @Nullable Bilingual worded,
        Instant createdAt,
        Way way) {

    /** Those that say how a deadline stands, which is true only for a time. */
    public static final Set<Kind> OF_A_DEADLINE =
            Collections.unmodifiableSet(EnumSet.of(Kind.DEADLINE_APPROACHING, Kind.DEADLINE_MISSED));

    /** The law gives them effect: they can come later in the day, but not be switched off. */
    public static final Set<Kind> MANDATORY = Collections.unmodifiableSet(
            EnumSet.of(Kind.TASK_ASSIGNED, Kind.DEADLINE_MISSED, Kind.TASK_PRESSED, Kind.TASK_WITHDRAWN));

    /** What it says. */
    public enum Kind {
        TASK_ASSIGNED,
        DEADLINE_APPROACHING,
        DEADLINE_MISSED,
        TASK_RESCHEDULED,
        TASK_WITHDRAWN,
        TASK_REFUSED,
        TASK_REFUSAL_REJECTED,
        TASK_VERIFIED,
        TASK_RETURNED,
        EXTENSION_REQUESTED,
        EXTENSION_GRANTED,
        EXTENSION_REFUSED,
        TASK_HANDED_OVER,
        TASK_CONTRIBUTED,
        TASK_ASKED,
        TASK_ANSWERED,
        TASK_PRESSED,
        REPORT_TO_APPROVE,
        REPORT_APPROVED,
        CONSOLIDATION_SENT,
        REPORT_CORRECTED,
        REPORT_WITHDRAWN,
        TARGET_MISSED,
        FIGURE_RESTATED,
        DIRECTIVE_AMENDED,
        DIRECTIVE_REVOKED,
        NOT_OPENED,
        DAILY_DIGEST,
        WEEKLY_DIGEST,
        MAILBOX_DEAD,
        NOT_TAKEN_UP,
        RECORD_PARKED
    }

    /** Both languages. */
    public record Bilingual(Wording vietnamese, Wording english) {}

    /** Derived from what it is about, so that the same notice exists once however often its cause is heard. */
    public static String idOf(String cause, String recipient, String channel) {
        String identity = cause + "\n" + recipient + "\n" + channel;
        return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** It comes into being. In the inbox it has arrived at once; on another channel it still has to go out. */
    public Decision<Notice, NoticeEvent> create() {
        return switch (way) {
            case Way.Inbox it -> Decision.of(this, new NoticeEvent.NoticeSent(this, 1));
            case Way.Delivery it -> Decision.quietly(this);
        };
    }

    public Notice by(Way other) {
        return new Notice(province, recipient, kind, facts, worded, createdAt, other);
    }

    /**
     * The same as it is to be said on a day, if that is another than the one it was written on: a deadline has come nearer
     * meanwhile, or has passed.
     */
    public Notice asOf(LocalDate today, WorkingCalendar calendar) {
        LocalDate due = facts.dueOn();
        if (!OF_A_DEADLINE.contains(kind)
                || due == null
                || VietnamTime.dateOf(createdAt).equals(today)) {
            return this;
        }
        boolean late = due.isBefore(today);
        // Over a week-end no working day has passed yet, and the day itself has.
        int days =
                late ? Math.max(1, calendar.workingDaysBetween(due, today)) : calendar.workingDaysBetween(today, due);
        Facts now = FactsBuilder.like(facts).reached(facts.rung(), days).build();
        return new Notice(province, recipient, late ? Kind.DEADLINE_MISSED : kind, now, worded, createdAt, way);
    }

    /** Without what an earlier one says of a deadline of which a later one speaks as well. */
    public static List<Notice> eachDeadlineOnce(List<Notice> notices) {
        Map<List<String>, Notice> latest = new HashMap<>();
        for (Notice it : notices) {
            if (OF_A_DEADLINE.contains(it.kind)) {
                latest.merge(it.deadline(), it, (one, other) -> other.createdAt.isBefore(one.createdAt) ? one : other);
            }
        }
        return notices.stream()
                .filter(it -> !OF_A_DEADLINE.contains(it.kind) || latest.get(it.deadline()) == it)
                .toList();
    }

    /** Whose of which task, and for whom. */
    private List<String> deadline() {
        return List.of(facts.subjectId(), facts.agency(), Objects.requireNonNullElse(facts.insteadOf(), ""));
    }

    /**
     * Somebody takes the next attempt; nobody else does before {@code until}.
     *
     * @param by a name of this taking alone
     * @param reach until when what nobody has taken yet may be due; not before {@code now}
     */
    public Decision<Notice, NoticeEvent> take(String by, Instant now, Instant reach, Instant until) {
        return way instanceof Way.Delivery it && canBeTaken(now, reach)
                ? Decision.quietly(by(it.taken(by, until)))
                : Decision.nothing(this);
    }

    /** Whether it is due, or nobody has taken it and it will be soon. */
    public boolean canBeTaken(Instant now, Instant reach) {
        return way instanceof Way.Delivery it && (isDue(it, now) || it.takenBy() == null && isDue(it, reach));
    }

    /** It is not tried before {@code next}, though nothing was tried now. */
    public Decision<Notice, NoticeEvent> wait(Instant now, Instant next) {
        return way instanceof Way.Delivery it && isDue(it, now)
                ? Decision.quietly(by(it.put(next)))
                : Decision.nothing(this);
    }

    private static boolean isDue(Way.Delivery it, Instant now) {
        return it.nextAttemptAt() != null && !it.nextAttemptAt().isAfter(now);
    }

    public Decision<Notice, NoticeEvent> delivered(Way.Attempt attempt) {
        if (!(way instanceof Way.Delivery it) || it.status() == Way.Status.SENT) {
            return Decision.nothing(this);
        }
        Notice sent = by(it.ended(Way.Status.SENT, it.with(attempt)));
        return Decision.of(sent, new NoticeEvent.NoticeSent(sent, it.tries()));
    }

    /**
     * An attempt failed. It is news only to who made the latest, and only once.
     *
     * @param taking under which it was made
     * @param next when it is tried again; {@code null} if never
     */
    public Decision<Notice, NoticeEvent> failed(String taking, Way.Attempt attempt, @Nullable Instant next) {
        if (!(way instanceof Way.Delivery it)
                || it.status() != Way.Status.PENDING
                || !taking.equals(it.takenBy())
                || it.attempts().contains(attempt)) {
            return Decision.nothing(this);
        }
        if (next != null) {
            return Decision.quietly(by(it.tryingAgain(next, attempt)));
        }
        Notice failed = by(it.ended(Way.Status.FAILED, it.with(attempt)));
        return Decision.of(failed, new NoticeEvent.NoticeFailed(failed, it.tries(), attempt.answer()));
    }

    /**
     * Somebody has what went out, or did not, tried once more.
     *
     * @throws Failure.Conflict if it lies in an inbox, is on its way, or is no longer true
     */
    public Decision<Notice, NoticeEvent> again(Instant now) {
        if (!(way instanceof Way.Delivery it)) {
            throw new Failure.Conflict("notifications.in-inbox");
        }
        return switch (it.status()) {
            case PENDING -> throw new Failure.Conflict("notifications.still-trying");
            case SUPERSEDED -> throw new Failure.Conflict("notifications.no-longer-true");
            case SENT, FAILED -> Decision.quietly(by(it.again(now)));
        };
    }

    /** What it was to say of a deadline is no longer true; what is on its way or went out stays as it is. */
    public Decision<Notice, NoticeEvent> supersede() {
        return OF_A_DEADLINE.contains(kind) && way instanceof Way.Delivery it && it.status() == Way.Status.PENDING
                ? Decision.quietly(by(it.ended(Way.Status.SUPERSEDED, it.attempts())))
                : Decision.nothing(this);
    }

    /** Somebody of the recipient takes it as far as {@code stage}. */
    public Decision<Notice, NoticeEvent> reach(Reading.Stage stage, Instant now, String by) {
        if (!(way instanceof Way.Inbox it)) {
            return Decision.nothing(this);
        }
        Notice read = by(new Way.Inbox(it.position(), it.reading().reached(stage, now, by)));
        if (read.equals(this)) {
            return Decision.nothing(this);
        }
        return stage == Reading.Stage.ACKNOWLEDGED
                ? Decision.of(read, new NoticeEvent.NoticeAcknowledged(read))
                : Decision.quietly(read);
    }

    /** Somebody of the recipient puts it away, or takes it out again. */
    public Decision<Notice, NoticeEvent> putAway(boolean away) {
        if (!(way instanceof Way.Inbox it) || it.reading().archived() == away) {
            return Decision.nothing(this);
        }
        return Decision.quietly(by(new Way.Inbox(it.position(), it.reading().putAway(away))));
    }
}
