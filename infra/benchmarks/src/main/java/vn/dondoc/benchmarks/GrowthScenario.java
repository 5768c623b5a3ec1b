package vn.dondoc.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * Filing while 0.2, 2 and 10 million values are stored. What is stored are copies, in the store itself, of a report that
 * was filed, for periods long past; the state of the aggregation is read by key and is not grown. Filing goes on between
 * the sizes, so that the last is not measured on better compiled code than the first without being seen: the first size
 * is measured again at the end, on a system that has seen all of it.
 */
final class GrowthScenario implements Scenario {

    private static final int CLIENTS = 4;
    private static final Duration WARM_UP = Duration.ofSeconds(180);
    private static final Duration AGAIN = Duration.ofSeconds(20);
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final List<Integer> VALUES = List.of(200_000, 2_000_000, 10_000_000);
    private static final int BATCH = 500;

    @Override
    public String what() {
        return "file reports of 20 values, 4 clients, while 0.2, 2 and 10 million values are stored";
    }

    @Override
    public Measured run(Surroundings surroundings, Progress progress) {
        Measured measured = new Measured();
        try (Server server = surroundings.fresh(Map.of());
                Client client = new Client();
                MongoClient mongo = server.mongo()) {
            MongoCollection<Document> reports =
                    mongo.getDatabase("dondoc_reporting").getCollection("reports");
            Country country = Country.settle(server, client, progress);
            country.signTokens(progress);
            progress.say("warming up");
            Load.closed(CLIENTS, WARM_UP, progress, country.filing(country.communes(), CLIENTS, 1));
            country.check(progress);
            Document sample =
                    reports.find(new Document("state.status", "FILED")).first();
            if (sample == null) {
                throw new Wrong("no filed report to copy");
            }
            long own = reports.countDocuments();
            int copies = 0;
            for (int values : VALUES) {
                copies = copy(sample, reports, copies, values / Country.ELEMENTS, progress);
                Load.closed(CLIENTS, AGAIN, progress, country.filing(country.communes(), CLIENTS, 50 + copies));
                measure(server, country, measured, values, copies, surroundings.runs(), progress);
                if (reports.countDocuments() != own + copies) {
                    throw new Wrong(reports.countDocuments() + " reports are stored, not " + (own + copies));
                }
            }
            country.check(progress);
            measured.add("resident MiB", server.residentMebibytes());
            reports.deleteMany(new Document("_id", new Document("$gte", "copy-").append("$lt", "copy.")));
            measure(server, country, measured, -1, 0, surroundings.runs(), progress);
            return measured;
        }
    }

    private static void measure(
            Server server, Country country, Measured measured, int values, int seed, int runs, Progress progress) {
        String at = values < 0 ? "copies taken out again" : String.format("%,d values", values);
        for (int run = 0; run < runs; run++) {
            double before = server.processorSeconds();
            Load.Seen seen =
                    Load.closed(CLIENTS, TIME, progress, country.filing(country.communes(), CLIENTS, 100 + seed + run));
            measured.add(at + ": reports/s", seen.perSecond());
            measured.add(at + ": p99 ms", seen.milliseconds(99));
            measured.add(at + ": CPU ms/report", 1e3 * (server.processorSeconds() - before) / seen.requests());
        }
    }

    private static int copy(
            Document sample, MongoCollection<Document> reports, int there, int wanted, Progress progress) {
        List<Document> batch = new ArrayList<>();
        for (int n = there; n < wanted; n++) {
            Document state = new Document(sample.get("state", Document.class))
                    .append("period", "P" + n / 3_321)
                    .append("agency", "copy-" + n % 3_321);
            batch.add(new Document(sample).append("_id", "copy-" + n).append("state", state));
            if (batch.size() == BATCH || n == wanted - 1) {
                reports.insertMany(batch);
                batch = new ArrayList<>();
                progress.step("copies", n + 1L, wanted);
            }
        }
        return wanted;
    }
}
