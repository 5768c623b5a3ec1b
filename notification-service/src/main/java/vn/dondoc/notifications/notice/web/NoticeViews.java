package vn.dondoc.notifications.notice.web;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.notifications.notice.Facts;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.notice.Reading;
import vn.dondoc.notifications.notice.Way;
import vn.dondoc.notifications.notice.Wording;
import vn.dondoc.notifications.notice.wording.Language;
import vn.dondoc.notifications.notice.wording.LinkProperties;
import vn.dondoc.notifications.notice.wording.Wordings;

/** Notices as their readers see them. */
@Component
class NoticeViews {

    private final Wordings wordings;
    private final LinkProperties links;

    NoticeViews(Wordings wordings, LinkProperties links) {
        this.wordings = wordings;
        this.links = links;
    }

    /**
     * A notice of an inbox.
     *
     * @param position among those of the inbox, from 1 without a gap
     * @param next what the reader can do now
     * @param link where what it is about is found
     * @param stage how far somebody of the agency took it
     * @param readBy who took it there
     */
    record NoticeView(
            String id,
            @Nullable Long position,
            Notice.Kind kind,
            @Nullable String taskId,
            @Nullable String reportId,
            @Nullable String directiveNumber,
            @Nullable String clause,
            Facts.@Nullable Role role,
            @Nullable LocalDate dueOn,
            @Nullable String rung,
            String subject,
            String body,
            String next,
            String subjectEn,
            String bodyEn,
            String nextEn,
            @Nullable String link,
            Instant createdAt,
            Reading.Stage stage,
            @Nullable Instant readAt,
            @Nullable String readBy,
            boolean acknowledged,
            boolean archived) {}

    NoticeView notice(Versioned<Notice> found) {
        Notice it = found.state();
        Facts facts = it.facts();
        Wording vietnamese = wordings.of(it, Language.VI);
        Wording english = wordings.of(it, Language.EN);
        Way.Inbox inbox = it.way() instanceof Way.Inbox in ? in : new Way.Inbox(null, Reading.NOT_YET);
        Reading reading = inbox.reading();
        return new NoticeView(
                found.id(),
                inbox.position(),
                it.kind(),
                facts.taskId(),
                facts.reportId(),
                facts.directiveNumber(),
                facts.clause(),
                facts.role(),
                facts.dueOn(),
                facts.rung(),
                vietnamese.subject(),
                vietnamese.body(),
                vietnamese.next(),
                english.subject(),
                english.body(),
                english.next(),
                links.to(facts).orElse(null),
                it.createdAt(),
                reading.stage(),
                reading.at(),
                reading.by(),
                reading.stage() == Reading.Stage.ACKNOWLEDGED,
                reading.archived());
    }
}
