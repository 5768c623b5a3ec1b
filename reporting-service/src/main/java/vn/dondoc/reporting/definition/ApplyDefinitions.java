package vn.dondoc.reporting.definition;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.aggregate.Window;
import vn.dondoc.failure.Failure;
import vn.dondoc.reporting.form.DefineForms;
import vn.dondoc.reporting.form.ElementUses;
import vn.dondoc.reporting.form.Forms;
import vn.dondoc.reporting.form.ReportForm;
import vn.dondoc.reporting.indicator.DefineIndicators;
import vn.dondoc.reporting.indicator.Figures;
import vn.dondoc.reporting.indicator.Indicator;
import vn.dondoc.reporting.indicator.Indicators;
import vn.dondoc.reporting.obligation.DefineRegimes;
import vn.dondoc.reporting.obligation.Regime;
import vn.dondoc.reporting.obligation.Regimes;
import vn.dondoc.reporting.report.Period;
import vn.dondoc.reporting.target.DefineTargets;
import vn.dondoc.reporting.target.Target;
import vn.dondoc.reporting.target.Targets;

/**
 * Takes over definitions that belong together: all are looked at before the first is changed, and what is the same is left
 * alone. If it is interrupted, doing it again does the rest.
 */
@Component
public class ApplyDefinitions {

    private final Forms forms;
    private final ElementUses uses;
    private final Indicators indicators;
    private final Regimes regimes;
    private final Figures figures;
    private final Targets targets;
    private final DefineTargets defineTargets;

    ApplyDefinitions(
            Forms forms,
            ElementUses uses,
            Indicators indicators,
            Regimes regimes,
            Figures figures,
            Targets targets,
            DefineTargets defineTargets) {
        this.targets = targets;
        this.defineTargets = defineTargets;
        this.forms = forms;
        this.uses = uses;
        this.indicators = indicators;
        this.regimes = regimes;
        this.figures = figures;
    }

    /** A set that was read and fits together and to what is there. */
    private record Read(
            Map<String, ReportForm> forms,
            Map<String, Indicator> indicators,
            Map<String, Regime> regimes,
            Map<String, Target> targets) {}

    /** A step, and how it is taken. */
    private record Todo(Step step, Consumer<Command> take) {}

    /**
     * What would be done.
     *
     * @throws Failure.Invalid naming everything that is wrong, by definition
     */
    public List<Step> plan(AccessScope scope, WrittenDefinitions written) {
        return todo(scope, written).stream().map(Todo::step).toList();
    }

    /**
     * Takes the definitions over.
     *
     * @return what was done
     * @throws Failure.Invalid naming everything that is wrong, by definition; nothing is changed then
     */
    public List<Step> apply(AccessScope scope, WrittenDefinitions written, Command command) {
        List<Todo> todo = todo(scope, written);
        for (Todo it : todo) {
            if (it.step().change() != Step.Change.SAME) {
                it.take()
                        .accept(command.partOf(
                                it.step().kind() + "/" + it.step().code()));
            }
        }
        return todo.stream().map(Todo::step).toList();
    }

    private Read read(AccessScope scope, Known known, WrittenDefinitions written) {
        List<Failure.Field> wrong = new ArrayList<>();
        String province = scope.province();
        Read set = new Read(
                read("/forms/", written.formsOrNone(), (code, it) -> it.read(province, code), wrong),
                read("/indicators/", written.indicatorsOrNone(), (code, it) -> it.read(province, code), wrong),
                read("/regimes/", written.regimesOrNone(), (code, it) -> it.read(province, code), wrong),
                read("/targets/", written.targetsOrNone(), (code, it) -> it.read(province, code), wrong));
        if (wrong.isEmpty()) {
            refuseWhatDoesNotFit(scope, known, set, wrong);
        }
        if (!wrong.isEmpty()) {
            throw new Failure.Invalid(wrong);
        }
        return set;
    }

    private static <W, T> Map<String, T> read(
            String where, Map<String, W> written, BiFunction<String, W, T> reading, List<Failure.Field> wrong) {
        Map<String, T> read = new LinkedHashMap<>();
        written.forEach((code, it) -> {
            try {
                read.put(code, reading.apply(code, it));
            } catch (Failure.Invalid invalid) {
                invalid.fields().forEach(field -> wrong.add(under(where + code, field)));
            }
        });
        return read;
    }

    private static Failure.Field under(String where, Failure.Field field) {
        String pointer = field.pointer();
        return new Failure.Field(where + (pointer.startsWith("/") ? pointer : "/" + pointer), field.text());
    }

    /** What a province has, by code. */
    private record Known(Map<String, Indicator> indicators, Map<String, Regime> regimes) {

        /** The indicators as they would be. */
        List<Indicator> afterwards(Read set) {
            Map<String, Indicator> all = new LinkedHashMap<>(indicators);
            all.putAll(set.indicators());
            return List.copyOf(all.values());
        }

        /** How often a form would be reported on, but for one regime, and how often it was. */
        Set<Period.Frequency> frequencies(Read set, String form, String butFor) {
            Set<Period.Frequency> found = EnumSet.noneOf(Period.Frequency.class);
            regimes.values().stream()
                    .filter(it -> it.form().equals(form))
                    .forEach(it -> found.addAll(it.reportedSoFar()));
            Map<String, Regime> all = new LinkedHashMap<>(regimes);
            all.putAll(set.regimes());
            all.values().stream()
                    .filter(it -> it.form().equals(form) && !it.code().equals(butFor))
                    .forEach(it -> found.add(it.frequency()));
            return found;
        }
    }

