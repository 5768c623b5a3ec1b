package vn.dondoc.benchmarks;

import java.time.Duration;
import java.util.Map;

/** Reports filed one request each, as fast as four clients can; and the figures they give, as fast as people can see them. */
final class FilingScenario implements Scenario {

    private static final int CLIENTS = 4;
    private static final Duration WARM_UP = Duration.ofSeconds(180);
    private static final Duration TIME = Duration.ofSeconds(20);

    @Override
    public String what() {
        return "file a report of 20 values, one request, 4 clients; 34 provinces, 3,321 communes, 10 indicators";
    }

    @Override
    public Measured run(Surroundings surroundings, Progress progress) {
        try (Server server = surroundings.fresh(Map.of());
                Client client = new Client()) {
            Country country = Country.settle(server, client, progress);
            country.signTokens(progress);
            progress.say("warming up");
            Load.closed(CLIENTS, WARM_UP, progress, country.filing(country.communes(), CLIENTS, 1));
            Measured measured = new Measured();
            for (int run = 0; run < surroundings.runs(); run++) {
                double before = server.processorSeconds();
                Load.Seen seen =
                        Load.closed(CLIENTS, TIME, progress, country.filing(country.communes(), CLIENTS, 100 + run));
                measured.add("reports/s", seen.perSecond());
                measured.add("p50 ms", seen.milliseconds(50));
                measured.add("p99 ms", seen.milliseconds(99));
                measured.add("server CPU ms/report", 1e3 * (server.processorSeconds() - before) / seen.requests());
                country.check(progress);
            }
            measured.add("resident MiB", server.residentMebibytes());
            measured.add("peak MiB", server.peakMebibytes());
            return measured;
        }
    }
}
