package vn.dondoc.benchmarks;

import java.util.Map;

/** From starting the process to all four services answering. */
final class StartScenario implements Scenario {

    @Override
    public String what() {
        return "start everything on a folder that is there; the first start, on an empty one, is not counted";
    }

    @Override
    public Measured run(Surroundings surroundings, Progress progress) {
        surroundings.fresh(Map.of()).close();
        Measured measured = new Measured();
        for (int run = 0; run < surroundings.runs(); run++) {
            try (Server server = surroundings.again()) {
                measured.add("ready s", server.startTook().toMillis() / 1e3);
                measured.add("resident MiB", server.residentMebibytes());
                progress.step("starts", run + 1, surroundings.runs());
            }
        }
        return measured;
    }
}
