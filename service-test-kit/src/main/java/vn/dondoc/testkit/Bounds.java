package vn.dondoc.testkit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Everything that may be sent to a service has a bound, and its OpenAPI document says which. */
final class Bounds {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final Set<String> BOUNDED_FORMATS = Set.of("date", "date-time", "time-local", "uuid");

    private final JsonNode document;
    private final Set<String> seen = new HashSet<>();
    private final List<String> missing = new ArrayList<>();

    private Bounds(JsonNode document) {
        this.document = document;
    }

    /** Places in parameters and bodies that have none, one line each. */
    static List<String> missing(JsonNode document) {
        var bounds = new Bounds(document);
        for (String path : document.path("paths").propertyNames()) {
            JsonNode operations = document.path("paths").path(path);
            for (String method : operations.propertyNames()) {
                bounds.operation(method + " " + path, operations.path(method));
            }
        }
        return bounds.missing;
    }

    private void operation(String name, JsonNode operation) {
        for (JsonNode parameter : operation.path("parameters")) {
            visit(parameter.path("schema"), name + " " + parameter.path("name").asString());
        }
        JsonNode bodies = operation.path("requestBody").path("content");
        for (String type : bodies.propertyNames()) {
            visit(bodies.path(type).path("schema"), name + " " + type);
        }
    }

    private void visit(JsonNode schema, String place) {
        String reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            String name = reference.substring(SCHEMAS.length());
            if (seen.add(name)) {
                visit(document.at("/components/schemas").path(name), name);
            }
            return;
        }
        if (schema.has("enum") || schema.has("const")) {
            return;
        }
        Set<String> types = types(schema);
        expect(!types.contains("string") || isBoundedText(schema), place + ": maxLength");
        expect(!types.contains("integer") && !types.contains("number") || schema.has("maximum"), place + ": maximum");
        expect(!types.contains("array") || schema.has("maxItems"), place + ": maxItems");
        boolean isMap = schema.path("additionalProperties").isObject();
        expect(!isMap || schema.has("maxProperties"), place + ": maxProperties");
        if (isMap) {
            visit(schema.path("additionalProperties"), place + "{}");
        }
        if (schema.has("items")) {
            visit(schema.path("items"), place + "[]");
        }
        for (String property : schema.path("properties").propertyNames()) {
            visit(schema.path("properties").path(property), place + "." + property);
        }
        for (String choice : List.of("oneOf", "anyOf", "allOf")) {
            schema.path(choice).forEach(it -> visit(it, place));
        }
    }

    private static Set<String> types(JsonNode schema) {
        Set<String> types = new HashSet<>();
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            type.forEach(it -> types.add(it.asString()));
        } else if (type.isString()) {
            types.add(type.asString());
        }
        return types;
    }

    /** A pattern that repeats nothing without end is a bound too. */
    private static boolean isBoundedText(JsonNode schema) {
        String pattern = schema.path("pattern").asString("");
        boolean endless = pattern.isEmpty() || pattern.matches(".*(?<!\\\\)[*+].*") || pattern.contains(",}");
        return schema.has("maxLength")
                || !endless
                || BOUNDED_FORMATS.contains(schema.path("format").asString(""));
    }

    private void expect(boolean bounded, String otherwise) {
        if (!bounded) {
            missing.add(otherwise);
        }
    }
}
