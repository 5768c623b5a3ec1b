package vn.dondoc.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Others that fire what is due, on the same machine right after this system, each in a JVM and on a database of its own.
 * Where PostgreSQL or the peers are not there, what was measured of them elsewhere is quoted as that.
 */
final class Peers {

    /** Where {@code infra/peers} is built to, beside this module. */
    private static final Path BUILT = Path.of("infra", "peers", "target");

    /** Seconds to make the timers before they are due; making them is not measured. */
    private static final Map<String, Integer> SECONDS_TO_MAKE = new LinkedHashMap<>();

    static {
        SECONDS_TO_MAKE.put("flowable", 240);
        SECONDS_TO_MAKE.put("db-scheduler", 30);
    }

    private Peers() {}

    static void fire(int timers, Measured measured, Progress progress) {
        Optional<Path> programs = Postgres.programs();
        if (programs.isEmpty() || !Files.isDirectory(BUILT.resolve("lib"))) {
            progress.say("no PostgreSQL or no infra/peers here; quoted, measured on two cores on 2026-11-25:"
                    + " Flowable 7.2 153 timers/s, db-scheduler 16.12.0 9,394 empty executions/s");
            return;
        }
        SECONDS_TO_MAKE.forEach((name, seconds) -> {
            try (Postgres postgres = Postgres.start(programs.get())) {
                progress.say(name + ": making " + timers + " timers");
                double took = Double.parseDouble(run(name, postgres.jdbcUrl(), timers, seconds));
                measured.add(name + " on PostgreSQL, timers/s", timers / took);
            }
        });
    }

    private static String run(String name, String url, int timers, int seconds) {
        try {
            Process peer = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx900m",
                            "-cp",
                            BUILT.resolve("peers-0.1.0-SNAPSHOT.jar") + ":" + BUILT.resolve("lib") + "/*",
                            "vn.dondoc.peers.Peer",
                            name,
                            url,
                            String.valueOf(timers),
                            String.valueOf(seconds))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            List<String> lines = new String(peer.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            if (peer.waitFor() != 0 || lines.isEmpty()) {
                throw new Wrong(name + " did not fire them all: " + lines);
            }
            return lines.getLast();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
