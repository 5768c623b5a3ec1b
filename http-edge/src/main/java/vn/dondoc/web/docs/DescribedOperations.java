package vn.dondoc.web.docs;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What each operation of a service is for, in both languages, its name in generated clients, and an example of it: from
 * {@code openapi/<service>.yml}. An operation that is not there, or one there that is gone, is a fault of ours.
 */
public final class DescribedOperations implements OpenApiCustomizer {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode described;

    public DescribedOperations(String service) {
        this.described = Pages.resource("/openapi/" + service + ".yml")
                .map(it -> JSON.<JsonNode>valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(it)))
                .orElseGet(JSON::createObjectNode);
    }

    @Override
    public void customise(OpenAPI document) {
        Map<String, Operation> operations = new TreeMap<>();
        document.getPaths()
                .forEach((path, item) ->
                        operationsOf(item).forEach((method, it) -> operations.put(method.name() + " " + path, it)));
        if (!operations.keySet().equals(new TreeMap<>(byName()).keySet())) {
            throw new IllegalStateException(
                    "described are " + byName().keySet() + ", there are " + operations.keySet());
        }
        operations.forEach((name, operation) -> describe(name, operation, described.path(name)));
    }

    private static Map<PathItem.HttpMethod, Operation> operationsOf(PathItem item) {
        return item.readOperationsMap();
    }

    private Map<String, JsonNode> byName() {
        Map<String, JsonNode> byName = new TreeMap<>();
        described.propertyNames().forEach(it -> byName.put(it, described.path(it)));
        return byName;
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
