package vn.dondoc.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as breaking, tried on the documents that we have. */
class CheckedInOpenApiTests {

    private static String document(String name) throws IOException {
        return Files.readString(Path.of("../docs/openapi/" + name + ".json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"document-service", "task-service", "reporting-service", "notification-service"})
    void aDocumentDoesNotBreakItself(String name) throws IOException {
        assertThat(CheckedInOpenApi.broken(document(name), document(name))).isEmpty();
    }

    @ParameterizedTest(name = "{0} for {1}")
    @CsvSource({
        "/api/v1/tasks/{id}/progress, /api/v1/tasks/{id}/advance",
        "'\"name\" : \"directive\"', '\"name\" : \"paper\"'",
        "'\"evidence\" : {', '\"proof\" : {'",
        "'\"format\" : \"int32\",', ''",
    })
    void whatIsTakenAwayBreaks(String old, String now) throws IOException {
        String before = document("task-service");
        assertThat(before).contains(old);
        assertThat(CheckedInOpenApi.broken(before, before.replace(old, now))).isNotEmpty();
    }

    @Test
    void whatIsAddedDoesNot() throws IOException {
        String now = document("task-service");
        String before = now.replaceFirst("(?s)\"/api/v1/scoreboard\" : \\{.*?\n    \\},\n", "");
        assertThat(before).isNotEqualTo(now);
        assertThat(CheckedInOpenApi.broken(before, now)).isEmpty();
    }
}
