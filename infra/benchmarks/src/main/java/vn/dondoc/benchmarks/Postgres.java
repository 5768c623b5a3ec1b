package vn.dondoc.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL server as Debian installs it, on a folder and a port of its own, with its settings as they come. */
final class Postgres implements AutoCloseable {

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final String USER = "postgres";

    private final Path folder;
    private final Process server;
    private final int port;

    private Postgres(Path folder, Process server, int port) {
        this.folder = folder;
        this.server = server;
        this.port = port;
    }

    /** The folder of its programs, where it is installed. */
    static Optional<Path> programs() {
        if (!Files.isDirectory(DEBIAN)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(it -> it.resolve("bin"))
                    .filter(it -> Files.isExecutable(it.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Postgres start(Path programs) {
        try {
            Path folder = Files.createTempDirectory("dondoc-bench-postgres");
            // Root may not run it; its own user has to reach the folder.
            boolean root = "root".equals(System.getProperty("user.name"));
            List<String> as = root ? List.of("runuser", "-u", USER, "--") : List.of();
            if (root) {
                run(List.of("chown", USER, folder.toString()));
            }
            Path data = folder.resolve("data");
            run(command(as, programs.resolve("initdb").toString(), "-A", "trust", "-U", USER, "-D", data.toString()));
            int port;
            try (var free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
            Process server = new ProcessBuilder(command(
                            as,
                            programs.resolve("postgres").toString(),
                            "-D",
                            data.toString(),
                            "-p",
                            String.valueOf(port),
                            "-c",
                            "listen_addresses=127.0.0.1",
                            "-c",
                            "unix_socket_directories="))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var postgres = new Postgres(folder, server, port);
            run(List.of(
                    "sh",
                    "-c",
                    "for i in $(seq 100); do " + programs.resolve("pg_isready") + " -q -h 127.0.0.1 -p " + port
                            + " && exit 0; sleep 0.1; done; exit 1"));
            return postgres;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> command(List<String> as, String... words) {
        List<String> command = new ArrayList<>(as);
        command.addAll(List.of(words));
        return command;
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new Wrong(String.join(" ", command) + ": " + said);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + USER + "?user=" + USER;
    }

    @Override
    public void close() {
        server.descendants().forEach(ProcessHandle::destroy);
        server.destroy();
        try {
            server.waitFor(30, TimeUnit.SECONDS);
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
