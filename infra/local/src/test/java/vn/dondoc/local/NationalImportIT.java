package vn.dondoc.local;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.access.Role.ADMIN;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.dondoc.documents.DocumentService;
import vn.dondoc.testkit.ServiceUnderTest;
import vn.dondoc.testkit.TestTokens;

/** The whole country through the endpoint that an administrator uses, province by province. */
class NationalImportIT {

    private static final Map<String, String> CSV = Map.of("Content-Type", "text/csv;charset=UTF-8");
    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void registersThirtyFourProvinces() {
        try (var service = ServiceUnderTest.start(
                DocumentService.class, "document-service", Instant.parse("2025-07-01T01:00:00Z"))) {
            int registered = 0;
            long start = System.nanoTime();
            for (var file : NationalCatalogue.files(1).entrySet()) {
                String admin = TestTokens.of(ADMIN, file.getKey(), file.getKey() + ".ubnd");
                var imported = service.request(admin, "POST", "/api/v1/agencies/import", file.getValue(), CSV);
                assertThat(imported.status()).as(file.getKey()).isEqualTo(200);
                registered += imported.body().path("registered").asInt();
            }
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            System.out.println("national import: " + registered + " agencies in " + took.toMillis() + " ms");
            assertThat(registered).isEqualTo(3_321 + 34 * 15);
            assertThat(took).isLessThan(SOON);
        }
    }
}
