package vn.dondoc.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import vn.dondoc.local.LocalAccess;
import vn.dondoc.local.LocalSystem;
import vn.dondoc.local.Ports;

/** The system under test, as {@code ./dondoc start} runs it, on a data folder of its own. */
final class Server implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(180);
    private static final Duration LONGEST_WORK = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofSeconds(3);

    /** Part of a core that it takes when nobody wants anything of it, and some more. */
    private static final double RESTING = 0.3;

    private final Process process;
    private final Ports ports;
    private final Path home;
    private final Duration start;
    private final String mongoUri;

    private Server(Process process, Ports ports, Path home, Duration start, String mongoUri) {
        this.process = process;
        this.ports = ports;
        this.home = home;
        this.start = start;
        this.mongoUri = mongoUri;
    }

    /**
     * Starts it and returns when it is ready.
     *
     * @param command of the JVM, as the launcher has it
     * @param environment settings beside the defaults
     */
    static Server start(List<String> command, Ports ports, Path home, Map<String, String> environment) {
        try {
            Files.createDirectories(home);
            Files.deleteIfExists(home.resolve("ready"));
            List<String> full = new ArrayList<>(command);
            full.add("start");
            var builder = new ProcessBuilder(full)
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("out.log").toFile());
            // What one caller may ask is no part of what is measured.
            builder.environment().put("DONDOC_REQUESTS_PER_SECOND", "1000000");
            builder.environment().putAll(environment);
            long begun = System.nanoTime();
            Process process = builder.start();
            while (!Files.exists(home.resolve("ready"))) {
                if (!process.isAlive()) {
                    throw new Wrong("the system did not start: " + Files.readString(home.resolve("out.log")));
                }
                if (System.nanoTime() - begun > LONGEST_START.toNanos()) {
                    process.destroyForcibly();
                    throw new Wrong("the system is not ready after " + LONGEST_START);
                }
                Pause.of(Duration.ofMillis(20));
            }
            return new Server(
                    process,
                    ports,
                    home,
                    Duration.ofNanos(System.nanoTime() - begun),
                    environment.getOrDefault(
                            LocalSystem.MONGO_URI, new LocalAccess(home.resolve("identity")).storeUri(ports)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Ports ports() {
        return ports;
    }

    /** A connection of its own to the store that the system keeps everything in. */
    MongoClient mongo() {
        return MongoClients.create(mongoUri);
    }

    LocalAccess access() {
        return new LocalAccess(home.resolve("identity"));
    }

    Path home() {
        return home;
    }

    /** From starting the process to being ready. */
    Duration startTook() {
        return start;
    }

    /** Resident memory of the process, in MiB. */
    double residentMebibytes() {
        return status("VmRSS:");
    }

    /** The most it ever had, in MiB. */
    double peakMebibytes() {
        return status("VmHWM:");
    }

    private double status(String field) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(it -> it.startsWith(field))
                            .mapToLong(it -> Long.parseLong(it.replaceAll("\\D", "")))
                            .findFirst()
                            .orElseThrow()
                    / 1024.0;
        } catch (IOException notLinux) {
            throw new Wrong("resident memory is read from /proc, which is not here");
        }
    }

    /** Processor seconds it has used. */
    double processorSeconds() {
        return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }

    /** Waits until it has done what it was given: mails, figures, what topics still have for it. */
    void awaitRest(Progress progress) {
        long begun = System.nanoTime();
        double busy = 1;
        while (busy > RESTING) {
            double before = processorSeconds();
            Pause.of(LOOK);
            busy = (processorSeconds() - before) / LOOK.toSeconds();
            progress.say(String.format(Locale.ROOT, "until it rests: %.2f of a core busy", busy));
            if (System.nanoTime() - begun > LONGEST_WORK.toNanos()) {
                throw new Wrong("the system is still busy after " + LONGEST_WORK);
            }
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
