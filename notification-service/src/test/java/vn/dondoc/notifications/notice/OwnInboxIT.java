package vn.dondoc.notifications.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.access.Role.OFFICER;
import static vn.dondoc.access.Role.SUPERVISOR;
import static vn.dondoc.testkit.Eventually.eventually;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.access.AccessScope;
import vn.dondoc.notifications.Heard;
import vn.dondoc.notifications.NotificationService;
import vn.dondoc.notifications.SampleFacts;
import vn.dondoc.testkit.ServiceUnderTest;
import vn.dondoc.testkit.TestTokens;

/** The inbox as its readers have it. */
class OwnInboxIT {

    private static final AccessScope SELF = AccessScope.ofService("test");
    private static final String DEPARTMENT = TestTokens.of(OFFICER, "VN-A", "VN-A.snv");
    private static final String OTHER = TestTokens.of(OFFICER, "VN-A", "VN-A.stc");

    private static ServiceUnderTest service;
    private static Heard heard;

    @BeforeAll
    static void start() throws Exception {
        service = ServiceUnderTest.start(
                NotificationService.class,
                "notification-service",
                Instant.parse("2021-09-17T01:00:00Z"),
                "--dondoc.database=test_inbox",
                "--dondoc.stream.look=200ms",
                "--dondoc.stream.heartbeat=300ms");
        heard = new Heard();
        heard.agency("VN-A.snv", "VN-A.ubnd");
        heard.agency("VN-A.stc", "VN-A.ubnd");
        heard.agency("VN-A.ubnd", null);
        heard.assign("warm-up", "VN-A.snv", "1/UBND");
        eventually(() -> assertThat(total(DEPARTMENT)).isPositive());
    }

    @AfterAll
    static void stop() {
        heard.close();
        service.close();
    }

    private static int total(String token) {
        return service.get(token, "/api/v1/notices/summary")
                .body()
                .path("total")
                .asInt();
    }

