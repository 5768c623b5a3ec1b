package vn.dondoc.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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

    /** Fails if the checked-in document is stale; with {@code -Ddondoc.approve=true} writes it instead. */
    public static void compare(ServiceUnderTest service, String name) {
        Object document = JSON.treeToValue(
                service.request(null, "GET", "/v3/api-docs", null, Map.of()).body(), Object.class);
        String current = JSON.writeValueAsString(document) + "\n";
        Path file = Path.of("../docs/openapi/" + name + ".json");
        try {
            if (Boolean.getBoolean("dondoc.approve")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, current);
            } else if (!Files.exists(file) || !Files.readString(file).equals(current)) {
                throw new AssertionError(file
                        + " is stale: run the tests with -Ddondoc.approve=true, look at the difference, commit it");
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
