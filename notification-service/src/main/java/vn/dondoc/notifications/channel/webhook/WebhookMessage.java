package vn.dondoc.notifications.channel.webhook;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dondoc.notifications.notice.Facts;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.notice.Wording;
import vn.dondoc.notifications.notice.wording.Language;
import vn.dondoc.notifications.notice.wording.Wordings;

/**
 * What a machine is told.
 *
 * @param type such as {@code task.assigned}
 * @param timestamp when it happened
 */
record WebhookMessage(String type, Instant timestamp, Data data) {

    /**
     * The facts, and the words that people see.
     *
     * @param recipient code of the agency that is told
     * @param agency code of the agency whose it is
     * @param workingDays left or late
     */
    record Data(
            String province,
            String recipient,
            String agency,
            String agencyName,
            @Nullable String taskId,
            @Nullable String reportId,
            @Nullable String directiveNumber,
            @Nullable String clause,
            Facts.@Nullable Role role,
            @Nullable LocalDate dueOn,
            @Nullable String rung,
            int workingDays,
            @Nullable String period,
            @Nullable String note,
            Facts.@Nullable Digest digest,
            String subject,
            String body,
            String subjectEn,
            String bodyEn) {}

    static WebhookMessage of(Notice it, Wordings wordings) {
        Facts facts = it.facts();
        Wording vietnamese = wordings.of(it, Language.VI);
        Wording english = wordings.of(it, Language.EN);
        return new WebhookMessage(
                typeOf(it.kind()),
                it.createdAt(),
                new Data(
                        it.province(),
                        it.recipient(),
                        facts.agency(),
                        facts.agencyName(),
                        facts.taskId(),
                        facts.reportId(),
                        facts.directiveNumber(),
                        facts.clause(),
                        facts.role(),
                        facts.dueOn(),
                        facts.rung(),
                        facts.workingDays(),
                        facts.period(),
                        facts.note(),
                        facts.digest(),
                        vietnamese.subject(),
                        vietnamese.body(),
                        english.subject(),
                        english.body()));
    }

    static String typeOf(Notice.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replaceFirst("_", ".");
    }
}
