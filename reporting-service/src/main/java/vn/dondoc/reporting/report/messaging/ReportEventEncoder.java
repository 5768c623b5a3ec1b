package vn.dondoc.reporting.report.messaging;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.contract.report.v1.Answer;
import vn.dondoc.contract.report.v1.BesideReport;
import vn.dondoc.contract.report.v1.ReportApproved;
import vn.dondoc.contract.report.v1.ReportCorrected;
import vn.dondoc.contract.report.v1.ReportExcused;
import vn.dondoc.contract.report.v1.ReportPassed;
import vn.dondoc.contract.report.v1.ReportRequested;
import vn.dondoc.contract.report.v1.ReportReturned;
import vn.dondoc.contract.report.v1.ReportSubmitted;
import vn.dondoc.contract.report.v1.ReportWithdrawn;
import vn.dondoc.messaging.EventEncoder;
import vn.dondoc.messaging.OutgoingEvent;
import vn.dondoc.reporting.report.Report;
import vn.dondoc.reporting.report.ReportEvent;
import vn.dondoc.reporting.report.Ruling;

@Component
class ReportEventEncoder implements EventEncoder<ReportEvent> {

    @Override
    public OutgoingEvent encode(String id, ReportEvent event) {
        Report of = event.report();
        Record data = switch (event) {
            case ReportEvent.ReportRequested it ->
                new ReportRequested(
                        id,
                        of.province(),
                        of.form(),
                        of.period(),
                        of.agency(),
                        of.ancestors(),
                        of.formName(),
                        of.windowStart(),
                        of.windowEnd(),
                        of.dueOn());
            case ReportEvent.ReportSubmitted it ->
                new ReportSubmitted(
                        id,
                        of.province(),
                        of.form(),
                        of.period(),
                        of.agency(),
                        of.ancestors(),
                        of.revision(),
                        of.filed(),
                        filedOn(of),
                        of.onTime(),
                        answers(of),
                        texts(of),
                        files(of));
            case ReportEvent.ReportCorrected it ->
                new ReportCorrected(
                        id,
                        of.province(),
                        of.form(),
                        of.period(),
                        of.agency(),
                        of.ancestors(),
                        of.revision(),
                        of.filed(),
                        filedOn(of),
                        of.onTime(),
                        answers(of),
                        it.reason(),
                        texts(of),
                        files(of));
            case ReportEvent.ReportPassed it -> passed(id, of);
            case ReportEvent.ReportReturned it ->
                new ReportReturned(
                        id,
                        of.province(),
                        of.form(),
                        of.period(),
                        of.agency(),
                        of.ancestors(),
                        of.revision(),
                        it.reason(),
                        answers(of));
            case ReportEvent.ReportApproved it ->
                new ReportApproved(
                        id,
                        of.province(),
                        of.form(),
                        of.period(),
                        of.agency(),
                        of.ancestors(),
                        of.revision(),
                        of.filed(),
                        of.onTime());
            case ReportEvent.ReportWithdrawn it ->
                new ReportWithdrawn(
                        id,
                        of.province(),
                        of.form(),
                        of.period(),
                        of.agency(),
                        of.ancestors(),
                        of.revision(),
                        it.reason(),
                        answers(of));
            case ReportEvent.ReportExcused it ->
                new ReportExcused(id, of.province(), of.form(), of.period(), of.agency(), of.ancestors(), it.reason());
        };
        return OutgoingEvent.of(of.province(), data);
    }

    private static ReportPassed passed(String id, Report of) {
        Ruling ruling = of.rulings().getLast();
        Ruling.Level step = Objects.requireNonNull(ruling.step(), "what was passed on has a step");
        return new ReportPassed(
                id,
                of.province(),
                of.form(),
                of.period(),
                of.agency(),
                of.ancestors(),
                of.revision(),
                step.level(),
                step.levels(),
                step.next());
    }

    /** Absent where there are none, as in what was published before there could be any. */
    private static @Nullable Map<String, String> texts(Report of) {
        Map<String, String> texts = of.filings().getLast().content().texts();
        return texts.isEmpty() ? null : texts;
    }

    private static @Nullable List<BesideReport> files(Report of) {
        List<BesideReport> files = of.filings().getLast().content().files().stream()
                .map(it -> new BesideReport(it.element(), it.id(), it.name(), it.bytes(), it.sha256()))
                .toList();
        return files.isEmpty() ? null : files;
    }

    private static LocalDate filedOn(Report of) {
        return Objects.requireNonNull(of.filedOn(), "a filed report has the day of its filing");
    }

    private static List<Answer> answers(Report of) {
        return of.answers().stream()
                .map(it -> new Answer(it.directiveId(), it.clause()))
                .toList();
    }
}
