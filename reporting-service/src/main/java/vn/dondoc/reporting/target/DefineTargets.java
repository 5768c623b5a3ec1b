package vn.dondoc.reporting.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.failure.Failure;
import vn.dondoc.reporting.form.Forms;
import vn.dondoc.reporting.indicator.Indicator;
import vn.dondoc.reporting.indicator.Indicators;

/** Sets targets by hand: those of papers that are not in the registry. */
@Component
public class DefineTargets {

    private final Targets targets;
    private final Indicators indicators;
    private final Forms forms;

    DefineTargets(Targets targets, Indicators indicators, Forms forms) {
        this.targets = targets;
        this.indicators = indicators;
        this.forms = forms;
    }

    /** Sets a target, or another in its place. */
    public Receipt define(AccessScope scope, Target written, Command command) {
        Indicator indicator = indicator(scope, written.indicator()).orElse(null);
        List<Failure.Field> wrong = wrong(written, indicator);
        if (indicator == null || !wrong.isEmpty()) {
            throw new Failure.Invalid(wrong);
        }
        requireLead(scope, indicator);
        Target target = written.namedAs(indicator);
        Versioned<Target> before = targets.find(scope, target.id()).orElse(null);
        if (before == null) {
            return targets.create(scope, target, command);
        }
        // Its figures were held against it; taking it elsewhere changes those too.
        indicator(scope, before.state().indicator()).ifPresent(it -> requireLead(scope, it));
        return targets.change(scope, target.id(), command, it -> it.replacedBy(target));
    }

    /**
     * Ties a target to the indicator that measures it.
     *
     * @throws Failure.NotFound if there is no such target
     */
    public Receipt tie(AccessScope scope, String id, String code, Command command) {
        Indicator indicator = indicator(scope, code)
                .orElseThrow(() -> new Failure.Invalid("/indicator", "reporting.no-indicator-here", code));
        requireLead(scope, indicator);
        targets.find(scope, id)
                .flatMap(it -> indicator(scope, it.state().indicator()))
                .ifPresent(it -> requireLead(scope, it));
        return targets.change(scope, id, command, it -> {
            if (!indicator.measures(it.aim(), it.baseline())) {
                throw new Failure.Invalid("/indicator", "reporting.target-unfit", code);
            }
            return it.tieTo(code);
        });
    }

    /**
     * Takes a target away that was set by hand.
     *
     * @throws Failure.NotFound if there is none
     */
    public Receipt drop(AccessScope scope, String code, String reason, Command command) {
        String id = Target.idOf(scope.province(), code);
        Target target = targets.find(scope, id)
                .orElseThrow(() -> new Failure.NotFound("reporting.no-target", code))
                .state();
        indicator(scope, target.indicator()).ifPresent(it -> requireLead(scope, it));
        return targets.change(scope, id, command, it -> it.drop(reason));
    }

    /** @param indicator the one that it names; {@code null} if there is none */
    public static List<Failure.Field> wrong(Target target, @Nullable Indicator indicator) {
        List<Failure.Field> wrong = new ArrayList<>();
        if (indicator == null) {
            wrong.add(new Failure.Field(
                    "/indicator", "reporting.no-indicator-here", Objects.requireNonNullElse(target.indicator(), "")));
        } else if (!indicator.measures(target.aim(), target.baseline())) {
            wrong.add(new Failure.Field("/comparator", "reporting.target-unfit", indicator.code()));
        }
        return wrong;
    }

    private Optional<Indicator> indicator(AccessScope scope, @Nullable String code) {
        return code == null
                ? Optional.empty()
                : indicators.find(scope, scope.province(), code).map(Versioned::state);
    }

    private void requireLead(AccessScope scope, Indicator indicator) {
        forms.find(scope, indicator.province(), indicator.form())
                .ifPresent(it -> it.state().requireLead(scope));
    }
}
