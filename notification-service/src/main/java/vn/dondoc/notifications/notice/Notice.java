package vn.dondoc.notifications.notice;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dondoc.aggregate.Decision;

/**
 * Something that an agency is to be told, through one channel.
 *
 * @param recipient agency code
 * @param mailbox where a mail goes; {@code null} for other channels
 * @param subjectEn English beside the Vietnamese
 * @param nextAttemptAt when delivery is tried next; {@code null} once it is over
 */
public record Notice(
        String province,
        String recipient,
        Kind kind,
        Channel channel,
        @Nullable String taskId,
        @Nullable String rung,
        String subject,
        String body,
        String subjectEn,
        String bodyEn,
        @Nullable String mailbox,
        Status status,
        int attempts,
        @Nullable Instant nextAttemptAt,
        Instant createdAt,
        boolean acknowledged) {

    private static final int MOST_ATTEMPTS = 8;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

    /** What it is about. */
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
        TASK_ANSWERED
    }

    /** How it goes out. */
    public enum Channel {
        INBOX,
        MAIL
    }

    /** Whether it went out. */
    public enum Status {
        PENDING,
        SENT,
        FAILED,
        /** What it was to say was no longer true when it could have gone out. */
        SUPERSEDED
    }

    /** Derived from what it is about, so that the same notice exists once however often its cause is heard. */
    public static String idOf(String cause, String recipient, Channel channel) {
        String identity = cause + "\n" + recipient + "\n" + channel;
        return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** It comes into being. In the inbox it has arrived at once; a mail still has to go out. */
    public Decision<Notice, NoticeEvent> create() {
        return channel == Channel.INBOX ? Decision.of(this, new NoticeEvent.NoticeSent(this)) : Decision.quietly(this);
    }

    /** Somebody takes the next attempt; nobody else does until it had its time. */
    public Decision<Notice, NoticeEvent> attempt(Instant now) {
        if (status != Status.PENDING || nextAttemptAt == null || nextAttemptAt.isAfter(now)) {
            return Decision.nothing(this);
        }
        Instant next = now.plus(FIRST_PAUSE.multipliedBy(1L << attempts));
        return Decision.quietly(with(Status.PENDING, attempts + 1, next, acknowledged));
    }

    public Decision<Notice, NoticeEvent> delivered() {
        if (status == Status.SENT) {
            return Decision.nothing(this);
        }
        Notice sent = with(Status.SENT, attempts, null, acknowledged);
        return Decision.of(sent, new NoticeEvent.NoticeSent(sent));
    }

    /**
     * An attempt failed.
     *
     * @param forGood whether trying again cannot help
     */
    public Decision<Notice, NoticeEvent> failed(String reason, boolean forGood) {
        if (status == Status.SUPERSEDED || !forGood && attempts < MOST_ATTEMPTS) {
            return Decision.nothing(this);
        }
        Notice failed = with(Status.FAILED, attempts, null, acknowledged);
        return Decision.of(failed, new NoticeEvent.NoticeFailed(failed, reason));
    }

    /** What it was to say of a deadline is no longer true; what is on its way or went out stays as it is. */
    public Decision<Notice, NoticeEvent> supersede() {
        boolean ofDeadline = kind == Kind.DEADLINE_APPROACHING || kind == Kind.DEADLINE_MISSED;
        return status == Status.PENDING && ofDeadline
                ? Decision.quietly(with(Status.SUPERSEDED, attempts, null, acknowledged))
                : Decision.nothing(this);
    }

    public Decision<Notice, NoticeEvent> acknowledge() {
        if (acknowledged) {
            return Decision.nothing(this);
        }
        Notice read = with(status, attempts, nextAttemptAt, true);
        return Decision.of(read, new NoticeEvent.NoticeAcknowledged(read));
    }

    private Notice with(Status newStatus, int newAttempts, @Nullable Instant next, boolean read) {
        return new Notice(
                province,
                recipient,
                kind,
                channel,
                taskId,
                rung,
                subject,
                body,
                subjectEn,
                bodyEn,
                mailbox,
                newStatus,
                newAttempts,
                next,
                createdAt,
                read);
    }
}