    @Test
    void whatComesTogetherFromManySidesIsNumberedWithoutAGapAndOnce() throws Exception {
        Notices notices = service.bean(Notices.class);
        List<Notices.NewNotice> all = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String recipient = "VN-Z." + i % 3;
            Notice notice = SampleFacts.notice(Notice.Kind.TASK_ASSIGNED, "việc " + i, recipient)
                    .by(new Way.Inbox(null, Reading.NOT_YET));
            all.add(new Notices.NewNotice(Notice.idOf("cause-" + i, recipient, Way.INBOX), notice, null));
        }
        try (ExecutorService writers = Executors.newFixedThreadPool(4)) {
            List<Future<?>> written = new ArrayList<>();
            for (int writer = 0; writer < 8; writer++) {
                var random = new Random(writer);
                written.add(writers.submit(() -> {
                    List<Notices.NewNotice> shuffled = new ArrayList<>(all);
                    Collections.shuffle(shuffled, random);
                    for (int from = 0; from < shuffled.size(); from += 37) {
                        notices.addAll(SELF, shuffled.subList(from, Math.min(shuffled.size(), from + 37)));
                    }
                    return null;
                }));
            }
            for (Future<?> it : written) {
                it.get();
            }
        }
        for (int box = 0; box < 3; box++) {
            assertThat(notices.behind(SELF, "VN-Z." + box, 0, 1_000).stream()
                            .map(it -> ((Way.Inbox) it.state().way()).position()))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 100).boxed().toList());
        }
    }

    @Test
    void itIsCountedByDirectiveInWords() throws Exception {
        for (int i = 0; i < 9; i++) {
            heard.assign("grouped-" + i, "VN-A.snv", "4709/UBND-KSTT");
        }
        eventually(() -> assertThat(service.get(DEPARTMENT, "/api/v1/notices/summary")
                        .body()
                        .path("groups")
                        .findValuesAsString("heading"))
                .contains("Văn bản 4709/UBND-KSTT: 9 nhiệm vụ mới"));
        List<String> listed = service.get(DEPARTMENT, "/api/v1/notices?directive=4709/UBND-KSTT&unread=true")
                .body()
                .findValuesAsString("id");
        assertThat(listed).hasSize(9);
        int unread = unread();
        assertThat(mark(DEPARTMENT, listed.subList(0, 4), "READ")
                        .path("changed")
                        .asInt())
                .isEqualTo(4);
        assertThat(mark(DEPARTMENT, listed.subList(0, 5), "READ")
                        .path("changed")
                        .asInt())
                .isEqualTo(1);
        assertThat(mark(DEPARTMENT, listed.subList(0, 5), "SEEN")
                        .path("changed")
                        .asInt())
                .as("what was read does not become unread")
                .isZero();
        assertThat(unread()).isEqualTo(unread - 5);
        assertThat(mark(DEPARTMENT, listed.subList(5, 9), "ARCHIVED")
                        .path("changed")
                        .asInt())
                .isEqualTo(4);
        assertThat(service.get(DEPARTMENT, "/api/v1/notices?directive=4709/UBND-KSTT&archived=true")
                        .body()
                        .path("items"))
                .hasSize(4);
        assertThat(mark(DEPARTMENT, listed, "BACK_FROM_ARCHIVE").path("changed").asInt())
                .isEqualTo(4);
    }

    private static tools.jackson.databind.JsonNode mark(String token, List<String> ids, String as) {
        return service.post(token, "/api/v1/notices/marks", Map.of("ids", ids, "as", as))
                .body();
    }

    private static int unread() {
        return service.get(DEPARTMENT, "/api/v1/notices/summary")
                .body()
                .path("unread")
                .asInt();
    }

    @Test
    void nobodyMarksWhatLiesInAnothersInbox() throws Exception {
        heard.assign("foreign", "VN-A.stc", "2/UBND");
        eventually(() -> assertThat(total(OTHER)).isPositive());
        String id = service.get(OTHER, "/api/v1/notices")
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        for (String token : List.of(DEPARTMENT, TestTokens.of(SUPERVISOR, "VN-A", "VN-A.ubnd"))) {
            var answer = service.post(token, "/api/v1/notices/marks", Map.of("ids", List.of(id), "as", "READ"));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body().toString()).contains("/ids", id);
        }
        assertThat(service.get(OTHER, "/api/v1/notices/" + id)
                        .body()
                        .path("stage")
                        .asString())
                .isEqualTo("NEW");
    }

    @Test
    void aStreamBringsWhatComesAndGoesOnWhereItBrokeOff() throws Exception {
        long before = lastPosition();
        List<String> live;
        try (Stream stream = new Stream(null)) {
            for (int i = 0; i < 5; i++) {
                heard.assign("live-" + i, "VN-A.snv", "3/UBND");
            }
            heard.assign("not-mine", "VN-A.stc", "3/UBND");
            live = stream.ids(5);
            assertThat(stream.waitFor(":")).as("a heartbeat").isNotNull();
        }
        assertThat(live)
                .containsExactlyElementsOf(LongStream.rangeClosed(before + 1, before + 5)
                        .mapToObj(String::valueOf)
                        .toList());
        heard.assign("meanwhile", "VN-A.snv", "3/UBND");
        try (Stream stream = new Stream(live.get(2))) {
            assertThat(stream.ids(3))
                    .containsExactlyElementsOf(LongStream.rangeClosed(before + 4, before + 6)
                            .mapToObj(String::valueOf)
                            .toList());
        }
        var refused = service.request(
                DEPARTMENT,
                "GET",
                "/api/v1/notices/stream",
                null,
                Map.of("Last-Event-ID", "yesterday", "Accept", "text/event-stream"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().toString()).contains("Last-Event-ID", "yesterday");
    }

    @Test
    void oneCallerOpensOnlySoMany() throws Exception {
        String greedy = TestTokens.of(OFFICER, "VN-A", "VN-A.ubnd");
        List<Stream> open = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                open.add(new Stream(greedy, null));
            }
            assertThat(service.get(greedy, "/api/v1/notices/stream").status()).isEqualTo(429);
        } finally {
            for (Stream it : open) {
                it.close();
            }
        }
        eventually(() -> assertThat(
                        service.get(greedy, "/api/v1/notices/stream?seconds=1").status())
                .as("those that were closed are free again")
                .isEqualTo(200));
    }

    private static long lastPosition() {
        return service.bean(Notices.class).lastPosition(SELF, "VN-A.snv");
    }

    /** A client of the stream. */
    private static final class Stream implements AutoCloseable {

        private final InputStream body;
        private final BufferedReader lines;

        Stream(@Nullable String lastEventId) throws Exception {
            this(DEPARTMENT, lastEventId);
        }

        Stream(String token, @Nullable String lastEventId) throws Exception {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + service.port() + "/api/v1/notices/stream?seconds=60"))
                    .header("Authorization", "Bearer " + token);
            if (lastEventId != null) {
                request.header("Last-Event-ID", lastEventId);
            }
            HttpResponse<InputStream> response =
                    HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/event-stream");
            body = response.body();
            lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        }

        List<String> ids(int count) throws Exception {
            List<String> ids = new ArrayList<>();
            while (ids.size() < count) {
                ids.add(waitFor("id:").substring("id:".length()));
            }
            return ids;
        }

        String waitFor(String beginning) throws Exception {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(beginning)) {
                    return line;
                }
            }
            throw new AssertionError("the stream ended before " + beginning);
        }

        @Override
        public void close() throws Exception {
            body.close();
        }
    }
}
