package vn.dondoc.reporting.aggregation;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import vn.dondoc.reporting.indicator.Measure;
import vn.dondoc.reporting.report.Period;

/**
 * How many reports are expected. Keys of {@code owed}: province|form|period|agency, with the agencies whose figures include
 * the report, none once it is excused; of {@code totals}: OWED|province|form|agency|period for a period itself, OWED_WITHIN
 * for the reports of shorter periods and OWING_WITHIN for the agencies that owe any of those.
 */
final class Expected {

    private static final String REPORTS = "OWED";
    private static final String REPORTS_WITHIN = "OWED_WITHIN";
    private static final String AGENCIES_WITHIN = "OWING_WITHIN";
    private static final Measure.Part NOTHING = new Measure.Part(BigDecimal.ZERO, BigDecimal.ZERO);
    private static final UnaryOperator<Measure.Total> ONE_MORE = it -> it.plus(NOTHING);
    private static final UnaryOperator<Measure.Total> ONE_LESS = it -> it.minus(NOTHING);

    private final Cells.Store owed;
    private final Cells.Store totals;

    Expected(Cells.Store owed, Cells.Store totals) {
        this.owed = owed;
        this.totals = totals;
    }

    /**
     * An agency owes a report.
     *
     * @return agencies that expect one more; none if it was no news
     */
    List<String> owe(Fact.Slot slot) {
        String key = owedBy(slot, slot.period());
        if (owed.has(key)) {
            return List.of();
        }
        owed.put(key, slot.ancestors());
        count(slot, slot.ancestors(), ONE_MORE);
        return slot.ancestors();
    }

    /**
     * An agency owes nothing, which is remembered under the key of what it owed, so that what is said again changes nothing.
     *
     * @return agencies that expect one less
     */
    List<String> excuse(Fact.Slot slot) {
        String key = owedBy(slot, slot.period());
        List<String> ancestors = owed.get(key, String[].class).map(List::of).orElse(List.of());
        owed.put(key, List.of());
        count(slot, ancestors, ONE_LESS);
        return ancestors;
    }

    /** How many reports are owed for a figure; where only the last of each agency counts, of how many agencies. */
    int of(Measured indicator, String agency, String period) {
        int own = of(REPORTS, indicator, agency, period);
        return switch (indicator.overTime()) {
            case NONE -> own;
            case ALL -> own + of(REPORTS_WITHIN, indicator, agency, period);
            case LAST -> own + of(AGENCIES_WITHIN, indicator, agency, period);
        };
    }

    /** Whether a figure is of a period that is reported on, rather than of a longer one that fills up in the course of time. */
    boolean isOfOwnPeriod(Measured indicator, String agency, String period) {
        int own = of(REPORTS, indicator, agency, period);
        return own > 0 && own == of(indicator, agency, period);
    }

    private int of(String what, Measured indicator, String agency, String period) {
        return total(Cells.key(what, indicator.province(), indicator.form(), agency, period))
                .reported();
    }

    /** Each agency that expects reports on a form, with the period. */
    void forEach(String province, String form, BiConsumer<String, String> action) {
        totals.forEach(Cells.key(REPORTS, province, form, ""), Measure.Total.class, (key, expected) -> {
            String[] parts = key.split("\\|");
            action.accept(parts[3], parts[4]);
        });
    }

    /** What is expected within longer periods, from what is owed: a state may be older than this count. */
    void countWithinAgain(String province, String form) {
        for (String what : List.of(REPORTS_WITHIN, AGENCIES_WITHIN)) {
            totals.forEach(
                    Cells.key(what, province, form, ""),
                    Measure.Total.class,
                    (key, total) -> totals.put(key, Measure.Total.NOTHING));
        }
        Set<String> counted = new HashSet<>();
        owed.forEach(Cells.key(province, form, ""), String[].class, (key, ancestors) -> {
            String[] parts = key.split("\\|");
            var slot = new Fact.Slot(parts[0], parts[1], parts[2], parts[3], List.of(ancestors));
            for (Period longer : slot.longer()) {
                for (String ancestor : ancestors) {
                    change(REPORTS_WITHIN, slot, ancestor, longer.code(), ONE_MORE);
                    if (counted.add(Cells.key(slot.agency(), ancestor, longer.code()))) {
                        change(AGENCIES_WITHIN, slot, ancestor, longer.code(), ONE_MORE);
                    }
                }
            }
        });
    }

    /** In the period itself, and in longer ones: one report, and one agency if it owes no other there. */
    private void count(Fact.Slot slot, List<String> ancestors, UnaryOperator<Measure.Total> change) {
        ancestors.forEach(it -> change(REPORTS, slot, it, slot.period(), change));
        expectingAnother(slot).forEach((longer, others) -> {
            for (String ancestor : ancestors) {
                change(REPORTS_WITHIN, slot, ancestor, longer, change);
                if (!others.contains(ancestor)) {
                    change(AGENCIES_WITHIN, slot, ancestor, longer, change);
                }
            }
        });
    }

    /** By longer period, the agencies that expect another report of this one within it. */
    private Map<String, Set<String>> expectingAnother(Fact.Slot slot) {
        Map<String, Set<String>> expecting = new LinkedHashMap<>();
        for (Period longer : slot.longer()) {
            Set<String> others = new LinkedHashSet<>();
            slot.parts(longer).stream()
                    .filter(it -> !it.equals(slot.period()))
                    .forEach(it -> owed.get(owedBy(slot, it), String[].class)
                            .ifPresent(ancestors -> others.addAll(List.of(ancestors))));
            expecting.put(longer.code(), others);
        }
        return expecting;
    }

    private void change(
            String what, Fact.Slot slot, String ancestor, String period, UnaryOperator<Measure.Total> change) {
        String key = Cells.key(what, slot.province(), slot.form(), ancestor, period);
        totals.put(key, change.apply(total(key)));
    }

    private Measure.Total total(String key) {
        return totals.get(key, Measure.Total.class).orElse(Measure.Total.NOTHING);
    }

    private static String owedBy(Fact.Slot slot, String period) {
        return Cells.key(slot.province(), slot.form(), period, slot.agency());
    }
}
