package vn.dondoc.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The published language against its own documents. Run with {@code -Ddondoc.approve=true} to write the documents after
 * an intended change; a version that was ever published keeps its approved example and schema for ever.
 */
class ContractTests {

    private static final boolean APPROVE = Boolean.getBoolean("dondoc.approve");
    private static final Path SCHEMAS = Path.of("src/main/resources/schemas");
    private static final Path EXAMPLES = Path.of("src/test/resources/examples");
    private static final Path EVENTS_PAGE = Path.of("../docs/events.md");
    private static final Path ASYNCAPI = Path.of("src/main/resources/asyncapi.yaml");
    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @TestFactory
    List<DynamicTest> everyTypeHasItsSchemaCheckedIn() {
        return Contracts.ALL.stream()
                .map(event -> DynamicTest.dynamicTest(
                        Contracts.typeOf(event),
                        () -> compare(
                                SCHEMAS.resolve(Contracts.typeOf(event) + ".json"),
                                PRETTY.writeValueAsString(SchemaOf.event(event)) + "\n")))
                .toList();
    }

    @TestFactory
    List<DynamicTest> everyApprovedExampleIsStillReadAndStillValid() throws IOException {
        if (APPROVE) {
            for (Record example : Examples.ALL) {
                Path file = EXAMPLES.resolve(Contracts.typeOf(example.getClass()) + ".json");
                if (!Files.exists(file)) {
                    Files.createDirectories(EXAMPLES);
                    Files.writeString(
                            file,
                            Contracts.json().writerWithDefaultPrettyPrinter().writeValueAsString(example) + "\n");
                }
            }
        }
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : files(EXAMPLES)) {
            String type = file.getFileName().toString().replace(".json", "");
            tests.add(DynamicTest.dynamicTest(type, () -> {
                Class<? extends Record> event = byType(type);
                String text = Files.readString(file);
                Record read = Contracts.json().readValue(text, event);
                assertThat(Contracts.json().readTree(Contracts.json().writeValueAsString(read)))
                        .isEqualTo(Contracts.json().readTree(text));
                assertThat(violations(type, text)).isEmpty();
            }));
        }
        assertThat(tests).hasSameSizeAs(Contracts.ALL);
        return tests;
    }

    @Test
    void readersTolerateFieldsAddedLater() {
        for (Path file : files(EXAMPLES)) {
            String type = file.getFileName().toString().replace(".json", "");
            var later =
                    (tools.jackson.databind.node.ObjectNode) Contracts.json().readTree(file.toFile());
            later.put("addedInALaterRelease", "x");
            assertThat(Contracts.json().treeToValue(later, byType(type))).isNotNull();
            assertThat(violations(type, later.toString()))
                    .as("producers are closed")
                    .isNotEmpty();
        }
    }

    @TestFactory
    List<DynamicTest> whatIsRequiredMustBeThere() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : files(EXAMPLES)) {
            String type = file.getFileName().toString().replace(".json", "");
            tests.add(DynamicTest.dynamicTest(type, () -> {
                JsonNode example = Contracts.json().readTree(file.toFile());
                JsonNode schema = PRETTY.readTree(read(SCHEMAS.resolve(type + ".json")));
                for (JsonNode required : schema.path("required")) {
                    boolean primitive = List.of("integer", "boolean")
                            .contains(schema.path("properties")
                                    .path(required.asString())
                                    .path("type")
                                    .asString());
                    var without = (ObjectNode) example.deepCopy();
                    without.remove(required.asString());
                    if (!primitive) {
                        assertUnreadable(type, without.toString(), "without " + required);
                        without.putNull(required.asString());
                        assertUnreadable(type, without.toString(), "null " + required);
                    }
                }
                for (String body : List.of("null", "[]", "1", "\"\"", "", "not json")) {
                    assertUnreadable(type, body, body);
                }
            }));
        }
        assertThat(tests).hasSameSizeAs(Contracts.ALL);
        return tests;
    }

    private static void assertUnreadable(String type, String body, String what) {
        assertThatThrownBy(() -> Contracts.read(body.getBytes(StandardCharsets.UTF_8), byType(type)))
                .as(what)
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void everyTypeIsNamedAfterItsTopicAndVersion() {
        for (Class<?> event : Contracts.ALL) {
            assertThat(Contracts.typeOf(event)).matches("vn\\.dondoc\\.[a-z]+\\.[a-z-]+\\.v[0-9]+");
        }
        assertThat(new TreeSet<>(Contracts.ALL.stream().map(Contracts::typeOf).toList()))
                .hasSameSizeAs(Contracts.ALL);
    }

    @Test
    void theEventsPageIsUpToDate() throws IOException {
        compare(EVENTS_PAGE, eventsPage());
    }

    @Test
    void theAsyncApiDocumentIsUpToDate() throws IOException {
        compare(ASYNCAPI, new YAMLMapper().writeValueAsString(asyncApi()));
    }

    private static List<String> violations(String type, String json) {
        var schema = REGISTRY.getSchema(read(SCHEMAS.resolve(type + ".json")), InputFormat.JSON);
        return schema.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static String eventsPage() {
        var page = new StringBuilder("""
                # Events

                Generated from `event-contracts`; a stale page fails the build. CloudEvents 1.0, binary mode: attributes are
                `ce_` headers, the record value is the JSON described here. Every record carries `ce_sequence`, gapless per
                key, from 1 (of a figure from the milliseconds of the clock, so that one that is made anew after a loss is
                later than what was told before), except that `dondoc.agencies`, `dondoc.definitions` and
                `dondoc.indicators` are compacted, so there only the latest is sure to be kept. Delivery is at least once: drop what has a sequence you have seen.

                """);
        for (Topic topic : Topic.values()) {
            page.append("## `")
                    .append(topic.topicName())
                    .append("`\n\nOwner ")
                    .append(topic.owner())
                    .append("; key: ")
                    .append(topic.key())
                    .append("; ")
                    .append(
                            switch (topic.kept()) {
                                case LATEST -> "compacted, latest per key.";
                                case FOR_EVER -> "kept for ever.";
                                case FOR_A_WHILE -> "kept 400 days.";
                            })
                    .append("\n\n| type | meaning | fields |\n| --- | --- | --- |\n");
            for (Class<? extends Record> event : Contracts.ALL) {
                if (Contracts.topicOf(event) == topic) {
                    JsonNode schema = PRETTY.valueToTree(SchemaOf.event(event));
                    page.append("| `")
                            .append(Contracts.typeOf(event))
                            .append("` | ")
                            .append(schema.path("description").asString())
                            .append(" | ");
                    List<String> fields = new ArrayList<>();
                    schema.path("properties").propertyNames().forEach(name -> {
                        boolean required = false;
                        for (JsonNode it : schema.path("required")) {
                            required |= it.asString().equals(name);
                        }
                        fields.add(required ? "`" + name + "`" : "`" + name + "`?");
                    });
                    page.append(String.join(", ", fields)).append(" |\n");
                }
            }
            page.append('\n');
        }
        return page.toString();
    }

    private static Map<String, Object> asyncApi() {
        Map<String, Object> channels = new LinkedHashMap<>();
        Map<String, Object> operations = new LinkedHashMap<>();
        for (Topic topic : Topic.values()) {
            Map<String, Object> messages = new LinkedHashMap<>();
            for (Class<? extends Record> event : Contracts.ALL) {
                if (Contracts.topicOf(event) == topic) {
                    Map<String, Object> message = new LinkedHashMap<>();
                    message.put("name", Contracts.typeOf(event));
                    message.put("summary", event.getAnnotation(Meaning.class).value());
                    message.put("contentType", "application/json");
                    message.put("payload", Map.of("$ref", "schemas/" + Contracts.typeOf(event) + ".json"));
                    messages.put(event.getSimpleName(), message);
                }
            }
            String id = topic.name().toLowerCase(java.util.Locale.ROOT);
            Map<String, Object> channel = new LinkedHashMap<>();
            channel.put("address", topic.topicName());
            channel.put(
                    "description",
                    "Owner " + topic.owner() + "; key: " + topic.key() + (topic.compacted() ? "; compacted" : ""));
            channel.put("messages", messages);
            channels.put(id, channel);
            Map<String, Object> operation = new LinkedHashMap<>();
            operation.put("action", "send");
            operation.put("channel", Map.of("$ref", "#/channels/" + id));
            operations.put("publish-" + id, operation);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("asyncapi", "3.0.0");
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("title", "Đôn Đốc events");
        info.put("version", "1");
        info.put("description", "CloudEvents 1.0 in binary mode over Kafka; see docs/events.md.");
        document.put("info", info);
        document.put("defaultContentType", "application/json");
        document.put("channels", channels);
        document.put("operations", operations);
        return document;
    }

    private static void compare(Path file, String current) throws IOException {
        if (APPROVE) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, current);
        } else if (!Files.exists(file) || !Files.readString(file).equals(current)) {
            fail(
                    file
                            + " is stale: run the contract tests with -Ddondoc.approve=true, look at the difference, commit it");
        }
    }

    private static Class<? extends Record> byType(String type) {
        return Contracts.named(type)
                .orElseThrow(() -> new AssertionError(type + " was published once and can no longer be read"));
    }

    private static List<Path> files(Path folder) {
        try (var list = Files.list(folder)) {
            return list.sorted().toList();
        } catch (IOException cause) {
            throw new AssertionError(cause);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException cause) {
            throw new AssertionError(cause);
        }
    }
}
