package vn.dondoc.reporting.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.failure.Failure;
import vn.dondoc.reporting.form.Forms;
import vn.dondoc.reporting.form.ReportForm;
import vn.dondoc.reporting.formula.Expression;
import vn.dondoc.reporting.report.Period;

/** Adds or replaces indicators that can be computed from what is there. */
@Component
public class DefineIndicators {

    private final Indicators indicators;
    private final Forms forms;
    private final ReportingFrequencies frequencies;

    DefineIndicators(Indicators indicators, Forms forms, ReportingFrequencies frequencies) {
        this.indicators = indicators;
        this.forms = forms;
        this.frequencies = frequencies;
    }

    /** @throws Failure.Invalid naming what it needs and is not there */
    public Receipt define(AccessScope scope, Indicator indicator, Command command) {
        Optional<ReportForm> form =
                forms.find(scope, indicator.province(), indicator.form()).map(Versioned::state);
        form.ifPresent(it -> it.requireLead(scope));
        // Nor is one taken away from the form that it is of.
        indicators
                .find(scope, indicator.province(), indicator.code())
                .flatMap(
                        it -> forms.find(scope, indicator.province(), it.state().form()))
                .ifPresent(it -> it.state().requireLead(scope));
        List<Failure.Field> wrong = wrong(
                indicator,
                form,
                code -> indicators.find(scope, indicator.province(), code).isPresent(),
                frequencies.of(scope, indicator.province(), indicator.form()));
        if (!wrong.isEmpty()) {
            throw new Failure.Invalid(wrong);
        }
        return indicators.define(scope, indicator, command);
    }

    /**
     * What an indicator needs and is not there.
     *
     * @param form that it reads, if there is one
     * @param defined whether there is an indicator of a code
     * @param reported how often the form is reported on
     */
    public static List<Failure.Field> wrong(
            Indicator indicator, Optional<ReportForm> form, Predicate<String> defined, Set<Period.Frequency> reported) {
        List<Failure.Field> wrong = new ArrayList<>();
        if (Indicator.isReserved(indicator.code())) {
            String reserved = indicator.code().substring(0, indicator.code().indexOf('.') + 1);
            wrong.add(new Failure.Field("code", "reporting.reserved-code", reserved));
        }
        form.ifPresentOrElse(
                it -> refuseUnknown(indicator, it, wrong),
                () -> wrong.add(new Failure.Field("/form", "reporting.no-form-here", indicator.form())));
        String whole = indicator.partOf();
        if (whole != null && (whole.equals(indicator.code()) || !defined.test(whole))) {
            wrong.add(new Failure.Field("/partOf", "reporting.no-indicator-here", whole));
        }
        if (indicator.overTime() != OverTime.NONE) {
            OverTime.mixed("/overTime", indicator.form(), reported).ifPresent(wrong::add);
        }
        return wrong;
    }

    private static void refuseUnknown(Indicator indicator, ReportForm form, List<Failure.Field> wrong) {
        Set<String> figures = form.figureCodes();
        String pointer = "/numerator";
        for (Expression it : indicator.measure().expressions()) {
            for (String element : it.variables()) {
                if (!figures.contains(element)) {
                    wrong.add(new Failure.Field(pointer, "reporting.no-element", form.code(), element));
                }
            }
            pointer = "/denominator";
        }
    }
}
