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
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.aggregate.Window;
import vn.dondoc.failure.Failure;
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

    ApplyDefinitions(Forms forms, ElementUses uses, Indicators indicators, Regimes regimes, Figures figures) {
        this.forms = forms;
        this.uses = uses;
        this.indicators = indicators;
        this.regimes = regimes;
        this.figures = figures;
    }

    /** A set that was read and fits together and to what is there. */
    private record Read(
            Map<String, ReportForm> forms, Map<String, Indicator> indicators, Map<String, Regime> regimes) {}

    /** A step, and how it is taken. */
    private record Todo(Step step, Consumer<Command> take) {}

    /**
     * What would be done.
     *
     * @throws Failure.Invalid naming everything that is wrong, by definition
     */
    public List<Step> plan(AccessScope scope, WrittenDefinitions written) {
        return todo(scope, read(scope, written)).stream().map(Todo::step).toList();
    }

    /**
     * Takes the definitions over.
     *
     * @return what was done
     * @throws Failure.Invalid naming everything that is wrong, by definition; nothing is changed then
     */
    public List<Step> apply(AccessScope scope, WrittenDefinitions written, Command command) {
        List<Todo> todo = todo(scope, read(scope, written));
        for (Todo it : todo) {
            if (it.step().change() != Step.Change.SAME) {
                it.take()
                        .accept(command.partOf(
                                it.step().kind() + "/" + it.step().code()));
            }
        }
        return todo.stream().map(Todo::step).toList();
    }

    private Read read(AccessScope scope, WrittenDefinitions written) {
        List<Failure.Field> wrong = new ArrayList<>();
        String province = scope.province();
        Read set = new Read(
                read("/forms/", written.formsOrNone(), (code, it) -> it.read(province, code), wrong),
                read("/indicators/", written.indicatorsOrNone(), (code, it) -> it.read(province, code), wrong),
                read("/regimes/", written.regimesOrNone(), (code, it) -> it.read(province, code), wrong));
        if (wrong.isEmpty()) {
            refuseWhatDoesNotFit(scope, set, wrong);
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

    private void refuseWhatDoesNotFit(AccessScope scope, Read set, List<Failure.Field> wrong) {
        String province = scope.province();
        List<Indicator> afterwards = afterwards(scope, set);
        set.forms()
                .forEach((code, form) -> uses.of(scope, province, code).stream()
                        .filter(it -> !set.indicators().containsKey(it.indicator()) && !form.has(it.element()))
                        .forEach(it -> wrong.add(new Failure.Field(
                                "/forms/" + code + "/elements",
                                "reporting.element-in-use",
                                it.element(),
                                it.indicator()))));
        set.indicators().forEach((code, it) -> {
            Optional<ReportForm> form = form(scope, set, it.form());
            boolean wholeExists =
                    afterwards.stream().anyMatch(other -> other.code().equals(it.partOf()));
            DefineIndicators.wrong(it, form, whole -> wholeExists, frequencies(scope, set, it.form(), ""))
                    .forEach(field -> wrong.add(under("/indicators/" + code, field)));
        });
        set.regimes()
                .forEach((code, it) -> DefineRegimes.wrong(
                                it,
                                regimes.find(scope, province, code)
                                        .map(Versioned::state)
                                        .orElse(null),
                                form(scope, set, it.form()).isPresent(),
                                frequencies(scope, set, it.form(), code),
                                afterwards)
                        .forEach(field -> wrong.add(under("/regimes/" + code, field))));
    }

    /** The indicators of the province as they would be. */
    private List<Indicator> afterwards(AccessScope scope, Read set) {
        return Stream.concat(
                        indicators.ofProvince(scope, scope.province()).stream()
                                .filter(it -> !set.indicators().containsKey(it.code())),
                        set.indicators().values().stream())
                .toList();
    }

    private Optional<ReportForm> form(AccessScope scope, Read set, String code) {
        return Optional.ofNullable(set.forms().get(code))
                .or(() -> forms.find(scope, scope.province(), code).map(Versioned::state));
    }

    /** How often a form would be reported on, but for one regime, and how often it was. */
    private Set<Period.Frequency> frequencies(AccessScope scope, Read set, String form, String butFor) {
        Set<Period.Frequency> found = EnumSet.noneOf(Period.Frequency.class);
        List<Regime> known = regimes.ofForm(scope, scope.province(), form);
        known.forEach(it -> found.addAll(it.reportedSoFar()));
        Stream.concat(
                        known.stream().filter(it -> !set.regimes().containsKey(it.code())),
                        set.regimes().values().stream().filter(it -> it.form().equals(form)))
                .filter(it -> !it.code().equals(butFor))
                .forEach(it -> found.add(it.frequency()));
        return found;
    }

    private List<Todo> todo(AccessScope scope, Read set) {
        List<Todo> todo = new ArrayList<>();
        String province = scope.province();
        set.forms().forEach((code, it) -> {
            Optional<ReportForm> before = forms.find(scope, province, code).map(Versioned::state);
            var step = new Step(Step.Kind.FORM, code, change(before, it), 0);
            todo.add(new Todo(step, command -> forms.define(scope, it, command)));
        });
        set.indicators().forEach((code, it) -> {
            Optional<Indicator> before = indicators.find(scope, province, code).map(Versioned::state);
            long restates = before.filter(old -> !old.equals(it))
                    .map(old -> figuresOf(scope, code))
                    .orElse(0L);
            var step = new Step(Step.Kind.INDICATOR, code, change(before, it), restates);
            todo.add(new Todo(step, command -> indicators.define(scope, it, command)));
        });
        set.regimes().forEach((code, it) -> {
            Optional<Regime> before =
                    regimes.find(scope, province, code).map(old -> old.state().opened(List.of()));
            var step = new Step(Step.Kind.REGIME, code, change(before, it), 0);
            todo.add(new Todo(step, command -> regimes.define(scope, it, command)));
        });
        return todo;
    }

    private static <T> Step.Change change(Optional<T> before, T now) {
        return Step.change(before.isPresent(), before.filter(now::equals).isPresent());
    }

    private long figuresOf(AccessScope scope, String code) {
        var all = new Figures.Filter(Set.of(code), null, Set.of(), null);
        return Objects.requireNonNull(
                figures.list(scope, all, new Window("indicator", "", 1, true)).total());
    }
}
