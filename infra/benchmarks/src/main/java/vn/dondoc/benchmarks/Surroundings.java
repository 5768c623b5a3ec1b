package vn.dondoc.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;
import vn.dondoc.local.Ports;

/**
 * How a system is started here.
 *
 * @param command of the server's JVM
 * @param home its data folder
 * @param runs how often each scenario is measured
 */
record Surroundings(List<String> command, Path home, Ports ports, int runs) {

    /** A system on an empty folder. */
    Server fresh(Map<String, String> environment) {
        try {
            FileSystemUtils.deleteRecursively(home.resolve("data"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return Server.start(command, ports, home, environment);
    }

    /** The system on the folder that is there. */
    Server again() {
        return Server.start(command, ports, home, Map.of());
    }
}
