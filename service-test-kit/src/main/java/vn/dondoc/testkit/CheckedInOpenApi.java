package vn.dondoc.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.Changed;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedSchema;
import org.openapitools.openapidiff.core.model.ComposedChanged;
import org.openapitools.openapidiff.core.output.ConsoleRender;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI document of a service, compared with the one that is checked in under {@code docs/openapi}. */
public final class CheckedInOpenApi {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private CheckedInOpenApi() {}

    /**
     * Fails if the checked-in document is stale. With {@code -Ddondoc.approve=true} writes it instead, unless that would
     * break those who rely on it; only {@code -Ddondoc.approve=breaking} does.
     */
    public static void compare(ServiceUnderTest service, String name) {
        Object document = JSON.treeToValue(
                service.request(null, "GET", "/v3/api-docs", null, Map.of()).body(), Object.class);
        String current = JSON.writeValueAsString(document) + "\n";
        Path file = Path.of("../docs/openapi/" + name + ".json");
        String approve = System.getProperty("dondoc.approve", "false");
        try {
            List<String> unbounded = Bounds.missing(JSON.readTree(current));
            if (!unbounded.isEmpty()) {
                throw new AssertionError(file + ": what may enter without a bound:\n" + String.join("\n", unbounded));
            }
            String known = Files.exists(file) ? Files.readString(file) : null;
            if (current.equals(known)) {
                return;
            }
            if (approve.equals("false")) {
                throw new AssertionError(file
                        + " is stale: run the tests with -Ddondoc.approve=true, look at the difference, commit it");
            }
            String broken = known == null ? "" : broken(known, current);
            if (!broken.isEmpty() && !approve.equals("breaking")) {
                throw new AssertionError(
                        file + ": clients would break; if they must, -Ddondoc.approve=breaking\n" + broken);
            }
            Files.createDirectories(file.getParent());
            Files.writeString(file, current);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What clients of the old document would miss in the new one; empty if nothing. */
    static String broken(String old, String current) {
        ChangedOpenApi changed = OpenApiCompare.fromContents(asVersion30(old), asVersion30(current));
        Set<String> removed = new TreeSet<>();
        changed.getChangedOperations().forEach(it -> collectRemoved(it, removed));
        if (changed.isCompatible() && removed.isEmpty()) {
            return "";
        }
        var text = new ByteArrayOutputStream();
        new ConsoleRender().render(changed, new OutputStreamWriter(text, StandardCharsets.UTF_8));
        return text.toString(StandardCharsets.UTF_8) + "members gone: " + removed;
    }

    /** The differ does not see changes of types in documents of version 3.1; ours use nothing that 3.0 has not. */
    private static String asVersion30(String document) {
        return document.replaceFirst("\"openapi\" : \"3\\.1\\.\\d+\"", "\"openapi\" : \"3.0.1\"");
    }

    /** A member of an answer that is gone is missed, although no document called it required. */
    private static void collectRemoved(Changed changed, Set<String> removed) {
        if (changed instanceof ChangedSchema schema) {
            removed.addAll(schema.getMissingProperties().keySet());
        }
        if (changed instanceof ComposedChanged composed) {
            composed.getChangedElements().forEach(it -> collectRemoved(it, removed));
        }
    }
}
