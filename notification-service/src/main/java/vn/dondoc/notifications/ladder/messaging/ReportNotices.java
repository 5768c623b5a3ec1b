package vn.dondoc.notifications.ladder.messaging;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.indicator.v1.Attainment;
import vn.dondoc.contract.indicator.v1.IndicatorComputed;
import vn.dondoc.contract.report.AboutReport;
import vn.dondoc.contract.report.v1.ConsolidationReceived;
import vn.dondoc.contract.report.v1.ConsolidationSent;
import vn.dondoc.contract.report.v1.ReportApproved;
import vn.dondoc.contract.report.v1.ReportCorrected;
import vn.dondoc.contract.report.v1.ReportExcused;
import vn.dondoc.contract.report.v1.ReportPassed;
import vn.dondoc.contract.report.v1.ReportRequested;
import vn.dondoc.contract.report.v1.ReportReturned;
import vn.dondoc.contract.report.v1.ReportSubmitted;
import vn.dondoc.contract.report.v1.ReportWithdrawn;
import vn.dondoc.messaging.ReceivedEvent;
import vn.dondoc.messaging.inbox.Inbox;
import vn.dondoc.messaging.inbox.Listens;
import vn.dondoc.messaging.inbox.Subscription;
import vn.dondoc.notifications.ladder.WriteNotices;
import vn.dondoc.notifications.notice.Facts;
import vn.dondoc.notifications.notice.FactsBuilder;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.notice.Notices;
import vn.dondoc.notifications.recipient.Recipient;

/** Writes notices of reports and figures. That one is owed, late or sent back, the task behind it says. */
@Configuration(proxyBeanMethods = false)
class ReportNotices {

    private final WriteNotices writeNotices;
    private final Clock clock;

    ReportNotices(WriteNotices writeNotices, Clock clock) {
        this.writeNotices = writeNotices;
        this.clock = clock;
    }

    @Listens(Topic.REPORTS)
    Consumer<Message<?>> reports(Inbox inbox) {
        return inbox.receiving(Subscription.to(Topic.REPORTS)
                .once()
                .onAll(
                        ReportApproved.class,
                        each(it -> writeNotices.changed(report(it, Notice.Kind.REPORT_APPROVED, null))))
                .onAll(ReportPassed.class, each(this::passed))
                .onAll(
                        ReportCorrected.class,
                        each(it -> writeNotices.toSupervisor(report(
                                it, Notice.Kind.REPORT_CORRECTED, it.data().reason()))))
                .onAll(
                        ReportWithdrawn.class,
                        each(it -> writeNotices.toSupervisor(report(
                                it, Notice.Kind.REPORT_WITHDRAWN, it.data().reason()))))
                .onAll(ConsolidationSent.class, each(this::consolidated))
                .ignoring(
                        ReportRequested.class,
                        ReportSubmitted.class,
                        ReportReturned.class,
                        ReportExcused.class,
                        ConsolidationReceived.class));
    }

    @Listens(Topic.INDICATORS)
    Consumer<Message<?>> indicators(Inbox inbox) {
        return inbox.receiving(Subscription.to(Topic.INDICATORS).onAll(IndicatorComputed.class, each(this::computed)));
    }

    private <D> Consumer<List<ReceivedEvent<D>>> each(Function<ReceivedEvent<D>, List<Notices.NewNotice>> write) {
        return events -> {
            List<ReceivedEvent<D>> news =
                    events.stream().filter(it -> News.isOne(it, clock)).toList();
            writeNotices.keep(WrittenTogether.of(news, write));
        };
    }

    /** Those whom a consolidated report was sent to hear of it. */
    private List<Notices.NewNotice> consolidated(ReceivedEvent<ConsolidationSent> event) {
        ConsolidationSent it = event.data();
        Recipient sender = writeNotices.known(it.sender());
        Facts facts = FactsBuilder.about(Facts.Subject.REPORT, it.consolidationId(), it.formName())
                .of(sender.code(), sender.name(), sender.accountable())
                .from(Facts.Origin.REPORTING_REGIME, it.number(), null)
                .period(it.period())
                .build();
        var occasion = new WriteNotices.Occasion(event.id(), Notice.Kind.CONSOLIDATION_SENT, it.province(), facts);
        return it.to().stream()
                .flatMap(to -> writeNotices.other(occasion, to).stream())
                .toList();
    }

    /** Whose turn it is to approve hears of it. */
    private List<Notices.NewNotice> passed(ReceivedEvent<ReportPassed> event) {
        String next = event.data().next();
        return next == null ? List.of() : writeNotices.other(report(event, Notice.Kind.REPORT_TO_APPROVE, null), next);
    }

    private WriteNotices.Occasion report(
            ReceivedEvent<? extends AboutReport> event, Notice.Kind kind, @Nullable String note) {
        AboutReport it = event.data();
        Recipient agency = writeNotices.known(it.agency());
        Facts facts = FactsBuilder.about(Facts.Subject.REPORT, it.reportId(), it.form())
                .of(agency.code(), agency.name(), agency.accountable())
                .from(Facts.Origin.REPORTING_REGIME, null, null)
                .period(it.period())
                .saying(note)
                .build();
        return new WriteNotices.Occasion(event.id(), kind, it.province(), facts);
    }

    /**
     * Of a figure that is whole and approved: whether it is another than it was, and at the end of the year that a target is
     * set for, whether that was missed.
     */
    private List<Notices.NewNotice> computed(ReceivedEvent<IndicatorComputed> event) {
        IndicatorComputed it = event.data();
        if (!it.basis().equals("APPROVED") || it.expected() == 0 || it.reported() < it.expected()) {
            return List.of();
        }
        List<Notices.NewNotice> written = new ArrayList<>();
        if (it.restates() != null && it.value() != null) {
            WriteNotices.Occasion restated = restated(event.id(), it, it.restates(), it.value());
            written.addAll(writeNotices.changed(restated));
            written.addAll(writeNotices.toSupervisor(restated));
        }
        for (Attainment target : it.attainments()) {
            if (!target.met() && endsTheYear(it.period(), target.year())) {
                written.addAll(writeNotices.changed(missed(it, target)));
            }
        }
        return written;
    }

    private static boolean endsTheYear(String period, String year) {
        return period.equals(year) || period.matches(year + "-(Q4|H2|12)");
    }

    private WriteNotices.Occasion restated(String cause, IndicatorComputed it, BigDecimal before, BigDecimal now) {
        Facts facts = figure(it)
                .saying(before.toPlainString() + " → " + now.toPlainString() + " " + it.unit())
                .build();
        return new WriteNotices.Occasion(cause, Notice.Kind.FIGURE_RESTATED, it.province(), facts);
    }

    private FactsBuilder figure(IndicatorComputed it) {
        Recipient agency = writeNotices.known(it.agency());
        return FactsBuilder.about(Facts.Subject.INDICATOR, it.indicator(), it.name())
                .of(agency.code(), agency.name(), agency.accountable())
                .period(it.period());
    }

    private WriteNotices.Occasion missed(IndicatorComputed it, Attainment target) {
        String value = it.value() == null ? "–" : it.value().toPlainString();
        Facts facts = figure(it)
                .from(Facts.Origin.DIRECTIVE, target.directiveNumber(), target.clause())
                .saying(value + " / " + target.comparator() + " "
                        + target.value().toPlainString())
                .build();
        // Of one target and period it is said once, however often the figure is computed.
        String cause = "target/" + target.targetId() + "/" + it.agency() + "/" + it.period();
        return new WriteNotices.Occasion(cause, Notice.Kind.TARGET_MISSED, it.province(), facts);
    }
}
