package vn.dondoc.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the runs of a scenario gave: by measure, one number a run. */
final class Measured {

    private final Map<String, List<Double>> runs = new LinkedHashMap<>();

    /** @param measure with its unit, as it stands in the table */
    void add(String measure, double value) {
        runs.computeIfAbsent(measure, it -> new ArrayList<>()).add(value);
    }

    void addAll(Measured other) {
        other.runs.forEach((measure, values) -> values.forEach(it -> add(measure, it)));
    }

    Map<String, List<Double>> runs() {
        return runs;
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
