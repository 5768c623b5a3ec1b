package vn.dondoc.web.docs;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What each operation of a service is for, in both languages, its name in generated clients, and an example of it: from
 * {@code openapi/<service>.yml}, and from {@code openapi/every-service.yml} what all have. An operation that is not
 * there, or one there that is gone, is a fault of ours.
 */
public final class DescribedOperations implements OpenApiCustomizer {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String service;

    public DescribedOperations(String service) {
        this.service = service;
    }

    private Map<String, JsonNode> described() {
        Map<String, JsonNode> described = new TreeMap<>();
        for (String name : List.of(service, "every-service")) {
            describe(name, described);
        }
        return described;
    }

    private static void describe(String service, Map<String, JsonNode> described) {
        Pages.resource("/openapi/" + service + ".yml").ifPresent(it -> {
            JsonNode all = JSON.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(it));
            all.propertyNames().forEach(name -> described.put(name, all.path(name)));
        });
    }

    @Override
    public void customise(OpenAPI document) {
        Map<String, Operation> operations = new TreeMap<>();
        document.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, it) -> operations.put(method.name() + " " + path, it)));
        Map<String, JsonNode> described = described();
        if (!operations.keySet().equals(described.keySet())) {
            throw new IllegalStateException(
                    "described are " + described.keySet() + ", there are " + operations.keySet());
        }
        operations.forEach((name, operation) -> describe(name, operation, Objects.requireNonNull(described.get(name))));
    }

    private static void describe(String name, Operation operation, JsonNode it) {
        operation.setOperationId(it.path("id").asString());
        operation.setSummary(it.path("vi").asString());
        String call =
                name.substring(0, name.indexOf(' ')) + " " + it.path("call").asString();
        operation.setDescription(it.path("en").asString() + ".\n\n`" + call + "`");
        operation.setTags(List.of(name.split("/")[3]));
        if (operation.getRequestBody() != null) {
            operation.getRequestBody().getContent().forEach((type, content) -> {
                if (type.endsWith("json") && it.has("body")) {
                    content.setExample(JSON.treeToValue(it.path("body"), Object.class));
                } else if (type.equals("text/csv") && it.has("csv")) {
                    content.setExample(it.path("csv").asString());
                }
            });
        }
    }
}
