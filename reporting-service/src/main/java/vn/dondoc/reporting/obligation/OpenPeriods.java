package vn.dondoc.reporting.obligation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.aggregate.VietnamTime;
import vn.dondoc.reporting.form.Forms;
import vn.dondoc.reporting.form.ReportForm;
import vn.dondoc.reporting.report.Period;
import vn.dondoc.reporting.report.Report;
import vn.dondoc.reporting.report.Reports;

/**
 * Opens a period of a regime on the first day of its data window: every agency that exists then owes a report, and that
 * never changes afterwards. Opening twice, or in two instances, opens once: the reports' ids are derived.
 */
@Component
class OpenPeriods {

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
                open(regime.state(), period);
            }
        }
    }

    private void open(Regime regime, Period period) {
        Optional<Versioned<ReportForm>> form = forms.find(SELF, regime.province(), regime.form());
        if (form.isEmpty()) {
            log.warn("event=period-not-opened regime={} reason=no-form form={}", regime.code(), regime.form());
            return;
        }
        List<Report> owed = new ArrayList<>();
        for (ReportingAgency agency : agencies.ofProvince(SELF, regime.province())) {
            if (regime.kinds().contains(agency.kind()) && agency.existsOn(period.windowStart())) {
                owed.add(Report.owed(
                        form.get().state(), period, agency.code(), agency.ancestors(), regime.dueOn(period)));
            }
        }
        if (owed.isEmpty()) {
            return;
        }
        reports.requestAll(SELF, owed);
        String cause = regime.province() + "/" + regime.code() + "/" + period.code();
        regimes.markOpened(SELF, regime, period, Command.causedBy(cause, SELF.actor()));
        log.info("event=period-opened regime={} period={} reports={}", regime.code(), period.code(), owed.size());
    }
}
