package vn.dondoc.local;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.local.Apart.awaiting;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.dondoc.contract.agency.v1.AgencyRegistered;
import vn.dondoc.contract.task.v1.TaskAssigned;
import vn.dondoc.embedded.Ports;
import vn.dondoc.testkit.OtherServices;

/**
 * Two instances of notification-service beside each other, killed one after the other while tasks are assigned, some of
 * them said twice: each task lies in its inbox once, inboxes have no gaps, and a mail tells of each task.
 */
class KilledMessengersIT {

    /** {@code -Ddondoc.kills=20} for a longer run. */
    private static final int KILLS = Integer.getInteger("dondoc.kills", 4);

    private static final long SEED = Long.getLong("dondoc.seed", 7);
    private static final int CONNECTIONS = 4;
    private static final String PROVINCE = "VN-22";
    private static final Pattern TASK = Pattern.compile("việc số (\\d+)");

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final Map<String, Set<Integer>> given = new HashMap<>();

    @Test
    void nothingIsLostAndNoInboxHasAnythingTwice() throws Exception {
        var smtp = new GreenMail(ServerSetup.SMTP.dynamicPort());
        smtp.start();
        try (Apart apart = Apart.start(folder)) {
            Map<String, Integer> instances = Map.of("messenger-1", Ports.free(), "messenger-2", Ports.free());
            instances.forEach((name, port) -> start(apart, smtp, name, port));
            instances.keySet().forEach(apart::awaitReady);
            List<String> agencies = Catalogue.provinces().getFirst().rows().stream()
                    .filter(it -> it.kind().equals("DEPARTMENT"))
                    .map(Catalogue.Row::code)
                    .toList();
            try (var others = new OtherServices("127.0.0.1:" + apart.ports().kafka())) {
                agencies.forEach(it -> register(others, it));
                killWhileTasksAreAssigned(apart, smtp, instances, others, agencies);
            }
            instances.keySet().forEach(apart::awaitReady);
            int port = instances.values().iterator().next();
            for (String agency : agencies) {
                awaiting(
                        120,
                        () -> assertThat(inbox(apart, port, agency))
                                .as(agency)
                                .hasSize(given.get(agency).size()));
                assertWhole(agency, inbox(apart, port, agency));
            }
            awaiting(120, () -> assertThat(told(smtp).keySet()).isEqualTo(tasks()));
            List<Integer> twice = told(smtp).entrySet().stream()
                    .filter(it -> it.getValue().size() > 1)
                    .map(Map.Entry::getKey)
                    .toList();
            Set<String> messages = new HashSet<>();
            twice.forEach(it -> messages.addAll(told(smtp).get(it).subList(1, 2)));
            System.out.printf(
                    "seed %d: %d kills, %d tasks, %d mails; inbox lost 0, doubled 0, gaps 0; mail lost 0, "
                            + "%d tasks in %d messages told again%n",
                    SEED, KILLS, tasks().size(), smtp.getReceivedMessages().length, twice.size(), messages.size());
            assertThat(messages)
                    .as("only what was on its way when its process died is said again")
                    .hasSizeLessThanOrEqualTo(KILLS * CONNECTIONS);
        } finally {
            smtp.stop();
        }
    }

    private static void start(Apart apart, GreenMail smtp, String name, int port) {
        apart.startInstance(
                name,
                "notification-service",
                port,
                Map.of(
                        "DONDOC_SMTP_HOST",
                        "127.0.0.1",
                        "DONDOC_SMTP_PORT",
                        "" + smtp.getSmtp().getPort(),
                        "DONDOC_MAIL_GATHER",
                        "300ms",
                        "DONDOC_MAIL_CONNECTIONS",
                        "" + CONNECTIONS,
                        "DONDOC_MAIL_PATIENCE",
                        "15s"));
    }

    private static void register(OtherServices others, String agency) {
        others.say(
                PROVINCE,
                agency,
                1,
                new AgencyRegistered(
                        agency,
                        agency,
                        PROVINCE,
                        "DEPARTMENT",
                        null,
                        null,
                        agency + "@a.example",
                        "Giám đốc",
                        LocalDate.of(2004, 1, 1),
                        null,
                        List.of()));
    }

    private void killWhileTasksAreAssigned(
            Apart apart, GreenMail smtp, Map<String, Integer> instances, OtherServices others, List<String> agencies)
            throws InterruptedException {
        var over = new AtomicBoolean();
        Thread assigning = Thread.ofVirtual().start(() -> {
            int task = 0;
            while (!over.get()) {
                for (String agency : agencies) {
                    task++;
                    assign(others, agency, task);
                    if (task % 3 == 0) {
                        assign(others, agency, task);
                    }
                }
                pause(500);
            }
        });
        List<String> names = instances.keySet().stream().sorted().toList();
        for (int i = 0; i < KILLS; i++) {
            pause(2_000 + random.nextInt(5_000));
            String victim = names.get(random.nextInt(names.size()));
            apart.kill(victim);
            start(apart, smtp, victim, instances.get(victim));
        }
        over.set(true);
        assigning.join();
    }

    private void assign(OtherServices others, String agency, int task) {
        others.say(
                PROVINCE,
                "task-" + task,
                1,
                new TaskAssigned(
                        "task-" + task,
                        PROVINCE,
                        agency,
                        "LEAD",
                        "DIRECTIVE",
                        "directive",
                        "1/UBND",
                        "1",
                        null,
                        null,
                        null,
                        null,
                        null,
                        "việc số " + task,
                        "DATED",
                        LocalDate.of(2030, 1, 2),
                        null,
                        null));
        given.computeIfAbsent(agency, any -> new HashSet<>()).add(task);
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static List<JsonNode> inbox(Apart apart, int port, String agency) {
        return apart.api().all("officer." + agency, port, "/api/v1/notices?kind=TASK_ASSIGNED");
    }

    /** Each task once, at a position from 1 on without a gap. */
    private void assertWhole(String agency, List<JsonNode> inbox) {
        assertThat(inbox.stream().map(it -> numberIn(it.path("subject").asString())))
                .as(agency)
                .containsExactlyInAnyOrderElementsOf(given.get(agency));
        assertThat(inbox.stream().map(it -> it.path("position").asInt()).sorted())
                .as(agency)
                .containsExactlyElementsOf(
                        Stream.iterate(1, it -> it + 1).limit(inbox.size()).toList());
    }

    private static int numberIn(String text) {
        Matcher found = TASK.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return Integer.parseInt(found.group(1));
    }

    private Set<Integer> tasks() {
        Set<Integer> all = new HashSet<>();
        given.values().forEach(all::addAll);
        return all;
    }

    /** Ids of the messages that told of each task. */
    private static Map<Integer, List<String>> told(GreenMail smtp) {
        Map<Integer, List<String>> told = new HashMap<>();
        for (MimeMessage message : smtp.getReceivedMessages()) {
            try {
                Set<Integer> named = new HashSet<>();
                Matcher found = TASK.matcher(plain(message));
                while (found.find()) {
                    named.add(Integer.parseInt(found.group(1)));
                }
                for (int task : named) {
                    told.computeIfAbsent(task, any -> new ArrayList<>()).add(message.getMessageID());
                }
            } catch (MessagingException | IOException unreadable) {
                throw new AssertionError(unreadable);
            }
        }
        return told;
    }

    private static String plain(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return part.getContent().toString();
        }
        StringBuilder text = new StringBuilder();
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                text.append(plain(parts.getBodyPart(i)));
            }
        }
        return text.toString();
    }
}
