package vn.dondoc.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.local.story.Story;
import vn.dondoc.local.story.StoryResult;
import vn.dondoc.local.story.StoryTable;

/** What {@code ./dondoc demo} and {@code ./dondoc start} run. */
public final class LocalRunner {

    private static final long LEAST_FREE_BYTES = 500L * 1024 * 1024;

    private LocalRunner() {}

    private record Options(
            String command,
            boolean exit,
            boolean json,
            boolean english,
            @Nullable Path directives) {

        static Options parse(String[] args) {
            List<String> words = new ArrayList<>(Arrays.asList(args));
            String command = words.isEmpty() ? "start" : words.removeFirst();
            boolean exit = words.remove("--exit");
            boolean json = words.remove("--json");
            @Nullable String language = valueOf(words, "--lang");
            @Nullable String directives = valueOf(words, "--directives");
            if (!words.isEmpty()) {
                throw new Refusal("không hiểu: " + String.join(" ", words) + " / not understood; see ./dondoc help");
            }
            return new Options(
                    command, exit, json, "en".equals(language), directives == null ? null : Path.of(directives));
        }

        private static @Nullable String valueOf(List<String> words, String name) {
            int at = words.indexOf(name);
            if (at < 0) {
                return null;
            }
            if (at + 1 >= words.size()) {
                throw new Refusal(name + " cần một giá trị / needs a value");
            }
            words.remove(at);
            return words.remove(at);
        }
    }

    /** One clear line instead of a stack trace. */
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refusal(String line) {
            super(line);
        }
    }

    public static void main(String[] args) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        int status;
        try {
            status = run(Options.parse(args));
        } catch (Refusal refusal) {
            System.err.println("dondoc: " + refusal.getMessage());
            status = 2;
        } catch (RuntimeException failed) {
            System.err.println("dondoc: " + failed.getMessage());
            if (Boolean.getBoolean("dondoc.trace")) {
                failed.printStackTrace();
            }
            status = 1;
        }
        System.out.flush();
        System.exit(status);
    }

    private static int run(Options options) {
        Path home = Path.of(System.getProperty("dondoc.home", ".dondoc"));
        Ports ports = Ports.shiftedBy(Integer.getInteger("dondoc.port-offset", 0));
        Path data = home.resolve(options.command().equals("demo") ? "demo" : "data");
        Path directives = options.directives();
        if (directives != null && !Files.isDirectory(directives)) {
            throw new Refusal("không có thư mục " + directives + " / no such folder");
        }
        refuseTakenPorts(ports);
        refuseFullDisk(home);
        return options.command().equals("demo") ? demo(options, ports, data) : serve(ports, data, Clock.systemUTC());
    }

    private static int demo(Options options, Ports ports, Path data) {
        delete(data);
        long begun = System.nanoTime();
        var clock = new StoryClock(Story.beginning());
        try (LocalSystem system = LocalSystem.start(ports, data, data.resolveSibling("identity"), clock)) {
            long ready = sinceJvmStart();
            progress("sẵn sàng sau " + ready + " ms / ready");
            StoryResult result;
            try (var story = new Story(system, clock, LocalRunner::progress)) {
                result = story.play(options.directives());
            }
            long told = (System.nanoTime() - begun) / 1_000_000;
            System.out.println(
                    options.json() ? json(result, ready, sinceJvmStart()) : StoryTable.of(result, options.english()));
            progress("xong: sẵn sàng " + ready + " ms, hết chuyện " + sinceJvmStart() + " ms (kể từ khi gọi JVM), "
                    + told + " ms trong JVM");
            for (StoryResult.Promise it : result.promises()) {
                if (!it.held()) {
                    System.err.println("dondoc: ✗ " + it.step() + " — " + it.seen());
                }
            }
            if (options.exit()) {
                return result.held() ? 0 : 1;
            }
            return stayUp(system, data);
        }
    }

    private static int serve(Ports ports, Path data, Clock clock) {
        try (LocalSystem system = LocalSystem.start(ports, data, data.resolveSibling("identity"), clock)) {
            progress("sẵn sàng sau " + sinceJvmStart() + " ms / ready");
            return stayUp(system, data);
        }
    }

    private static int stayUp(LocalSystem system, Path data) {
        addresses(system).forEach((name, address) -> System.err.printf("  %-22s %s%n", name, address));
        write(
                data.resolveSibling("ready"),
                String.valueOf(ProcessHandle.current().pid()));
        try {
            Thread.currentThread().join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private static Map<String, String> addresses(LocalSystem system) {
        Map<String, String> addresses = new java.util.LinkedHashMap<>();
        addresses.put("trang web / console", system.console());
        system.ports().byName().forEach((name, port) -> {
            boolean service = name.endsWith("-service");
            addresses.put(name, service ? "http://localhost:" + port + "/docs" : "localhost:" + port);
        });
        return addresses;
    }

    private static String json(StoryResult result, long ready, long total) {
        var document = new java.util.LinkedHashMap<String, Object>();
        document.put("readyMilliseconds", ready);
        document.put("totalMilliseconds", total);
        document.put("story", result);
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(document);
    }

    private static long sinceJvmStart() {
        return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    }

    private static void progress(String line) {
        System.err.println("· " + line);
    }

    private static void refuseTakenPorts(Ports ports) {
        ports.byName().forEach((name, port) -> {
            if (vn.dondoc.embedded.Ports.isTaken(port)) {
                throw new Refusal("cổng " + port + " (" + name
                        + ") đang bị chiếm; đặt DONDOC_PORT_OFFSET để dời / port taken; set DONDOC_PORT_OFFSET");
            }
        });
    }

    private static void refuseFullDisk(Path home) {
        try {
            Files.createDirectories(home);
            if (Files.getFileStore(home).getUsableSpace() < LEAST_FREE_BYTES) {
                throw new Refusal("đĩa gần đầy: cần 500 MB trống tại " + home + " / disk nearly full: 500 MB needed");
            }
        } catch (IOException unwritable) {
            throw new Refusal("không ghi được vào " + home + ": " + unwritable.getMessage() + " / cannot write there");
        }
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
