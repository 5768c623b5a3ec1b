package vn.dondoc.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * Filing while 0.2, 2 and 10 million values are stored, each on a system of its own that was warmed up as long as the
 * others, so that better compiled code does not hide what size costs. What is stored are copies, in the store itself, of a
 * report that was filed, for periods long past; the state of the aggregation is read by key and is not grown.
 */
final class GrowthScenario implements Scenario {

    private static final int CLIENTS = 4;
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration WARM_UP = Duration.ofSeconds(180);
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final List<Integer> VALUES = List.of(200_000, 2_000_000, 10_000_000);

    @Override
    public String what() {
        return "file reports of 20 values, 4 clients, while 0.2, 2 and 10 million values are stored";
    }

    @Override
    public Measured run(Surroundings surroundings, Progress progress) {
        Measured measured = new Measured();
        VALUES.forEach(it -> measure(it, surroundings, measured, progress));
        return measured;
    }

    private static void measure(int values, Surroundings surroundings, Measured measured, Progress progress) {
        try (Server server = surroundings.fresh(Map.of());
                Client client = new Client();
                MongoClient mongo = server.mongo()) {
            MongoCollection<Document> reports =
                    mongo.getDatabase("dondoc_reporting").getCollection("reports");
            Country country = Country.settle(server, client, progress);
            country.signTokens(progress);
            Load.closed(CLIENTS, FIRST, progress, country.filing(country.communes(), CLIENTS, 1));
            country.check(progress);
            long own = reports.countDocuments();
            int copies = values / Country.ELEMENTS;
            copy(reports, copies, progress);
            Load.closed(CLIENTS, WARM_UP, progress, country.filing(country.communes(), CLIENTS, 2));
            String at = String.format("%,d values", values);
            for (int run = 0; run < surroundings.runs(); run++) {
                double before = server.processorSeconds();
                Load.Seen seen =
                        Load.closed(CLIENTS, TIME, progress, country.filing(country.communes(), CLIENTS, 100 + run));
                measured.add(at + ": reports/s", seen.perSecond());
                measured.add(at + ": p99 ms", seen.milliseconds(99));
                measured.add(at + ": CPU ms/report", 1e3 * (server.processorSeconds() - before) / seen.requests());
            }
            country.check(progress);
            if (reports.countDocuments() != own + copies) {
                throw new Wrong(reports.countDocuments() + " reports are stored, not " + (own + copies));
            }
            measured.add(at + ": resident MiB", server.residentMebibytes());
        }
    }

    private static void copy(MongoCollection<Document> reports, int copies, Progress progress) {
        Document sample = reports.find(new Document("state.status", "FILED")).first();
        if (sample == null) {
            throw new Wrong("no filed report to copy");
        }
        Copies.insert(
                reports,
                sample,
                0,
                copies,
                n -> new Document(sample.get("state", Document.class))
                        .append("period", "P" + n / Province.COMMUNES)
                        .append("agency", "copy-" + n % Province.COMMUNES),
                progress);
    }
}
