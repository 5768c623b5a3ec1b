package vn.dondoc.reporting.obligation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.aggregate.VietnamTime;
import vn.dondoc.failure.Failure;
import vn.dondoc.reporting.form.Forms;
import vn.dondoc.reporting.form.ReportForm;
import vn.dondoc.reporting.report.Period;
import vn.dondoc.reporting.report.Report;
import vn.dondoc.reporting.report.Reports;

/**
 * Opens a period of a regime on the first day of its data window: every agency that exists then owes a report, and that
 * never changes afterwards. An agency that is heard of late, but existed then, owes it too, so a catalogue that is still on
 * its way leaves nobody out. Opening twice, or in two instances, opens once: the reports' ids are derived.
 */
@Component
public class OpenPeriods {

    private static final Logger log = LoggerFactory.getLogger(OpenPeriods.class);
    private static final AccessScope SELF = AccessScope.ofService("open-periods");

    private final Regimes regimes;
    private final Forms forms;
    private final ReportingAgencies agencies;
    private final Reports reports;
    private final Clock clock;

    OpenPeriods(Regimes regimes, Forms forms, ReportingAgencies agencies, Reports reports, Clock clock) {
        this.regimes = regimes;
        this.forms = forms;
        this.agencies = agencies;
        this.reports = reports;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${dondoc.obligations.sweep-interval:1s}")
    void sweep() {
        LocalDate today = VietnamTime.today(clock);
        for (Versioned<Regime> regime : regimes.all(SELF)) {
            Period period = Period.openOn(today, regime.state().frequency());
            if (regime.state().mayOpen(period, today)) {
                openInTime(regime.state(), period);
            }
        }
    }

    private void openInTime(Regime regime, Period period) {
        Optional<Versioned<ReportForm>> form = forms.find(SELF, regime.province(), regime.form());
        if (form.isEmpty()) {
            log.warn("event=period-not-opened regime={} reason=no-form form={}", regime.code(), regime.form());
            return;
        }
        List<Report> owed = owed(SELF, regime, form.get().state(), period, null);
        if (!owed.isEmpty()) {
            String cause = regime.province() + "/" + regime.code() + "/" + period.code();
            open(SELF, regime, period, owed, Command.causedBy(cause, SELF.actor()));
            // Who was heard of between the look and the mark was not yet late for heardOf.
            heardOf(agencies.ofProvince(SELF, regime.province()));
        }
    }

    /** A period that was opened by hand, and how many owe a report for it. */
    public record Opened(String period, LocalDate dueOn, int reports) {}

    /**
     * Opens a period by hand: one that went by before the system was there, or before the regime was. Who owes a report are
     * those that existed on the first day of its data window.
     *
     * @param dueOn last day for filing in time; {@code null} for what the regime gives, counted from today if that is over
     * @throws Failure.Invalid if it is no period of the regime or has not begun
     */
    public Opened open(
            AccessScope scope, String regimeCode, String periodCode, @Nullable LocalDate dueOn, Command command) {
        Regime regime = regimes.find(scope, scope.province(), regimeCode)
                .orElseThrow(() -> new Failure.NotFound("reporting.no-regime", regimeCode))
                .state();
        Period period = Period.parse("/period", periodCode);
        if (period.frequency() != regime.frequency()) {
            throw new Failure.Invalid("/period", "reporting.other-frequency", regimeCode);
        }
        LocalDate today = VietnamTime.today(clock);
        if (period.windowStart().isAfter(today)) {
            throw new Failure.Invalid("/period", "reporting.period-not-begun", period.windowStart());
        }
        LocalDate last = Objects.requireNonNullElseGet(dueOn, () -> lastDay(regime, period, ""));
        if (last.isBefore(period.windowEnd())) {
            throw new Failure.Invalid("/dueOn", "reporting.due-before-end", period.windowEnd());
        }
        ReportForm form = forms.find(scope, regime.province(), regime.form())
                .orElseThrow(() -> new Failure.NotFound("reporting.no-form", regime.form()))
                .state();
        form.requireLead(scope);
        List<Report> owed = owed(scope, regime, form, period, dueOn);
        if (owed.isEmpty()) {
            throw new Failure.Rejected("reporting.nobody-owes", period.windowStart());
        }
        open(scope, regime, period, owed, command);
        return new Opened(period.code(), last, owed.size());
    }

    /** @param dueOn last day of everybody; {@code null} for what the regime gives */
    private List<Report> owed(
            AccessScope scope, Regime regime, ReportForm form, Period period, @Nullable LocalDate dueOn) {
        List<Report> owed = new ArrayList<>();
        for (ReportingAgency agency : agencies.ofProvince(scope, regime.province())) {
            if (owes(agency, regime, period)) {
                LocalDate own = lastDay(regime, period, agency.kind());
                owed.add(owed(form, period, agency, Objects.requireNonNullElse(dueOn, own)));
            }
        }
        return owed;
    }

    /** What the regime gives, counted from today if that is over: entering late is not filing late. */
    private LocalDate lastDay(Regime regime, Period period, String kind) {
        LocalDate today = VietnamTime.today(clock);
        LocalDate usual = regime.dueOn(period, kind);
        return usual.isBefore(today) ? today.plusDays(regime.filingDays(kind)) : usual;
    }

    private void open(AccessScope scope, Regime regime, Period period, List<Report> owed, Command command) {
        reports.requestAll(scope, owed);
        regimes.markOpened(scope, regime, period, command);
        log.info("event=period-opened regime={} period={} reports={}", regime.code(), period.code(), owed.size());
    }

    /** Agencies were heard of: in periods that are open, those that existed on the first day owe a report. */
    public void heardOf(Collection<ReportingAgency> some) {
        LocalDate today = VietnamTime.today(clock);
        for (Versioned<Regime> it : regimes.all(SELF)) {
            Regime regime = it.state();
            Period period = Period.openOn(today, regime.frequency());
            List<ReportingAgency> late = some.stream()
                    .filter(agency -> agency.province().equals(regime.province())
                            && regime.opened().contains(period.code())
                            && owes(agency, regime, period))
                    .toList();
            if (!late.isEmpty()) {
                forms.find(SELF, regime.province(), regime.form())
                        .ifPresent(form -> reports.requestAll(
                                SELF,
                                late.stream()
                                        .map(agency ->
                                                owed(form.state(), period, agency, regime.dueOn(period, agency.kind())))
                                        .toList()));
            }
        }
    }

    private static boolean owes(ReportingAgency agency, Regime regime, Period period) {
        return regime.isOwedBy(agency) && agency.existsOn(period.windowStart());
    }

    private static Report owed(ReportForm form, Period period, ReportingAgency agency, LocalDate dueOn) {
        return Report.owed(form, period, agency.code(), agency.ancestors(), dueOn);
    }
}
