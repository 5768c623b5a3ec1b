package vn.dondoc.reporting.obligation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.failure.Failure;
import vn.dondoc.reporting.form.Forms;
import vn.dondoc.reporting.form.ReportForm;
import vn.dondoc.reporting.indicator.Indicator;
import vn.dondoc.reporting.indicator.Indicators;
import vn.dondoc.reporting.indicator.OverTime;
import vn.dondoc.reporting.indicator.ReportingFrequencies;
import vn.dondoc.reporting.report.Period;

/** Adds or replaces regimes that can be reported by. */
@Component
public class DefineRegimes implements ReportingFrequencies {

    private final Regimes regimes;
    private final Forms forms;
    private final Indicators indicators;

    DefineRegimes(Regimes regimes, Forms forms, Indicators indicators) {
        this.regimes = regimes;
        this.forms = forms;
        this.indicators = indicators;
    }

    /** @throws Failure.Invalid naming what it needs and is not there */
    public Receipt define(AccessScope scope, Regime regime, Command command) {
        Optional<ReportForm> form =
                forms.find(scope, regime.province(), regime.form()).map(Versioned::state);
        form.ifPresent(it -> it.requireLead(scope));
        regimes.find(scope, regime.province(), regime.code())
                .flatMap(it -> forms.find(scope, regime.province(), it.state().form()))
                .ifPresent(it -> it.state().requireLead(scope));
        List<Failure.Field> wrong = wrong(
                regime,
                regimes.find(scope, regime.province(), regime.code())
                        .map(Versioned::state)
                        .orElse(null),
                form.isPresent(),
                otherFrequencies(scope, regime),
                indicators.ofProvince(scope, regime.province()));
        if (!wrong.isEmpty()) {
            throw new Failure.Invalid(wrong);
        }
        return regimes.define(scope, regime, command);
    }

    /**
     * What a regime needs and is not there.
     *
     * @param before the regime as it is; {@code null} if it is new
     * @param formExists whether there is its form
     * @param others how often the form is reported on otherwise, or was
     * @param defined indicators of the province
     */
    public static List<Failure.Field> wrong(
            Regime regime,
            @Nullable Regime before,
            boolean formExists,
            Set<Period.Frequency> others,
            List<Indicator> defined) {
        List<Failure.Field> wrong = new ArrayList<>();
        if (before != null && !before.opened().isEmpty() && !before.form().equals(regime.form())) {
            wrong.add(new Failure.Field("/form", "reporting.regime-opened", before.form()));
        }
        if (!formExists) {
            wrong.add(new Failure.Field("/form", "reporting.no-form-here", regime.form()));
        }
        if (regime.until() != null && regime.until().isBefore(regime.since())) {
            wrong.add(new Failure.Field("/until", "reporting.until-before-since", regime.since()));
        }
        Set<Period.Frequency> all = EnumSet.of(regime.frequency());
        all.addAll(others);
        boolean overTime =
                defined.stream().anyMatch(it -> it.form().equals(regime.form()) && it.overTime() != OverTime.NONE);
        if (overTime) {
            OverTime.mixed("/frequency", regime.form(), all).ifPresent(wrong::add);
        }
        return wrong;
    }

    private Set<Period.Frequency> otherFrequencies(AccessScope scope, Regime regime) {
        return frequencies(scope, regime.province(), regime.form(), regime.code());
    }

    @Override
    public Set<Period.Frequency> of(AccessScope scope, String province, String form) {
        return frequencies(scope, province, form, null);
    }

    private Set<Period.Frequency> frequencies(AccessScope scope, String province, String form, @Nullable String butOf) {
        Set<Period.Frequency> found = EnumSet.noneOf(Period.Frequency.class);
        for (Regime it : regimes.ofForm(scope, province, form)) {
            found.addAll(it.reportedSoFar());
            if (!it.code().equals(butOf)) {
                found.add(it.frequency());
            }
        }
        return found;
    }
}
