package vn.dondoc.local;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.micrometer.metrics.autoconfigure.logging.logback.LogbackMetricsAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import vn.dondoc.documents.DocumentService;
import vn.dondoc.embedded.EmbeddedBroker;
import vn.dondoc.embedded.store.EmbeddedStore;
import vn.dondoc.local.identity.IdentityServer;
import vn.dondoc.local.identity.SignIn;
import vn.dondoc.notifications.NotificationService;
import vn.dondoc.reporting.ReportingService;
import vn.dondoc.tasks.TaskService;

/** Everything in one JVM. Closing it stops what was started, in reverse order. */
public final class LocalSystem implements AutoCloseable {

    /** Name of the setting that puts a MongoDB in the place of the embedded store. */
    public static final String MONGO_URI = "DONDOC_MONGO_URI";

    private final @Nullable String mongoUri = System.getenv(MONGO_URI);
    private final Ports ports;
    private final Path data;
    private final Clock clock;
    private final LocalAccess access;
    private final ConcurrentLinkedDeque<AutoCloseable> started = new ConcurrentLinkedDeque<>();
    private final GreenMail mail;

    private LocalSystem(Ports ports, Path data, LocalAccess access, Clock clock) {
        this.ports = ports;
        this.data = data;
        this.clock = clock;
        this.access = access;
        this.mail = new GreenMail(new ServerSetup(ports.smtp(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    /**
     * Starts everything and returns when all services answer.
     *
     * @param data folder in which everything is kept
     */
    public static LocalSystem start(Ports ports, Path data, Clock clock) {
        return start(ports, data, data.resolve("identity"), clock);
    }

    /**
     * The same.
     *
     * @param keys folder of passwords, and of the signing key, which takes seconds to make and so may outlive the data
     */
    public static LocalSystem start(Ports ports, Path data, Path keys, Clock clock) {
        return start(ports, data, new LocalAccess(keys), clock);
    }

    static LocalSystem start(Ports ports, Path data, LocalAccess access, Clock clock) {
        var system = new LocalSystem(ports, data, access, clock);
        try {
            system.startAll();
            return system;
        } catch (RuntimeException failed) {
            system.close();
            throw failed;
        }
    }

    private void startAll() {
        access.writeDataTeamFiles(ports);
        try (var threads = Executors.newFixedThreadPool(6)) {
            var identity = run(threads, this::startIdentity);
            var smtp = run(threads, () -> {
                startMail();
                started.push(mail::stop);
            });
            if (mongoUri == null) {
                run(
                                threads,
                                () -> started.push(EmbeddedStore.start(
                                        data.resolve("store"), ports.store(), access.storePassword())))
                        .join();
            }
            run(
                            threads,
                            () -> started.push(
                                    EmbeddedBroker.start(data.resolve("kafka"), ports.kafka(), access.broker())))
                    .join();
            CompletableFuture.allOf(
                            identity,
                            smtp,
                            run(
                                    threads,
                                    () -> startService(DocumentService.class, "document-service", ports.document())),
                            run(threads, () -> startService(TaskService.class, "task-service", ports.task())),
                            run(
                                    threads,
                                    () -> startService(ReportingService.class, "reporting-service", ports.reporting())),
                            run(
                                    threads,
                                    () -> startService(
                                            NotificationService.class, "notification-service", ports.notification())))
                    .join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private static CompletableFuture<Void> run(Executor threads, Runnable work) {
        return CompletableFuture.runAsync(work, threads);
    }

    private void startIdentity() {
        var context = new SpringApplicationBuilder(IdentityServer.class)
                .web(WebApplicationType.SERVLET)
                .properties("spring.config.name=identity")
                .run(
                        "--server.port=" + ports.identity(),
                        "--server.address=127.0.0.1",
                        "--spring.main.banner-mode=off",
                        "--dondoc.identity.secret=" + access.usersSecret(),
                        "--dondoc.identity.key-file="
                                + access.folder().resolve("signing-key.json").toAbsolutePath(),
                        "--dondoc.identity.issuer=" + ports.issuer(),
                        "--dondoc.portal.folder=" + System.getProperty("dondoc.portal", ""),
                        "--dondoc.portal.services=" + addressesOfTheServices(),
                        "--server.servlet.session.cookie.name=dondoc-" + ports.identity(),
                        "--server.servlet.session.cookie.same-site=lax",
                        "--server.servlet.session.timeout=8h",
                        "--server.compression.enabled=true");
        started.push(context);
    }

    private String addressesOfTheServices() {
        return ports.services().entrySet().stream()
                .map(it -> it.getKey().replace("-service", "") + "=http://localhost:" + it.getValue())
                .collect(Collectors.joining(","));
    }

    /** Where people sign in, with the key that lets them in as any demo user. */
    public String console() {
        return ports.issuer() + "/enter?key=" + SignIn.key(access.usersSecret());
    }

    private void startService(Class<?> service, String name, int port) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.config.name=" + name,
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--DONDOC_KAFKA=127.0.0.1:" + ports.kafka(),
                "--DONDOC_KAFKA_PARTITIONS=3",
                "--DONDOC_KAFKA_REPLICAS=1",
                "--" + MONGO_URI + "=" + (mongoUri == null ? access.storeUri(ports) : mongoUri),
                "--DONDOC_ISSUER=" + ports.issuer(),
                "--DONDOC_STREAMS_DIR=" + data.resolve("streams").toAbsolutePath(),
                "--DONDOC_SMTP_HOST=127.0.0.1",
                "--DONDOC_SMTP_PORT=" + ports.smtp(),
                // Nobody here collects traces; ids are handed on all the same.
                "--management.tracing.sampling.probability=0.0",
                // Contexts that start side by side would put their counters of log lines into one logger at once.
                "--spring.autoconfigure.exclude=" + LogbackMetricsAutoConfiguration.class.getName(),
                "--dondoc.deadlines.sweep-interval=200ms",
                "--dondoc.deadlines.clock-tolerance=" + (clock instanceof StoryClock ? "0s" : "1m"),
                "--dondoc.channels.look=200ms",
                "--dondoc.links.task=http://localhost:" + ports.task() + "/api/v1/tasks/{id}",
                "--dondoc.links.report=http://localhost:" + ports.reporting() + "/api/v1/reports/{id}",
                "--dondoc.mail.gather=" + (clock instanceof StoryClock ? "0s" : "5s"),
                "--dondoc.obligations.sweep-interval=200ms",
                "--dondoc.http.token-url=" + ports.issuer() + "/oauth2/token",
                "--dondoc.http.allowed-origins=" + IdentityServer.THIS_MACHINE,
                "--springdoc.swagger-ui.urls-primary-name=" + name));
        arguments.addAll(access.serviceArguments(name));
        int n = 0;
        for (Map.Entry<String, Integer> it : ports.services().entrySet()) {
            String urls = "--springdoc.swagger-ui.urls[" + n++ + "]";
            arguments.add(urls + ".name=" + it.getKey());
            arguments.add(urls + ".url=http://localhost:" + it.getValue() + "/v3/api-docs");
        }
        ConfigurableApplicationContext context = new SpringApplicationBuilder(service)
                .initializers(it -> it.getBeanFactory().registerSingleton("clock", clock))
                .run(arguments.toArray(String[]::new));
        started.push(context);
    }

    public Ports ports() {
        return ports;
    }

    /** Passwords of broker and store. */
    public LocalAccess access() {
        return access;
    }

    /** What every demo user proves itself with. */
    public String secret() {
        return access.usersSecret();
    }

    /** Where mails that arrived are kept. */
    static Path mailFolder(Path data) {
        return data.resolve("mail");
    }

    /** Brings the mail server up, or back. */
    public void startMail() {
        new MailFolder(mailFolder(data)).keep(mail);
        mail.start();
    }

    /** Takes the mail server away, as if its machine were. */
    public void stopMail() {
        mail.stop();
    }

    /** Mails that arrived, the oldest first. */
    public List<MimeMessage> mails() {
        return new MailFolder(mailFolder(data)).all();
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception failed) {
                System.err.println("could not stop: " + failed);
            }
        }
    }
}
