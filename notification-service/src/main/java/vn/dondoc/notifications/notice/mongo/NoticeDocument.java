package vn.dondoc.notifications.notice.mongo;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.messaging.outbox.SharedTexts;
import vn.dondoc.notifications.notice.Facts;
import vn.dondoc.notifications.notice.FactsBuilder;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.notice.Reading;
import vn.dondoc.notifications.notice.Way;
import vn.dondoc.notifications.notice.Wording;

/**
 * A notice as stored.
 *
 * @param box whose inbox it has a position in; only of what has one
 * @param waiting only while it is to go out
 * @param subject to {@code bodyEn}: the words of an earlier release, which kept no facts
 */
record NoticeDocument(
        String province,
        String recipient,
        Notice.Kind kind,
        String channel,
        @Nullable String taskId,
        @Nullable Facts facts,
        Instant createdAt,
        @Nullable String textId,
        @Nullable String box,
        @Nullable Long position,
        @Nullable Reading reading,
        Way.@Nullable Status status,
        int attempts,
        @Nullable String takenBy,
        @Nullable Waiting waiting,
        @Nullable List<Way.Attempt> tried,
        @Nullable String address,
        @Nullable String subject,
        @Nullable String body,
        @Nullable String subjectEn,
        @Nullable String bodyEn,
        @Nullable String rung,
        @Nullable Instant nextAttemptAt,
        @Nullable Boolean acknowledged) {

    /** What is due on which channel, where to. */
    record Waiting(String channel, String address, Instant at) {}

    static NoticeDocument from(Notice it) {
        Way.Inbox inbox = it.way() instanceof Way.Inbox in ? in : null;
        Way.Delivery out = it.way() instanceof Way.Delivery delivery ? delivery : null;
        Notice.Bilingual worded = it.worded();
        return new NoticeDocument(
                it.province(),
                it.recipient(),
                it.kind(),
                it.way().channel(),
                it.facts().taskId(),
                it.facts(),
                it.createdAt(),
                SharedTexts.idOf(it.province(), searched(it)),
                inbox == null || inbox.position() == null ? null : it.recipient(),
                inbox == null ? null : inbox.position(),
                inbox == null ? null : inbox.reading(),
                out == null ? Way.Status.SENT : out.status(),
                out == null ? 1 : out.tries(),
                out == null ? null : out.takenBy(),
                out == null || out.nextAttemptAt() == null
                        ? null
                        : new Waiting(out.channel(), out.address(), out.nextAttemptAt()),
                out == null ? null : out.attempts(),
                out == null ? null : out.address(),
                worded == null ? null : worded.vietnamese().subject(),
                worded == null ? null : worded.vietnamese().body(),
                worded == null ? null : worded.english().subject(),
                worded == null ? null : worded.english().body(),
                it.facts().rung(),
                null,
                null);
    }

    Notice toNotice() {
        return new Notice(
                province, recipient, kind, facts == null ? earlierFacts() : facts, worded(), createdAt, way());
    }

    private Way way() {
        if (channel.equals(Way.INBOX)) {
            return new Way.Inbox(position, reading == null ? earlierReading() : reading);
        }
        Instant next = waiting == null ? nextAttemptAt : waiting.at();
        return new Way.Delivery(
                channel,
                address == null ? recipient : address,
                Objects.requireNonNull(status),
                attempts,
                takenBy,
                next,
                tried == null ? List.of() : tried);
    }

    private Notice.@Nullable Bilingual worded() {
        return subject == null || body == null || subjectEn == null || bodyEn == null
                ? null
                : new Notice.Bilingual(new Wording(subject, body, ""), new Wording(subjectEn, bodyEn, ""));
    }

    private Facts earlierFacts() {
        return FactsBuilder.about(
                        Facts.Subject.TASK,
                        Objects.requireNonNullElse(taskId, ""),
                        Objects.requireNonNullElse(subject, ""))
                .of(recipient, recipient, recipient)
                .reached(rung, 0)
                .build();
    }

    private Reading earlierReading() {
        return Boolean.TRUE.equals(acknowledged)
                ? new Reading(Reading.Stage.ACKNOWLEDGED, null, null, false)
                : Reading.NOT_YET;
    }

    /** What a notice is found by: the duty and the number of its paper, and whose it is if another's. */
    static @Nullable String[] searched(Notice it) {
        if (it.worded() != null) {
            return new String[] {
                it.worded().vietnamese().subject(), it.worded().english().subject()
            };
        }
        Facts facts = it.facts();
        return facts.agency().equals(it.recipient())
                ? new String[] {facts.what(), facts.directiveNumber()}
                : new String[] {facts.what(), facts.directiveNumber(), facts.agencyName()};
    }
}
