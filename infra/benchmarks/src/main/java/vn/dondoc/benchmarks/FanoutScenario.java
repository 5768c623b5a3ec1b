package vn.dondoc.benchmarks;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;

/** One directive, ten clauses, every commune of the country: to the last task on its topic, to the last notice on its. */
final class FanoutScenario implements Scenario {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration READING = Duration.ofSeconds(10);

    @Override
    public String what() {
        return "issue a directive of 10 clauses to 3,321 communes: 33,210 tasks, as many notices; then read";
    }

    @Override
    public Measured run(Surroundings surroundings, Progress progress) {
        Measured measured = new Measured();
        try (Server server = surroundings.fresh(Map.of());
                Client client = new Client();
                Topics topics = new Topics(server)) {
            Province province = Province.settle(server, client, topics, progress);
            for (int run = 0; run < surroundings.runs(); run++) {
                long tasksBefore = topics.records("dondoc.tasks");
                long noticesBefore = topics.records("dondoc.notices");
                long begun = System.nanoTime();
                String directive = province.issue(100 + run, LocalDate.now().plusYears(1));
                double issued = since(begun);
                measured.add("issued s", issued);
                measured.add(
                        "last task on its topic s", awaitRecords(topics, "dondoc.tasks", tasksBefore, begun, progress));
                measured.add(
                        "last notice on its topic s",
                        awaitRecords(topics, "dondoc.notices", noticesBefore, begun, progress));
                measured.add("resident MiB", server.residentMebibytes());
                province.checkTasks(directive, progress);
            }
            read(server, client, province, measured, progress);
            measured.add("peak MiB", server.peakMebibytes());
            return measured;
        }
    }

    /** @return seconds since {@code begun} until there are as many more records as tasks; fails if there are more */
    static double awaitRecords(Topics topics, String topic, long before, long begun, Progress progress) {
        while (true) {
            long more = topics.records(topic) - before;
            double seconds = since(begun);
            progress.step(topic, more, Province.TASKS);
            if (more > Province.TASKS) {
                throw new Wrong(more + " records on " + topic + " for " + Province.TASKS + " tasks");
            }
            if (more == Province.TASKS) {
                return seconds;
            }
            if (seconds > LONGEST.toSeconds()) {
                throw new Wrong(
                        "only " + more + " of " + Province.TASKS + " records on " + topic + " after " + LONGEST);
            }
            Pause.of(Duration.ofMillis(50));
        }
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void read(Server server, Client client, Province province, Measured measured, Progress progress) {
        Load.Request ofOneAgency = (it, n) -> client.get(
                province.officer(1 + n % Province.COMMUNES), server.ports().task(), "/api/v1/tasks?limit=50");
        Load.closed(1, READING, progress, ofOneAgency);
        Load.Seen seen = Load.closed(1, READING, progress, ofOneAgency);
        measured.add("tasks of one agency p50 ms", seen.milliseconds(50));
        measured.add("tasks of one agency p95 ms", seen.milliseconds(95));
        Load.Request scoreboard =
                (it, n) -> client.get(province.supervisor(), server.ports().task(), "/api/v1/scoreboard");
        Load.closed(1, READING, progress, scoreboard);
        measured.add(
                "scoreboard of 3,321 agencies p50 ms",
                Load.closed(1, READING, progress, scoreboard).milliseconds(50));
    }
}
