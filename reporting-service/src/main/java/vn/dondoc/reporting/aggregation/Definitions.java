package vn.dondoc.reporting.aggregation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.dondoc.contract.indicator.v1.TargetSet;

/**
 * The indicators and targets of the provinces in a partition: kept in a store, and as objects that are made again from it
 * when one changes. Keys: {@code indicator}|province|form|code and {@code target}|province|target.
 */
final class Definitions {

    private final Cells.Store store;
    private final Map<String, List<Measured>> indicatorsOf = new HashMap<>();
    private final Map<String, List<TargetSet>> targetsOf = new HashMap<>();

    Definitions(Cells.Store store) {
        this.store = store;
    }

    /** What figures are made of the reports of a form, its completeness and timeliness among them. */
    List<Measured> ofForm(String province, String form) {
        return indicatorsOf.computeIfAbsent(Cells.key("indicator", province, form, ""), prefix -> {
            List<Measured> indicators = new ArrayList<>();
            store.forEach(prefix, Fact.Defined.class, (at, it) -> indicators.add(it.measured()));
            indicators.add(Measured.completeness(province, form));
            indicators.add(Measured.timeliness(province, form));
            return indicators;
        });
    }

    /** Targets of a province that hold. */
    List<TargetSet> targets(String province) {
        return targetsOf.computeIfAbsent(Cells.key("target", province, ""), prefix -> {
            List<TargetSet> targets = new ArrayList<>();
            store.forEach(prefix, Fact.class, (at, it) -> {
                if (it instanceof Fact.Aimed aimed) {
                    targets.add(aimed.target());
                }
            });
            return targets;
        });
    }

    /**
     * Takes a definition over, and retires the indicator from the form that it was on.
     *
     * @return whether it was news
     */
    boolean define(Fact.Defined fact) {
        Map<String, Fact.Defined> known = definitionsOf(fact.measured());
        if (known.values().stream().anyMatch(it -> it.sequence() >= fact.sequence())) {
            return false;
        }
        known.keySet().forEach(store::delete);
        Measured it = fact.measured();
        store.put(Cells.key("indicator", it.province(), it.form(), it.code()), fact);
        indicatorsOf.clear();
        return true;
    }

    private Map<String, Fact.Defined> definitionsOf(Measured indicator) {
        Map<String, Fact.Defined> found = new HashMap<>();
        store.forEach(Cells.key("indicator", indicator.province(), ""), Fact.Defined.class, (at, other) -> {
            if (other.indicator().code().equals(indicator.code())) {
                found.put(at, other);
            }
        });
        return found;
    }

    /**
     * Takes over what is said of a target.
     *
     * @return indicators whose figures it concerns; none if it was no news
     */
    List<Measured> aim(Fact.OfTarget target) {
        String key = Cells.key("target", target.province(), target.targetId());
        Optional<Fact.OfTarget> known = store.get(key, Fact.class).map(Fact.OfTarget.class::cast);
        if (known.isPresent() && known.get().sequence() >= target.sequence()) {
            return List.of();
        }
        store.put(key, target);
        targetsOf.clear();
        Set<String> codes = new TreeSet<>(Set.of(target.indicator()));
        known.ifPresent(it -> codes.add(it.indicator()));
        List<Measured> concerned = new ArrayList<>();
        store.forEach(Cells.key("indicator", target.province(), ""), Fact.Defined.class, (at, it) -> {
            if (codes.contains(it.indicator().code())) {
                concerned.add(it.measured());
            }
        });
        return concerned;
    }
}
