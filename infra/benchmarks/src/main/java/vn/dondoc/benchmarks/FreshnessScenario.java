package vn.dondoc.benchmarks;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;

/**
 * From sending a report to its figure being readable, while others file at a fixed rate. One province files only what is
 * looked for, so its figures are known at every moment.
 */
final class FreshnessScenario implements Scenario {

    private static final int CLIENTS = 16;
    private static final Duration WARM_UP = Duration.ofSeconds(120);
    private static final Duration TIME = Duration.ofSeconds(30);
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Override
    public String what() {
        return "report sent → provincial figure read, while others file at half of the full rate (open loop)";
    }

    @Override
    public Measured run(Surroundings surroundings, Progress progress) {
        try (Server server = surroundings.fresh(Map.of());
                Client client = new Client()) {
            Country country = Country.settle(server, client, progress);
            country.signTokens(progress);
            String probed = country.provinces().getFirst();
            List<Country.Commune> others = country.communes().stream()
                    .filter(it -> !it.province.equals(probed))
                    .toList();
            double full = Load.closed(4, WARM_UP, progress, country.filing(others, 4, 1))
                    .perSecond();
            country.check(progress);
            Measured measured = new Measured();
            for (int run = 0; run < surroundings.runs(); run++) {
                var over = new AtomicBoolean();
                CompletableFuture<Histogram> probes = CompletableFuture.supplyAsync(() -> probe(country, probed, over));
                Load.Seen seen =
                        Load.open(CLIENTS, full / 2, TIME, progress, country.filing(others, CLIENTS, 100 + run));
                over.set(true);
                Histogram milliseconds = probes.join();
                measured.add("filed/s", seen.perSecond());
                measured.add("filing p99 ms", seen.milliseconds(99));
                measured.add("probes", milliseconds.getTotalCount());
                measured.add("figure p50 ms", milliseconds.getValueAtPercentile(50));
                measured.add("figure p99 ms", milliseconds.getValueAtPercentile(99));
                measured.add("figure max ms", milliseconds.getMaxValue());
                country.check(progress);
            }
            return measured;
        }
    }

    private static Histogram probe(Country country, String province, AtomicBoolean over) {
        var histogram = new Histogram(LONGEST.toMillis(), 3);
        Random random = new Random(7);
        List<Country.Commune> own = country.communes().stream()
                .filter(it -> it.province.equals(province))
                .toList();
        for (int n = 0; !over.get(); n++) {
            Country.Commune commune = own.get(n % own.size());
            long begun = System.nanoTime();
            country.file(commune, Country.anyFigures(random));
            BigDecimal expected = BigDecimal.valueOf(
                    own.stream()
                            .filter(it -> !it.filed.isEmpty())
                            .mapToLong(it -> it.filed.values().iterator().next()[0])
                            .sum(),
                    2);
            while (!shows(country.figures(province, country.periods()), expected)) {
                if (System.nanoTime() - begun > LONGEST.toNanos()) {
                    throw new Wrong("the figure of " + province + " is not " + expected + " after " + LONGEST);
                }
                Pause.of(Duration.ofMillis(2));
            }
            histogram.recordValue((System.nanoTime() - begun) / 1_000_000);
            Pause.until(begun + BETWEEN_PROBES.toNanos());
        }
        return histogram;
    }

    private static boolean shows(JsonNode figures, BigDecimal expected) {
        for (JsonNode it : figures) {
            if (it.path("indicator").asString().equals(Country.indicator(0))) {
                return it.path("numerator").decimalValue().compareTo(expected) == 0;
            }
        }
        return false;
    }
}
