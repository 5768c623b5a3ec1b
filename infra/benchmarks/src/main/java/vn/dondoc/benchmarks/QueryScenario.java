package vn.dondoc.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Ten indicators of a province over three periods, in one request. */
final class QueryScenario implements Scenario {

    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration TIME = Duration.ofSeconds(15);

    @Override
    public String what() {
        return "read 10 indicators of a province over 3 periods (month, quarter, year), one request, one client";
    }

    @Override
    public Measured run(Surroundings surroundings, Progress progress) {
        Measured measured = new Measured();
        try (Server server = surroundings.fresh(Map.of());
                Client client = new Client()) {
            Country country = Country.settle(
                    server, client, List.of("VN-22", "VN-23"), List.of("MONTHLY", "QUARTERLY", "ANNUAL"), progress);
            Random random = new Random(5);
            for (String period : country.periods()) {
                for (Country.Commune commune : country.communes()) {
                    country.file(commune, period, Country.anyFigures(random));
                }
                country.check(period, progress);
            }
            Load.Request query = (it, n) -> {
                int rows = country.figures("VN-22", country.periods()).size();
                if (rows != 3 * Country.INDICATORS) {
                    throw new Wrong(rows + " figures instead of " + 3 * Country.INDICATORS);
                }
            };
            Load.closed(1, WARM_UP, progress, query);
            for (int run = 0; run < surroundings.runs(); run++) {
                Load.Seen seen = Load.closed(1, TIME, progress, query);
                measured.add("p50 ms", seen.milliseconds(50));
                measured.add("p95 ms", seen.milliseconds(95));
                measured.add("p99 ms", seen.milliseconds(99));
            }
            return measured;
        }
    }
}