    private Known known(AccessScope scope) {
        return new Known(
                indicators.ofProvince(scope, scope.province()).stream()
                        .collect(Collectors.toMap(Indicator::code, Function.identity())),
                regimes.all(scope).stream()
                        .map(Versioned::state)
                        .collect(Collectors.toMap(Regime::code, Function.identity())));
    }

    private void refuseWhatDoesNotFit(AccessScope scope, Known known, Read set, List<Failure.Field> wrong) {
        List<Indicator> afterwards = known.afterwards(set);
        Set<String> codes = afterwards.stream().map(Indicator::code).collect(Collectors.toSet());
        set.forms().forEach((code, form) -> {
            List<ElementUses.Use> others = uses.of(scope, scope.province(), code).stream()
                    .filter(it -> !set.indicators().containsKey(it.indicator()))
                    .toList();
            DefineForms.wrong(form, others).forEach(field -> wrong.add(under("/forms/" + code, field)));
        });
        set.indicators()
                .forEach((code, it) -> DefineIndicators.wrong(
                                it, form(scope, set, it.form()), codes::contains, known.frequencies(set, it.form(), ""))
                        .forEach(field -> wrong.add(under("/indicators/" + code, field))));
        set.regimes()
                .forEach((code, it) -> DefineRegimes.wrong(
                                it,
                                known.regimes().get(code),
                                form(scope, set, it.form()).isPresent(),
                                known.frequencies(set, it.form(), code),
                                afterwards)
                        .forEach(field -> wrong.add(under("/regimes/" + code, field))));
        Map<String, Indicator> byCode =
                afterwards.stream().collect(Collectors.toMap(Indicator::code, Function.identity()));
        set.targets()
                .forEach((code, it) -> DefineTargets.wrong(it, byCode.get(it.indicator()))
                        .forEach(field -> wrong.add(under("/targets/" + code, field))));
    }

    private Optional<ReportForm> form(AccessScope scope, Read set, String code) {
        return Optional.ofNullable(set.forms().get(code))
                .or(() -> forms.find(scope, scope.province(), code).map(Versioned::state));
    }

    private List<Todo> todo(AccessScope scope, WrittenDefinitions written) {
        Known known = known(scope);
        Read set = read(scope, known, written);
        List<Todo> todo = new ArrayList<>();
        set.forms().forEach((code, it) -> {
            ReportForm before = forms.find(scope, scope.province(), code)
                    .map(Versioned::state)
                    .orElse(null);
            if (before != null) {
                before.requireLead(scope);
            }
            todo.add(new Todo(
                    new Step(Step.Kind.FORM, code, Step.change(before, it), 0),
                    command -> forms.define(scope, it, command)));
        });
        set.indicators().forEach((code, it) -> {
            form(scope, set, it.form()).ifPresent(of -> of.requireLead(scope));
            Indicator asItIs = known.indicators().get(code);
            requireLeadOfStored(scope, asItIs == null ? null : asItIs.form());
            Step.Change change = Step.change(known.indicators().get(code), it);
            long restates = change == Step.Change.CHANGED ? figuresOf(scope, code) : 0;
            todo.add(new Todo(
                    new Step(Step.Kind.INDICATOR, code, change, restates),
                    command -> indicators.define(scope, it, command)));
        });
        set.regimes().forEach((code, it) -> {
            form(scope, set, it.form()).ifPresent(of -> of.requireLead(scope));
            Regime before = known.regimes().get(code);
            requireLeadOfStored(scope, before == null ? null : before.form());
            Step.Change change = Step.change(before == null ? null : before.opened(List.of()), it);
            todo.add(new Todo(
                    new Step(Step.Kind.REGIME, code, change, 0), command -> regimes.define(scope, it, command)));
        });
        set.targets().forEach((code, it) -> {
            Indicator of = indicator(known, set, it.indicator());
            form(scope, set, of.form()).ifPresent(form -> form.requireLead(scope));
            Target before = targets.find(scope, it.id()).map(Versioned::state).orElse(null);
            Indicator measured = before == null ? null : known.indicators().get(String.valueOf(before.indicator()));
            requireLeadOfStored(scope, measured == null ? null : measured.form());
            Target after = it.namedAs(of);
            Step.Change change = Step.change(before, after);
            long restates = change == Step.Change.SAME ? 0 : figuresOf(scope, of.code());
            todo.add(new Todo(
                    new Step(Step.Kind.TARGET, code, change, restates),
                    command -> defineTargets.define(scope, it, command)));
        });
        return todo;
    }

    /** One that was looked for and found before. */
    private static Indicator indicator(Known known, Read set, @Nullable String code) {
        Indicator written = set.indicators().get(code);
        return written != null
                ? written
                : Objects.requireNonNull(known.indicators().get(code));
    }

    /** Nothing is taken away from the form that it is of. */
    private void requireLeadOfStored(AccessScope scope, @Nullable String form) {
        if (form != null) {
            forms.find(scope, scope.province(), form).ifPresent(it -> it.state().requireLead(scope));
        }
    }

    private long figuresOf(AccessScope scope, String code) {
        var all = new Figures.Filter(Set.of(code), null, Set.of(), null);
        return Objects.requireNonNull(
                figures.list(scope, all, new Window("indicator", "", 1, true)).total());
    }
}
