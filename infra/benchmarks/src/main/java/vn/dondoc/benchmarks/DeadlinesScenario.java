package vn.dondoc.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import vn.dondoc.aggregate.VietnamTime;

/**
 * 33,210 rungs that become due at one instant: how long until the state of each task is written and its event is on the
 * topic. Then what looking for 500 due rungs costs among more and more open tasks, and what the peers do of the same.
 */
final class DeadlinesScenario implements Scenario {

    private static final Duration LEAD = Duration.ofSeconds(240);
    private static final List<Integer> OPEN_TASKS = List.of(10_000, 100_000, 1_000_000);
    private static final int DUE = 500;
    private static final int LOOKS = 50;
    private static final long FAR_AHEAD = 4_000_000_000_000L;

    @Override
    public String what() {
        return "33,210 rungs due at one instant: state written, event on its topic; 500 due among many; peers";
    }

    @Override
    public Measured run(Surroundings surroundings, Progress progress) {
        Measured measured = new Measured();
        for (int run = 0; run < surroundings.runs(); run++) {
            fire(surroundings, measured, progress);
        }
        look(surroundings, measured, progress);
        Peers.fire(Province.TASKS, measured, progress);
        return measured;
    }

    private static void fire(Surroundings surroundings, Measured measured, Progress progress) {
        Instant due = Instant.now().plus(LEAD);
        LocalTime hour = LocalTime.ofInstant(due, VietnamTime.ZONE).withNano(0);
        LocalDate today = VietnamTime.dateOf(due);
        Map<String, String> ladder = Map.of("DONDOC_DEADLINES_HOUR", hour.toString(), "DONDOC_DEADLINES_OFFSETS", "0");
        try (Server server = surroundings.fresh(ladder);
                Client client = new Client();
                Topics topics = new Topics(server)) {
            Province province = Province.settle(server, client, topics, progress);
            long begun = System.nanoTime();
            province.issue(1, today);
            FanoutScenario.awaitRecords(topics, "dondoc.tasks", 0, begun, progress);
            topics.awaitRead("dondoc.tasks", "notification-service", Duration.ofMinutes(2), progress);
            long assigned = topics.records("dondoc.tasks");
            Instant instant = today.atTime(hour).atZone(VietnamTime.ZONE).toInstant();
            Duration left = Duration.between(Instant.now(), instant);
            if (left.isNegative()) {
                throw new Wrong("the tasks were there only " + left.negated() + " after their rungs were due");
            }
            progress.say("rungs are due in " + left.toSeconds() + " s");
            Pause.of(left);
            double seconds = FanoutScenario.awaitRecords(topics, "dondoc.tasks", assigned, System.nanoTime(), progress);
            progress.say(String.format("all fired after %.1f s", seconds));
            measured.add("all fired s", seconds);
            measured.add("rungs/s", Province.TASKS / seconds);
            Map<String, Integer> types = topics.subjectsByType("dondoc.tasks");
            int reached = types.getOrDefault("vn.dondoc.task.deadline-approaching.v2", 0)
                    + types.getOrDefault("vn.dondoc.task.deadline-missed.v2", 0);
            if (reached != Province.TASKS) {
                throw new Wrong("rungs of " + reached + " tasks were fired, of " + Province.TASKS + ": " + types);
            }
        }
    }

    /** The sweep's own query, on the store alone; tasks are copies of one that the service made. */
    private static void look(Surroundings surroundings, Measured measured, Progress progress) {
        try (Server server = surroundings.again();
                MongoClient mongo = server.mongo()) {
            MongoCollection<Document> made = mongo.getDatabase("dondoc_tasks").getCollection("tasks");
            Document sample = made.find().first();
            if (sample == null) {
                throw new Wrong("no task to copy");
            }
            MongoCollection<Document> tasks = mongo.getDatabase("bench").getCollection("tasks");
            made.listIndexes().forEach(it -> copyIndex(tasks, it));
            int there = 0;
            for (int wanted : OPEN_TASKS) {
                Copies.insert(
                        tasks,
                        sample,
                        there,
                        wanted,
                        n -> new Document(sample.get("state", Document.class))
                                .append("nextRungAt", n < DUE ? new Date(n) : new Date(FAR_AHEAD + n)),
                        progress);
                there = wanted;
                double look = medianLook(tasks);
                progress.say(String.format("500 due among %,d: %.2f ms", wanted, look));
                measured.add(String.format("500 due among %,d: look ms", wanted), look);
            }
        }
    }

    private static void copyIndex(MongoCollection<Document> tasks, Document index) {
        if (!index.getString("name").equals("_id_")) {
            tasks.createIndex(
                    index.get("key", Document.class),
                    new com.mongodb.client.model.IndexOptions().sparse(index.getBoolean("sparse", false)));
        }
    }

    private static double medianLook(MongoCollection<Document> tasks) {
        List<Double> milliseconds = new ArrayList<>();
        for (int i = 0; i < 2 * LOOKS; i++) {
            long begun = System.nanoTime();
            int found = tasks.find(new Document("state.nextRungAt", new Document("$lte", new Date())))
                    .sort(new Document("state.nextRungAt", 1).append("_id", 1))
                    .limit(DUE)
                    .batchSize(DUE)
                    .into(new ArrayList<>())
                    .size();
            if (found != DUE) {
                throw new Wrong(found + " rungs are due, not " + DUE);
            }
            if (i >= LOOKS) {
                milliseconds.add((System.nanoTime() - begun) / 1e6);
            }
        }
        return Measured.median(milliseconds);
    }
}
