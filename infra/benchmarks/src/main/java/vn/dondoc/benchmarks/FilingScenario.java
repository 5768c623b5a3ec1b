package vn.dondoc.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How many reports are filed in a second: as on the last evening of a period, when every commune files once, and as
 * corrections of what was filed, which keep every revision and are told to the supervisor.
 */
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
            List<String> wentBy = country.open(surroundings.runs(), progress);
            country.signTokens(progress);
            progress.say("warming up");
            Load.closed(CLIENTS, WARM_UP, progress, country.filing(country.communes(), CLIENTS, 1));
            country.check(progress);
            Measured measured = new Measured();
            for (String period : wentBy) {
                int each = country.communes().size() / CLIENTS;
                Load.Request once = country.filingOnce(period, CLIENTS);
                measure("first", server, measured, () -> Load.closed(CLIENTS, each, progress, once));
                country.check(period, progress);
            }
            for (int run = 0; run < surroundings.runs(); run++) {
                Load.Request again = country.filing(country.communes(), CLIENTS, 100 + run);
                measure("corrections", server, measured, () -> Load.closed(CLIENTS, TIME, progress, again));
                country.check(progress);
            }
            measured.add("resident MiB", server.residentMebibytes());
            measured.add("peak MiB", server.peakMebibytes());
            return measured;
        }
    }

    private static void measure(String what, Server server, Measured measured, Supplier<Load.Seen> load) {
        double before = server.processorSeconds();
        Load.Seen seen = load.get();
        measured.add(what + ": reports/s", seen.perSecond());
        measured.add(what + ": p50 ms", seen.milliseconds(50));
        measured.add(what + ": p99 ms", seen.milliseconds(99));
        measured.add(what + ": server CPU ms/report", 1e3 * (server.processorSeconds() - before) / seen.requests());
    }
}
