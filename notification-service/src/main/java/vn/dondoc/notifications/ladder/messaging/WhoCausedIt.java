package vn.dondoc.notifications.ladder.messaging;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import vn.dondoc.access.AccessScope;
import vn.dondoc.contract.Contracts;
import vn.dondoc.contract.OfProvince;
import vn.dondoc.contract.directive.v1.DirectiveAmended;
import vn.dondoc.contract.directive.v1.DirectiveCorrected;
import vn.dondoc.contract.directive.v1.DirectiveIssued;
import vn.dondoc.contract.directive.v1.DirectiveRevoked;
import vn.dondoc.contract.report.AboutReport;
import vn.dondoc.contract.report.v1.ReportCorrected;
import vn.dondoc.contract.report.v1.ReportSubmitted;
import vn.dondoc.contract.report.v1.ReportWithdrawn;
import vn.dondoc.contract.task.AboutTask;
import vn.dondoc.contract.task.v1.TaskAsked;
import vn.dondoc.contract.task.v1.TaskContributed;
import vn.dondoc.contract.task.v1.TaskExtensionRequested;
import vn.dondoc.contract.task.v1.TaskHandedDown;
import vn.dondoc.contract.task.v1.TaskRefused;
import vn.dondoc.messaging.CloudEventHeaders;
import vn.dondoc.notifications.directive.Directives;
import vn.dondoc.notifications.notice.Facts;
import vn.dondoc.notifications.notice.FactsBuilder;
import vn.dondoc.notifications.recipient.Recipient;
import vn.dondoc.notifications.recipient.Recipients;

/**
 * Of a record that was put aside: who has to know that what they sent went no further. An agency for its report, or what it said of its task; for
 * a directive those of the province that have nobody above them. What cannot be read was not sent by anybody here.
 */
@Component
class WhoCausedIt {

    private static final AccessScope SELF = AccessScope.ofService("tell-who-caused-it");

    /** Events of a report or task that its agency brought about; the others are said to it, not by it. */
    private static final Set<Class<? extends Record>> SENT_BY_THE_AGENCY = Set.of(
            ReportSubmitted.class,
            ReportCorrected.class,
            ReportWithdrawn.class,
            TaskAsked.class,
            TaskContributed.class,
            TaskExtensionRequested.class,
            TaskHandedDown.class,
            TaskRefused.class);

    private final Recipients recipients;
    private final Directives directives;

    WhoCausedIt(Recipients recipients, Directives directives) {
        this.recipients = recipients;
        this.directives = directives;
    }

    /**
     * Somebody, and what they sent.
     *
     * @param facts still without the agency
     */
    record Sent(List<Recipient> by, FactsBuilder facts) {}

    Optional<Sent> of(ConsumerRecord<byte[], byte[]> letter) {
        Record data = read(letter);
        if (data instanceof OfProvince told && told.doubt(attribute(letter, CloudEventHeaders.PROVINCE)) != null) {
            return Optional.empty();
        }
        return switch (data) {
            case AboutReport it
            when SENT_BY_THE_AGENCY.contains(it.getClass()) ->
                sent(
                        it.agency(),
                        FactsBuilder.about(Facts.Subject.REPORT, it.reportId(), it.form())
                                .from(Facts.Origin.REPORTING_REGIME, null, null)
                                .period(it.period()));
            case AboutTask it
            when SENT_BY_THE_AGENCY.contains(it.getClass()) ->
                sent(
                        it.agency(),
                        FactsBuilder.about(Facts.Subject.TASK, it.taskId(), it.text())
                                .from(origin(it), it.directiveNumber(), it.clause()));
            case DirectiveIssued it ->
                Optional.of(directive(it.directiveId(), it.province(), it.number(), it.subject()));
            case DirectiveAmended it -> known(it.directiveId());
            case DirectiveCorrected it -> known(it.directiveId());
            case DirectiveRevoked it -> known(it.directiveId());
            case null, default -> Optional.empty();
        };
    }

    private static Facts.Origin origin(AboutTask it) {
        return it.directiveNumber() == null ? Facts.Origin.NONE : Facts.Origin.DIRECTIVE;
    }

    private Optional<Sent> sent(String agency, FactsBuilder facts) {
        return recipients.find(SELF, agency).map(it -> new Sent(List.of(it), facts));
    }

    private Optional<Sent> known(String directive) {
        return directives.find(SELF, directive).map(it -> directive(it.id(), it.province(), it.number(), it.subject()));
    }

    private Sent directive(String id, String province, @Nullable String number, @Nullable String subject) {
        List<Recipient> tops = recipients.of(SELF, province).stream()
                .filter(it -> it.supervisor() == null)
                .toList();
        return new Sent(
                tops,
                FactsBuilder.about(Facts.Subject.DIRECTIVE, id, Objects.requireNonNullElse(subject, ""))
                        .from(Facts.Origin.DIRECTIVE, number, null));
    }

    private static @Nullable Record read(ConsumerRecord<byte[], byte[]> letter) {
        Class<? extends Record> type =
                Contracts.named(attribute(letter, CloudEventHeaders.TYPE)).orElse(null);
        if (type == null || letter.value() == null) {
            return null;
        }
        try {
            return Contracts.read(letter.value(), type);
        } catch (JacksonException unreadable) {
            return null;
        }
    }

    /** Empty if it has none. */
    private static String attribute(ConsumerRecord<byte[], byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
