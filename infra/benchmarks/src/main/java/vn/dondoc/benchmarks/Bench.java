package vn.dondoc.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.local.Ports;

/** {@code ./dondoc bench}: runs scenarios and prints what was measured, with the load of the machine. */
public final class Bench {

    private static final int RUNS = 3;

    private static final Map<String, Supplier<Scenario>> SCENARIOS = new LinkedHashMap<>();

    static {
        SCENARIOS.put("filing", FilingScenario::new);
        SCENARIOS.put("freshness", FreshnessScenario::new);
        SCENARIOS.put("fanout", FanoutScenario::new);
        SCENARIOS.put("deadlines", DeadlinesScenario::new);
        SCENARIOS.put("query", QueryScenario::new);
        SCENARIOS.put("growth", GrowthScenario::new);
        SCENARIOS.put("start", StartScenario::new);
    }

    private Bench() {}

    /** @param args scenarios and options, {@code --}, the command of the server's JVM */
    public static void main(String[] args) {
        List<String> words = new ArrayList<>(Arrays.asList(args));
        int mark = words.indexOf("--");
        List<String> command = List.copyOf(words.subList(mark + 1, words.size()));
        List<String> asked = new ArrayList<>(words.subList(0, mark));
        boolean json = asked.remove("--json");
        int runs = asked.remove("--once") ? 1 : RUNS;
        String mongoUri = valueOf(asked, "--mongo-uri");
        List<String> names = asked.equals(List.of("all")) ? List.copyOf(SCENARIOS.keySet()) : asked;
        if (names.isEmpty() || !SCENARIOS.keySet().containsAll(names)) {
            System.err.println("dondoc: bench " + String.join("|", SCENARIOS.keySet())
                    + "|all [--json] [--once] [--mongo-uri U]; không hiểu / not understood: " + names);
            System.exit(2);
        }
        var surroundings = new Surroundings(
                command,
                Path.of(System.getProperty("dondoc.home")),
                Ports.shiftedBy(Integer.getInteger("dondoc.port-offset", 0)),
                runs,
                mongoUri);
        System.exit(run(names, surroundings, json));
    }

    private static @Nullable String valueOf(List<String> words, String option) {
        int at = words.indexOf(option);
        if (at < 0 || at + 1 == words.size()) {
            return null;
        }
        words.remove(at);
        return words.remove(at);
    }

    private static int run(List<String> names, Surroundings surroundings, boolean json) {
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("at", Instant.now().toString());
        results.put("machine", Runtime.getRuntime().availableProcessors() + " cores, load before " + load());
        int status = 0;
        for (String name : names) {
            Scenario scenario = Objects.requireNonNull(SCENARIOS.get(name)).get();
            String loadBefore = load();
            try {
                Measured measured = scenario.run(surroundings, new Progress(name));
                results.put(name, measured.runs());
                if (!json) {
                    print(name, scenario, measured, loadBefore);
                }
            } catch (Wrong wrong) {
                System.err.println("dondoc: ✗ " + name + ": " + wrong.getMessage());
                results.put(name, "wrong: " + wrong.getMessage());
                status = 1;
            }
        }
        if (json) {
            System.out.println(JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValueAsString(results));
        }
        return status;
    }

    private static void print(String name, Scenario scenario, Measured measured, String loadBefore) {
        System.out.printf("%n%s — %s%n", name, scenario.what());
        System.out.printf("  load of the machine before %s, after %s%n", loadBefore, load());
        measured.runs()
                .forEach((measure, values) -> System.out.printf(
                        "  %-34s %12s   %s%n",
                        measure,
                        number(Measured.median(values)),
                        values.size() == 1
                                ? ""
                                : "of " + values.stream().map(Bench::number).toList()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    private static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        } catch (IOException notLinux) {
            throw new UncheckedIOException(notLinux);
        }
    }
}
